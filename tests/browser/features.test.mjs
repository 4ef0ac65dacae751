// Every feature of the page in a real browser, and every scenario opened once.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { browser, server, troublesAndRequestsOf, useBrowser } from './browser.mjs';

const read = (path) => JSON.parse(readFileSync(new URL(`../../scenarios/${path}`, import.meta.url), 'utf8'));
let context;
let page;
let troubles;

useBrowser(8460);

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true });
  page = await context.newPage();
  troubles = troublesAndRequestsOf(page);
});

afterEach(async () => {
  await context.close();
  assert.deepEqual(troubles, []);
});

const open = async (hash = '') => {
  await page.goto(`${server.address}${hash}`);
  await page.locator('ap-editor .cm-content').waitFor();
};
const type = async (source) => {
  await page.locator('ap-editor .cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(source);
  await page.keyboard.press('Control+Enter');
};
const words = (text) => page.locator('ap-stepper .words', { hasText: text }).waitFor();
const tab = (name) => page.getByRole('tab', { name }).click();

const race = `import asyncio

async def a():
    await asyncio.sleep(1)
    print("a")

async def main():
    lock = asyncio.Lock()
    async with lock:
        await asyncio.gather(a(), a())

asyncio.run(main())
`;

test('the panels tell the chosen step: trace, loop, tree, table', async () => {
  await open();
  await type(race);
  await words('1.0 s of virtual time');
  await page.getByRole('button', { name: 'To the first step' }).click();
  for (let i = 0; i < 2; i++) await page.getByRole('button', { name: 'Step forward' }).click();
  await words('Task-3 runs for the first time');
  await tab('Loop');
  const loop = page.locator('ap-loop');
  await loop.getByText('has the loop').waitFor();
  await loop.locator('li', { hasText: '1.0 s' }).first().waitFor();
  await loop.getByText('locked').waitFor();
  await tab('Who awaits');
  await page.locator('ap-tree').getByText('sleeping until 1.0 s').waitFor();
  assert.match((await page.locator('ap-tree button').allInnerTexts()).join('\n'), /Task-1[^]*gather[^]*Task-2[^]*Task-3/);
  await tab('Table');
  await page.locator('ap-table tr', { hasText: 'Task-2' }).getByText('sleeping until 1.0 s').waitFor();
  await tab('Trace');
  await page.locator('ap-trace').getByText('starts a()').last().waitFor();
  assert.equal(await page.locator('ap-trace').getByText('prints: a').count(), 0, 'the trace grows with the playhead');
});

test('errors of a program are shown at their lines and in words', async () => {
  await open();
  await type('import asyncio\nprint("x"\n');
  await page.locator('ap-output').getByText('SyntaxError').waitFor();
  await page.locator('ap-editor .cm-lint-marker-error').waitFor();
  await type('import asyncio\n\nasync def main():\n    1 / 0\n\nasyncio.run(main())\n');
  await page.locator('ap-output').getByText('ZeroDivisionError').first().waitFor();
  await tab('Problems');
  await page.locator('ap-problems').getByText('ZeroDivisionError').first().waitFor();
});

test('text of a program is never markup', async () => {
  await open();
  await type('print("<img src=x onerror=alert(1)><b>hi</b>")\n');
  await page.locator('ap-output').getByText('<img src=x onerror=alert(1)><b>hi</b>').waitFor();
  assert.equal(await page.locator('ap-output img').count(), 0);
});

test('a link holds program, step and chosen task', async () => {
  await open();
  await type(race);
  await words('1.0 s of virtual time');
  await page.locator('ap-timeline canvas').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy a link' }).click();
  await page.getByText('The link is copied').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await page.goto(link);
  await words('Task-2 runs for the first time');
  await page.locator('ap-editor .cm-content').getByText('asyncio.Lock').waitFor();
  await page.goto(`${server.address}#run/nonsense`);
  await page.getByText('This link is damaged').waitFor();
});

test('a slider and a dragged number run the program again', async () => {
  await open('#course/why/ten-downloads');
  await page.locator('ap-app .run').click();
  await words('10.0 s of virtual time');
  await page.locator('ap-sliders input').first().fill('4');
  await words('4.0 s of virtual time');
  await page.getByRole('button', { name: 'Reset' }).click();
  await words('10.0 s of virtual time');
  const number = page.locator('ap-editor .cm-line', { hasText: 'FILES = 10' }).getByText('10');
  const { x, y, width, height } = await number.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 31, y + height / 2, { steps: 6 });
  await page.mouse.up();
  await words('15.0 s of virtual time');
});

test('two programs on one axis, stepped together, with the difference and where they part', async () => {
  await open('#course/tasks/dinner');
  await page.getByRole('button', { name: 'on one axis' }).click();
  const contrast = page.locator('ap-contrast');
  await contrast.locator('figure').nth(1).waitFor();
  assert.match(await contrast.locator('.summary').innerText(), /2\.0 s less[^]*They part at step/);
  assert.equal(await contrast.locator('canvas').count(), 2);
  const words = () => contrast.locator('.words').allInnerTexts();
  await page.getByRole('button', { name: 'Show it' }).click();
  assert.match((await words()).join('\n'), /0\.0 s[^]*0\.0 s/);
  // One step forward in time moves both playheads to the same moment.
  await page.getByRole('button', { name: 'Step forward in all' }).click();
  assert.match((await words()).join('\n'), /1\.0 s[^]*1\.0 s/);
  // They are zoomed together.
  const views = () => page.evaluate(() => [...document.querySelector('ap-app').shadowRoot.querySelector('ap-contrast').shadowRoot.querySelectorAll('ap-timeline')].map(({ view }) => `${view.begin} ${view.end}`));
  const before = await views();
  assert.equal(before[0], before[1]);
  await contrast.locator('canvas').first().focus();
  await page.keyboard.press('w');
  const after = await views();
  assert.equal(after[0], after[1]);
  assert.notEqual(after[0], before[0]);
  await page.getByRole('button', { name: 'Back to one program' }).click();
  await page.locator('ap-timeline canvas').waitFor();
});

test('one\'s own change beside the program as it was', async () => {
  await open();
  await type(race);
  await words('1.0 s of virtual time');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.locator('ap-contrast figure').nth(1).waitFor();
  assert.match(await page.locator('ap-contrast .summary').innerText(), /As you changed it takes 8\.5 s less than As it was/);
  await page.getByRole('button', { name: 'Back to one program' }).click();
  await page.getByRole('button', { name: 'Reset' }).click();
  await words('9.5 s of virtual time');
});

test('a sweep finds where the outcome changes', async () => {
  await open();
  await type(`import asyncio\n\nPATIENCE = 1.0\n\nasync def main():\n    try:\n        await asyncio.wait_for(asyncio.sleep(2), PATIENCE)\n        print("served")\n    except TimeoutError:\n        print("left")\n\nasyncio.run(main())\n`);
  await words('1.0 s of virtual time');
  await page.getByRole('button', { name: 'Sweep PATIENCE' }).click();
  const sweep = page.locator('ap-sweep');
  await sweep.getByText('The outcome changes').waitFor();
  const from = Number(await sweep.locator('p b').nth(1).innerText());
  assert.ok(from >= 1.95 && from <= 2.05, `it changes at ${from}`);
  await sweep.getByText('served').waitFor();
  await sweep.getByRole('button', { name: /^Set PATIENCE to 2/ }).click();
  await page.locator('ap-output').waitFor({ state: 'detached' });
  await tab('Output');
  await page.locator('ap-output').getByText('served').waitFor();
});

test('a run can be saved', async () => {
  await open();
  await page.locator('ap-output button').first().waitFor();
  for (const [format, ending, content] of [['NDJSON', 'ndjson', '"type":"run_started"'], ['SVG', 'svg', '<svg'], ['as text', 'txt', 'task'], ['Perfetto', 'json', 'traceEvents'], ['Mermaid', 'mmd', 'sequenceDiagram']]) {
    await page.getByRole('button', { name: 'Share' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: format }).click()]);
    assert.equal(download.suggestedFilename(), `asyncio-run.${ending}`);
    assert.ok(readFileSync(await download.path(), 'utf8').includes(content), format);
  }
});

test('a program is repaired: feedback until it behaves', async () => {
  await open('#course/coroutines/nothing-cooks');
  const question = page.locator('ap-question').first();
  await question.getByRole('button', { name: 'Check' }).click();
  await question.locator('.wrong').waitFor();
  const source = await page.evaluate(() => document.querySelector('ap-app').shadowRoot.querySelector('ap-editor').shadowRoot.querySelector('.cm-content').innerText);
  await type(source.replaceAll('\n\n', '\n').replace(/^(    )(\w+\(.*\))$/gm, (line, indent, call) => (/^(print|asyncio)/.test(call) ? line : `${indent}await ${call}`)));
  await question.getByRole('button', { name: 'Check' }).click();
  // The old verdict stands there until the new one is found.
  await question.locator('form[aria-busy="true"]').waitFor({ state: 'detached' });
  await question.locator('.right').waitFor().catch(async () => assert.fail(await question.innerText()));
  assert.equal(await question.locator('.wrong').count(), 0);
});

test('light, dark, and as the system says', async () => {
  await open();
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: 'Colours: as the system' }).click();
  await page.getByRole('button', { name: 'Colours: light' }).click();
  assert.notEqual(await paper(), light);
  await page.reload();
  assert.notEqual(await paper(), light);
});

test('offline after the first visit', async () => {
  await open();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.goto(`${server.address}#course/loop/two-tasks`);
  await page.reload();
  await page.getByRole('heading', { level: 2, name: 'Two tasks', exact: false }).first().waitFor();
  await page.locator('ap-output button').first().waitFor();
});

test('errata and beliefs', async () => {
  await open('#errata/cpu-hog');
  await page.locator('ap-errata .chosen').getByText('It takes 2.0 s').waitFor();
  await page.locator('ap-output button').first().waitFor();
  await page.goto(`${server.address}#belief`);
  await page.getByRole('heading', { name: 'Beliefs that mislead' }).waitFor();
});

test('every scenario opens, and its questions find their keys', async () => {
  await page.goto(`${server.address}#course`);
  await page.getByRole('heading', { name: 'Asyncio, step by step' }).waitFor();
  const unknown = [];
  for (const { scenarios } of read('course.json').chapters) {
    for (const id of scenarios) {
      const { title, questions = [] } = read(`${id}/scenario.json`);
      await page.evaluate((hash) => (location.hash = hash), `course/${id}`);
      await page.getByRole('heading', { level: 2, name: title, exact: true}).waitFor();
      if (questions.length > 0) await page.waitForFunction((n) => document.querySelector('ap-app').shadowRoot.querySelector('ap-course').shadowRoot.querySelectorAll('ap-question').length === n, questions.length);
      await page.locator('ap-question form[aria-busy="true"]').first().waitFor({ state: 'detached' });
      const trouble = await page.locator('ap-question .wrong').allInnerTexts();
      if (trouble.length > 0) unknown.push(`${id}: ${trouble.join(' | ')}`);
    }
  }
  assert.deepEqual(unknown, []);
});
