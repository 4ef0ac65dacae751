// A timeline of 100,000 spans pans and zooms without a hitch, also on a slow machine, and its picture is not blank.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, server, useBrowser } from '../browser.mjs';

const program = `import asyncio

async def work(k):
    for i in range(340):
        await asyncio.sleep(0.001 * (1 + (k * 7 + i) % 5))

async def main():
    await asyncio.gather(*(work(k) for k in range(100)))

asyncio.run(main())
`;

useBrowser(8480);

test('100,000 spans', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(120_000);
  await page.goto(server.address);
  await page.locator('ap-editor .cm-content').waitFor();
  await page.evaluate((source) => document.querySelector('ap-app').store.open(source), program);
  await page.locator('ap-stepper .words', { hasText: 'has ended' }).waitFor();
  await page.waitForFunction(() => document.querySelector('ap-app').shadowRoot.querySelector('ap-timeline').lanes.length > 100);
  const session = await page.context().newCDPSession(page);
  // The main thread's own time, so that a machine that is busy with others is no slower.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  const frames = (kind) => page.evaluate(async (kind) => {
    const timeline = document.querySelector('ap-app').shadowRoot.querySelector('ap-timeline');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    if (kind === 'pan') timeline.zoom(8);
    else timeline.fit();
    await frame();
    timeline.drawn.length = 0;
    for (let i = 0; i < 60; i++) {
      if (kind === 'pan') timeline.pan(i % 2 ? 0.05 : -0.04);
      else timeline.zoom(i < 30 ? 1.1 : 1 / 1.1);
      await frame();
    }
    const drawn = [...timeline.drawn].sort((a, b) => a - b);
    return drawn[drawn.length >> 1];
  }, kind);
  const measured = { spans: await page.evaluate(() => document.querySelector('ap-app').shadowRoot.querySelector('ap-timeline').lanes.reduce((sum, { spans }) => sum + spans.length, 0)) };
  for (const kind of ['zoom', 'pan']) {
    const before = await spent();
    measured[`${kind}: drawing, ms of the clock`] = Math.round(await frames(kind) * 10) / 10;
    measured[`${kind}: a whole frame, ms of the main thread`] = Math.round(((await spent()) - before) / 61 * 10) / 10;
  }
  const colours = await page.evaluate(() => {
    const canvas = document.querySelector('ap-app').shadowRoot.querySelector('ap-timeline').shadowRoot.querySelector('canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set();
    for (let i = 0; i < data.length; i += 4) seen.add((data[i] >> 4) * 256 + (data[i + 1] >> 4) * 16 + (data[i + 2] >> 4));
    return seen.size;
  });
  console.log(JSON.stringify(measured));
  assert.ok(measured.spans > 100_000, `${measured.spans} spans`);
  for (const kind of ['zoom', 'pan']) {
    const time = measured[`${kind}: a whole frame, ms of the main thread`];
    assert.ok(time < 1000 / 60, `${time} ms a frame while one ${kind}s`);
  }
  assert.ok(colours > 20, 'the picture is not blank');
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
