// A whole chapter by keyboard alone, on a machine at a quarter of its speed: from the list of chapters through four
// lessons to the next chapter, every question answered, the run stepped, no pointer ever used.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, server, useBrowser } from './browser.mjs';

useBrowser(8520);

/** What has the focus, as its role-like tag and its name. */
const focused = (page) => page.evaluate(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText ?? '';
  return `${element.tagName.toLowerCase()} ${label.trim().replace(/\s+/g, ' ')}`;
});

async function tabTo(page, wanted, { back = false } = {}) {
  const seen = [];
  for (let i = 0; i < 150; i++) {
    const now = await focused(page);
    if (wanted.test(now)) return now;
    seen.push(now);
    // In the editor the tabulator indents, until one presses Escape.
    if (/^div Python program/.test(now)) await page.keyboard.press('Escape');
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  assert.fail(`nothing that matches ${wanted} is reached by Tab; seen: ${[...new Set(seen)].join(' | ')}`);
}

const press = async (page, wanted, options) => {
  await tabTo(page, wanted, options);
  await page.keyboard.press('Enter');
};
/** The question's last verdict, read as a screen reader would: from its status. */
const verdict = (page, i, pattern) => page.locator('ap-question').nth(i).locator('[role=status]', { hasText: pattern }).waitFor();

async function answer(page, i, field, text) {
  await page.keyboard.press('Tab'); // out of the field before
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await verdict(page, i, '✓');
}

test('a chapter by keyboard alone, at a quarter of the processor', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const troubles = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => !request.url().startsWith(server.address) && !request.url().startsWith('blob:') && troubles.push(request.url()));
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const began = performance.now();

  await page.goto(`${server.address}#course`);
  const title = (name) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
  await title('Asyncio, step by step');

  // 3.1: look at the run, step by step, from the list of what to look at and from the timeline.
  await press(page, /^a .*Two tasks, line by line/);
  await title('Two tasks, line by line');
  await page.locator('ap-output button').first().waitFor();
  const words = () => page.locator('ap-stepper .words').innerText();
  await tabTo(page, /^canvas Timeline/);
  await page.keyboard.press('Home');
  const first = await words();
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await words(), first);
  await page.keyboard.press('ArrowDown');
  await page.locator('ap-timeline .chosen').waitFor();
  await page.keyboard.press('End');
  await tabTo(page, /^a Looking inside the loop/, { back: true });
  await page.keyboard.press('Enter');

  // 3.2
  await title('Looking inside the loop');
  await tabTo(page, /^input Answer/);
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await verdict(page, 0, /✓/);
  await press(page, /^a The CPU hog/);

  // 3.3: nothing is shown before it is predicted; bars are moved by arrow keys.
  await title('The CPU hog');
  await page.locator('ap-question').nth(3).waitFor();
  assert.equal(await page.locator('ap-output button').count(), 0);
  await answer(page, 0, /^input Answer/, '1');
  for (const [handle, moves] of [['hog starts', 0], ['hog ends', 0], ['cat starts', 2], ['cat ends', 1], ['dog starts', 2], ['dog ends', 2]]) {
    await tabTo(page, new RegExp(`^button ${handle}`));
    for (let i = 0; i < moves; i++) await page.keyboard.press('ArrowRight');
  }
  await press(page, /^button Check/);
  await page.locator('ap-question').nth(1).locator('[role=status] > *').first().waitFor();
  const bars = await page.locator('ap-question').nth(1).locator('[role=status]').innerText();
  assert.match(bars, /✓/, bars);
  await answer(page, 2, /^input Answer/, '2');
  await answer(page, 3, /^input Answer/, '1');
  await press(page, /^a Who is first/);

  // Teaser 3: lines are put in order by buttons.
  await title('Who is first?');
  const items = page.locator('ap-question').first().locator('li span');
  await items.nth(4).waitFor();
  for (const [i, text] of ['A start', 'B start', 'A middle', 'B end', 'A end'].entries()) {
    while ((await items.allInnerTexts()).indexOf(text) > i) await press(page, new RegExp(`^button ${text}: up`));
  }
  await press(page, /^button Check/);
  await verdict(page, 0, '✓');
  for (const [i, text] of ['1', '2', '2', '2'].entries()) await answer(page, i + 1, /^input Answer/, text);
  await page.getByText('in the order in which they were set.', { exact: false }).waitFor();

  // The chapter is done, and the list says so.
  await press(page, /^button Course/);
  await title('Asyncio, step by step');
  for (const name of ['The CPU hog', 'Who is first?']) assert.match(await page.getByRole('link', { name }).innerText(), /✓/, name);
  console.log(`a chapter by keyboard at a quarter of the processor: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  assert.deepEqual(troubles, []);
  await context.close();
});
