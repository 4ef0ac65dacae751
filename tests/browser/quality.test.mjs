// What the page promises beside its features: nothing but text from outside, a sentence for old browsers, paper.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { browser, openEnded, server, troublesOf, useBrowser } from './browser.mjs';

let page;
let troubles;

useBrowser(8560);

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  troubles = troublesOf(page);
});

afterEach(async () => {
  await page.close();
  assert.deepEqual(troubles, []);
});

const open = (hash) => openEnded(page, hash);

test('an old picture is marked as old until the program has run', async () => {
  await open();
  const marked = await page.evaluate(async () => {
    const { store } = document.querySelector('ap-app');
    const timeline = document.querySelector('ap-app').shadowRoot.querySelector('ap-timeline');
    store.edit(`${store.source}\n`);
    await timeline.updateComplete;
    return [timeline.shadowRoot.querySelector('.stale') !== null, timeline.shadowRoot.querySelector('.note')?.innerText];
  });
  assert.deepEqual(marked, [true, 'old picture: the program has changed']);
  await page.locator('ap-timeline .stale').waitFor({ state: 'detached' });
});

test('text cannot become markup or code anywhere, and no other origin can be reached', async () => {
  await open();
  const tried = await page.evaluate(async () => {
    // What the test itself evaluates may evaluate; what runs after it may not.
    await new Promise((resolve) => setTimeout(resolve));
    const attempt = async (what) => {
      try {
        await what();
        return 'done';
      } catch (error) {
        return error.name;
      }
    };
    const blocked = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => blocked.push(effectiveDirective));
    const results = {
      markup: await attempt(() => (document.createElement('p').innerHTML = '<b>x</b>')),
      code: await attempt(() => new Function('return 1')()),
      script: await attempt(() => (document.createElement('script').src = 'x.js')),
      worker: await attempt(() => new Worker('x.js')),
      elsewhere: await attempt(() => fetch('https://example.com/')),
    };
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { results, blocked };
  });
  assert.deepEqual(tried.results, { markup: 'TypeError', code: 'EvalError', script: 'TypeError', worker: 'TypeError', elsewhere: 'TypeError' });
  assert.ok(tried.blocked.includes('connect-src') && tried.blocked.includes('require-trusted-types-for'));
  troubles = troubles.filter((text) => !/Content Security Policy|TrustedHTML|TrustedScript|trusted|example\.com/i.test(text));
});

test('an old browser is told in a sentence what it lacks', async () => {
  await page.addInitScript(() => {
    delete window.ResizeObserver;
    delete window.CompressionStream;
  });
  await page.goto(server.address);
  await page.getByRole('alert').getByText('needs a newer browser: this one lacks ResizeObserver, CompressionStream').waitFor();
  assert.equal(await page.locator('ap-app').count(), 0);
  troubles = troubles.filter((text) => !/ResizeObserver|CompressionStream/.test(text));
});

test('on paper: the program, the picture and the output, and nothing to press', async () => {
  await open();
  await page.emulateMedia({ media: 'print' });
  for (const shown of ['ap-editor', 'ap-timeline canvas', 'ap-output']) assert.ok(await page.locator(shown).first().isVisible(), shown);
  for (const hidden of ['ap-stepper', 'ap-app .run', 'ap-app nav', 'ap-menu']) assert.ok(!(await page.locator(hidden).first().isVisible()), hidden);
  const pdf = await page.pdf();
  assert.ok(pdf.length > 20_000);
});

test('two fingers zoom the timeline', async () => {
  await open();
  const zoomed = await page.evaluate(() => {
    const timeline = document.querySelector('ap-app').shadowRoot.querySelector('ap-timeline');
    const canvas = timeline.shadowRoot.querySelector('canvas');
    canvas.setPointerCapture = () => {};
    const { left, top } = canvas.getBoundingClientRect();
    const touch = (type, id, x) => canvas.dispatchEvent(new PointerEvent(type, { pointerId: id, pointerType: 'touch', clientX: left + x, clientY: top + 80, bubbles: true }));
    const length = () => timeline.view.end - timeline.view.begin;
    timeline.paint();
    const before = length();
    touch('pointerdown', 1, 300);
    touch('pointerdown', 2, 340);
    touch('pointermove', 2, 420);
    touch('pointerup', 2, 420);
    touch('pointerup', 1, 300);
    return before / length();
  });
  assert.ok(zoomed > 2.5 && zoomed < 3.5, `${zoomed} times as near`);
});

test('bars of a prediction are dragged; then the truth lies under them', async () => {
  await page.goto(`${server.address}#course/loop/cpu-hog`);
  const question = page.locator('ap-question', { has: page.locator('ap-bars') });
  await question.locator('ap-bars li').nth(2).waitFor();
  assert.equal(await question.locator('.truth').count(), 0);
  const handle = question.getByRole('slider', { name: 'hog ends' });
  await handle.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await handle.boundingBox();
  const track = (await question.locator('.track').first().boundingBox()).width;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + track / 5, y + height / 2, { steps: 5 });
  await page.mouse.up();
  assert.equal(await question.getByLabel('hog: to').inputValue(), '2');
  assert.equal(await handle.getAttribute('aria-valuetext'), '2.0 seconds');
  await question.getByRole('button', { name: 'Check' }).click();
  await question.locator('.truth').nth(2).waitFor();
  assert.equal(await question.locator('li.off').count(), 3);
});
