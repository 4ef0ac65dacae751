// The page in a real browser: run, look, step, answer.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { browser, server, troublesAndRequestsOf, useBrowser } from './browser.mjs';

let page;
let troubles;

useBrowser(8420);

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  troubles = troublesAndRequestsOf(page);
});

afterEach(async () => {
  await page.close();
  assert.deepEqual(troubles, []);
});

const open = async (hash = '') => {
  await page.goto(`${server.address}${hash}`);
  await page.locator('ap-timeline canvas').waitFor();
};
const words = () => page.locator('ap-stepper .words').innerText();
const output = () => page.locator('ap-output button .text').allInnerTexts();
const inEditor = async (source) => {
  const content = page.locator('ap-editor .cm-content');
  await content.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(source);
};

/** Counts of colours in the timeline's picture, so that a blank one fails. */
const colours = () =>
  page.locator('ap-timeline canvas').evaluate((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set();
    for (let i = 0; i < data.length; i += 4) seen.add((data[i] >> 4) * 256 + (data[i + 1] >> 4) * 16 + (data[i + 2] >> 4));
    return seen.size;
  });

test('a first visit shows a running example', async () => {
  await open();
  await page.locator('ap-output button').first().waitFor();
  assert.match((await output()).join('\n'), /closed/);
  assert.match(await words(), /has ended after/);
  assert.ok((await colours()) > 20, 'the timeline is drawn');
});

test('the last line that was printed is in sight when a run has ended', async () => {
  await open();
  await page.waitForFunction(() => {
    const panels = document.querySelector('ap-app').shadowRoot.querySelector('ap-panels');
    const row = panels.shadowRoot.querySelector('ap-output').shadowRoot.querySelector('li:last-child .current');
    return row && row.getBoundingClientRect().bottom <= panels.getBoundingClientRect().bottom + 1;
  });
});

test('on a phone the page stays where the reader has put it, while the run is stepped through', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open();
  await page.locator('ap-output button').first().waitFor();
  await page.locator('ap-editor .cm-content').waitFor();
  const scrolled = () => page.evaluate(() => Math.round(scrollY));
  assert.equal(await scrolled(), 0);
  const ends = await page.evaluate(() => {
    const box = document.querySelector('ap-app').shadowRoot.querySelector('ap-panels').getBoundingClientRect();
    return box.bottom - innerHeight;
  });
  assert.ok(ends > 0, 'the panels end below the screen: there is something to jump to');
  const back = page.getByRole('button', { name: 'Step back' });
  for (let i = 0; i < 12; ++i) await back.evaluate((button) => button.click());   // a mouse of the test would scroll to it
  await page.waitForFunction(() => !document.querySelector('ap-app').shadowRoot.querySelector('ap-stepper').shadowRoot.querySelector('.words').innerText.includes('has ended'));
  assert.equal(await scrolled(), 0);
});

test('an edited program runs, and its output and end are shown', async () => {
  await open();
  await page.locator('ap-editor .cm-content').waitFor();
  await inEditor('import asyncio\n\nasync def main():\n    print("one")\n    await asyncio.sleep(2.5)\n    print("two")\n\nasyncio.run(main())\n');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => document.querySelector('ap-app').shadowRoot.querySelector('ap-stepper').shadowRoot.querySelector('.words').innerText.includes('2.5 s of virtual time'));
  assert.deepEqual(await output(), ['one', 'two']);
});

test('stepping goes back and forward, and the source line follows', async () => {
  await open('#course/loop/who-is-first');
  await page.locator('ap-editor .cm-content').waitFor();
  await page.locator('ap-app .run').click();
  await page.locator('ap-output button .text').nth(4).waitFor();   // the question beside it shows the same words
  assert.deepEqual(await output(), ['A start', 'B start', 'A middle', 'B end', 'A end']);
  const line = () => page.locator('ap-editor .cm-running').innerText();
  await page.getByRole('button', { name: 'To the first step' }).click();
  assert.match(await words(), /Task-1 runs for the first time/);
  assert.match(await line(), /async def main|await asyncio.gather/);
  await page.getByRole('button', { name: 'Step forward' }).click();
  assert.match(await words(), /Task-2 runs for the first time, then sleeps until 1\.0 s/);
  assert.match(await line(), /async def a/);
  await page.getByRole('button', { name: 'Step forward' }).click();
  await page.getByRole('button', { name: 'Step forward' }).click();
  assert.match(await words(), /the clock jumps from 0\.0 to 1\.0 s, Task-2 wakes/);
  await page.getByRole('button', { name: 'Step back' }).click();
  assert.match(await words(), /Task-3 runs for the first time/);
});

test('by source line, each line of the program that runs is a step, back as well as forward', async () => {
  await open();
  await page.locator('ap-editor .cm-content').waitFor();
  await inEditor('import asyncio\n\n\nasync def main():\n    total = 0\n    for n in range(2):\n        total += n\n    await asyncio.sleep(1)\n    print(total)\n\n\nasyncio.run(main())\n');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => document.querySelector('ap-app').store.run.result?.virtual_seconds === 1);
  await page.getByLabel('Granularity').selectOption('line');
  await page.getByRole('button', { name: 'To the first step' }).click();
  const line = () => page.locator('ap-editor .cm-running').innerText();
  const forth = [await line()];
  const there = async (button, wanted) => {
    await page.getByRole('button', { name: button }).click();
    await page.waitForFunction((text) => [...document.querySelector('ap-app').shadowRoot.querySelector('ap-editor').shadowRoot.querySelectorAll('.cm-running')].some((element) => element.innerText === text), wanted);
  };
  const lines = ['import asyncio', 'async def main():', 'asyncio.run(main())', '    total = 0', '    for n in range(2):', '        total += n', '    for n in range(2):', '        total += n', '    for n in range(2):', '    await asyncio.sleep(1)', '    await asyncio.sleep(1)', '    print(total)'];
  assert.deepEqual(forth, lines.slice(0, 1));
  for (const wanted of lines.slice(1)) await there('Step forward', wanted);
  for (const wanted of lines.slice(0, -1).reverse()) await there('Step back', wanted);
});

test('a run that is longer than its picture shows what it prints afterwards', async () => {
  await open();
  await page.locator('ap-editor .cm-content').waitFor();
  // Something happens between the lines, or they would be left out.
  await inEditor('from contextvars import ContextVar\nv = ContextVar("v")\nprint("first")\nfor n in range(1_000_000):\n    v.set(n)\nprint("last 🌰")\n');
  await page.keyboard.press('Control+Enter');
  await page.locator('ap-output pre.rest').waitFor({ timeout: 60_000 });
  assert.equal(await page.locator('ap-output pre.rest').innerText(), 'last 🌰\n');
  assert.deepEqual(await output(), ['first']);
});

test('Stop ends a program that never gives up control', async () => {
  await open();
  await page.locator('ap-editor .cm-content').waitFor();
  await inEditor('while True:\n    pass\n');
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Stopped.').waitFor();
  await inEditor('print("alive")\n');
  await page.waitForFunction(() => document.querySelector('ap-app').shadowRoot.querySelector('ap-panels').shadowRoot.querySelector('ap-output').shadowRoot.textContent.includes('alive'));
});

test('teaser 3 is checked by running: order, times, total', async () => {
  await open('#course/loop/who-is-first');
  const order = page.locator('ap-question').nth(0);
  await order.locator('li').nth(4).waitFor();
  assert.equal(await page.locator('ap-output button').count(), 0, 'nothing is shown before the answer');
  const items = () => order.locator('li span').allInnerTexts();
  const arrange = async (wanted) => {
    for (const [i, text] of wanted.entries()) {
      while ((await items()).indexOf(text) > i) await order.getByRole('button', { name: `${text}: up` }).click();
    }
    await order.getByRole('button', { name: 'Check' }).click();
  };
  await arrange(['A start', 'A middle', 'A end', 'B start', 'B end']);
  await order.getByText('Not what the run shows').waitFor();
  await arrange(['A start', 'B start', 'A middle', 'A end', 'B end']);
  await order.getByText('Right times, and here is the rule').waitFor();
  await arrange(['A start', 'B start', 'A middle', 'B end', 'A end']);
  await order.getByText('Right.', { exact: false }).first().waitFor();

  for (const [i, wrong, right] of [[1, '0', '1'], [2, '4', '2'], [3, '1', '2.0'], [4, '4', '2 s']]) {
    const question = page.locator('ap-question').nth(i);
    await question.locator('input').fill(wrong);
    await question.getByRole('button', { name: 'Check' }).click();
    await question.getByText('Not what the run shows').waitFor();
    await question.locator('input').fill(right);
    await question.getByRole('button', { name: 'Check' }).click();
    await question.getByText('✓ Right.').waitFor();
  }
  await page.getByText('in the order in which they were set.', { exact: false }).waitFor();
});
