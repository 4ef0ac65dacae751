// For everybody: axe finds nothing, all goes by keyboard, a phone is wide enough, dark is readable.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { browser, server, useBrowser } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

useBrowser(8440);

async function open(hash, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(server.address + hash);
  if (hash === '#course') {
    await page.getByRole('heading', { name: 'Asyncio, step by step' }).waitFor();
    return page;
  }
  await page.locator('ap-timeline canvas').waitFor();
  await page.locator('ap-editor .cm-content').waitFor();
  return page;
}

async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).slice(0, 3).join(' | ')}`);
}

for (const [name, hash, options] of [
  ['the playground', '', {}],
  ['the playground in the dark', '', { colorScheme: 'dark' }],
  ['the course', '#course', {}],
  ['a lesson', '#course/loop/cpu-hog', {}],
  ['a teaser on a phone in the dark', '#course/loop/who-is-first', { colorScheme: 'dark', viewport: { width: 360, height: 740 } }],
]) {
  test(`axe finds nothing in ${name}`, async () => {
    const page = await open(hash, options);
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });
}

test('axe finds nothing in any panel', async () => {
  const page = await open('');
  await page.locator('ap-output button').first().waitFor();
  await page.getByRole('button', { name: 'Step back' }).click();
  for (const tab of ['Trace', 'Loop', 'Who awaits', 'Problems', 'Table']) {
    await page.getByRole('tab', { name: tab }).click();
    await page.locator('ap-panels [role=tabpanel] > *').first().waitFor();
    assert.deepEqual(await violations(page), [], tab);
  }
  await page.context().close();
});

test('360 px are enough: nothing sticks out to the side', async () => {
  for (const hash of ['', '#course', '#course/loop/who-is-first']) {
    const page = await open(hash, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `${hash || 'playground'}: ${width} px`);
    await page.context().close();
  }
});

test('by keyboard alone: to the timeline, step, choose a task, zoom, switch the axis, get help', async () => {
  const page = await open('');
  await page.locator('ap-output button').first().waitFor();
  const focused = () => page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent.trim()}`;
  });
  const words = () => page.locator('ap-stepper .words').innerText();
  let seen = '';
  for (let i = 0; i < 40 && !seen.startsWith('canvas'); i++) {
    await page.keyboard.press('Tab');
    seen = await focused();
    if (seen.startsWith('div Python program')) await page.keyboard.press('Escape');
  }
  assert.match(seen, /^canvas Timeline: \d+ tasks/);
  await page.keyboard.press('Home');
  assert.match(await words(), /runs for the first time/);
  await page.keyboard.press('ArrowRight');
  const second = await words();
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await words(), second);
  await page.keyboard.press('ArrowLeft');
  assert.equal(await words(), second);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('w');
  await page.keyboard.press('x');
  assert.equal(await page.getByRole('button', { name: 'Steps' }).getAttribute('aria-pressed'), 'true');
  await page.keyboard.press('End');
  await page.keyboard.press('[');
  assert.doesNotMatch(await words(), /has ended/);
  await page.keyboard.press('?');
  await page.getByRole('heading', { name: 'Keys', exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Keys', exact: true }).waitFor({ state: 'hidden' });
  await page.context().close();
});
