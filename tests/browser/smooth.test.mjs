// A timeline of 100,000 spans pans and zooms without a hitch, also on a slow machine, and its picture is not blank.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../../.ci/browser.mjs';
import { serve } from '../../.ci/serve.mjs';

const program = `import asyncio

async def work(k):
    for i in range(340):
        await asyncio.sleep(0.001 * (1 + (k * 7 + i) % 5))

async def main():
    await asyncio.gather(*(work(k) for k in range(100)))

asyncio.run(main())
`;

let server;
let browser;

before(async () => {
  server = await serve({ port: 8480 });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test('100,000 spans', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(server.address);
  await page.locator('ap-editor .cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(program);
  await page.keyboard.press('Control+Enter');
  await page.locator('ap-stepper .words', { hasText: 'has ended' }).waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => document.querySelector('ap-app').shadowRoot.querySelector('ap-timeline').lanes.length > 100);
  const measured = await page.evaluate(async () => {
    const timeline = document.querySelector('ap-app').shadowRoot.querySelector('ap-timeline');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];
    timeline.fit();
    await frame();
    timeline.drawn.length = 0;
    for (let i = 0; i < 60; i++) {
      timeline.zoom(i < 30 ? 1.1 : 1 / 1.1);
      await frame();
    }
    const zooming = median(timeline.drawn);
    timeline.zoom(8);
    timeline.drawn.length = 0;
    for (let i = 0; i < 60; i++) {
      timeline.pan(i % 2 ? 0.05 : -0.04);
      await frame();
    }
    const canvas = timeline.shadowRoot.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set();
    for (let i = 0; i < data.length; i += 4) colours.add((data[i] >> 4) * 256 + (data[i + 1] >> 4) * 16 + (data[i + 2] >> 4));
    return { spans: timeline.lanes.reduce((sum, { spans }) => sum + spans.length, 0), zooming, panning: median(timeline.drawn), colours: colours.size };
  });
  console.log(JSON.stringify(measured));
  assert.ok(measured.spans > 100_000, `${measured.spans} spans`);
  // Half of a frame at 60 a second is left to the browser.
  assert.ok(measured.zooming < 16 && measured.panning < 16, `zooming ${measured.zooming} ms, panning ${measured.panning} ms a picture`);
  assert.ok(measured.colours > 20, 'the picture is not blank');
  await page.close();
});

test('at a quarter of the processor: the first example appears and can be stepped', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(server.address);
  await page.locator('ap-stepper .words', { hasText: 'has ended' }).waitFor();
  await page.getByRole('button', { name: 'To the first step' }).click();
  await page.locator('ap-stepper .words', { hasText: 'runs for the first time' }).waitFor();
  await page.close();
});
