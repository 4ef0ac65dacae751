// What the page promises by the clock: quick answers to an edit, Stop at once. The machine is these tests' own.
import assert from 'node:assert/strict';
import { availableParallelism, loadavg } from 'node:os';
import { afterEach, beforeEach, test } from 'node:test';
import { browser, openEnded, server, troublesOf, useBrowser } from '../browser.mjs';

/** By the clock things take as much longer as others keep the machine busy. */
const patience = () => Math.max(1, loadavg()[0] / availableParallelism());

let page;
let troubles;

useBrowser(8640);

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  troubles = troublesOf(page);
});

afterEach(async () => {
  await page.close();
  assert.deepEqual(troubles, []);
});

const open = (hash) => openEnded(page, hash);

test('from an edit to the new timeline, and re-runs while a number is dragged', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' }); // a move from one picture to the next takes its time on purpose
  await open('#example/producer-consumer');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  const before = await spent();
  const answers = await page.evaluate(async () => {
    const { store } = document.querySelector('ap-app');
    const timeline = document.querySelector('ap-app').shadowRoot.querySelector('ap-timeline');
    const { source } = store;
    const answers = [];
    for (let i = 0; i < 40; i++) {
      const began = performance.now();
      store.tweak(source.replace('sleep(0.5)', `sleep(${(0.5 + (i % 10) / 20).toFixed(2)})`));
      while (store.stale) await new Promise((resolve) => store.addEventListener('change', resolve, { once: true }));
      timeline.paint();
      answers.push(performance.now() - began);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return answers.sort((a, b) => a - b);
  });
  const ours = ((await spent()) - before) / 40;
  // As a hand does it: a new number at every frame, for a second.
  const runs = await page.evaluate(async () => {
    const { store } = document.querySelector('ap-app');
    const { source } = store;
    let runs = 0;
    const count = ({ detail }) => detail === 'run' && store.phase === 'done' && runs++;
    store.addEventListener('change', count);
    const began = performance.now();
    for (let i = 0; performance.now() - began < 1000; i++) {
      store.tweak(source.replace(/sleep\(0\.\d+\)/, `sleep(${(0.5 + (i % 50) / 100).toFixed(2)})`));
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    store.removeEventListener('change', count);
    return runs;
  });
  console.log(JSON.stringify({ 'edit to picture, ms': answers[20], 'of these the main thread, with the page around': ours, 're-runs in a second': runs, load: loadavg()[0] }));
  // The aim is 16; this guards against growing further.
  assert.ok(ours < 45, `${ours} ms of the main thread for a re-run`);
  // 16 and 30 are the aims on a machine that does nothing else.
  assert.ok(answers[20] < 60 * patience(), `${answers[20]} ms from an edit to the picture`);
  assert.ok(runs >= 10 / patience(), `${runs} re-runs in a second`);
});

test('Stop is obeyed at once, and the next program runs', async () => {
  await open();
  const took = await page.evaluate(async () => {
    const { store } = document.querySelector('ap-app');
    const running = store.open('while True:\n    pass\n');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = performance.now();
    store.stop();
    await running;
    const stopped = performance.now() - began;
    const phase = store.phase;
    await store.open('print("alive")\n');
    return { stopped, phase, alive: store.lines().map(({ text }) => text) };
  });
  console.log(`stopped after ${took.stopped.toFixed(1)} ms`);
  assert.ok(took.stopped < 1000 * patience(), `${took.stopped} ms until it stopped`); // 100 is the aim
  assert.equal(took.phase, 'stopped');
  assert.deepEqual(took.alive, ['alive']);
});

test('Stop ends a program inside a native loop, and the next one runs', { timeout: 120_000 }, async () => {
  const loops = ['sum(range(10**12))', '9**9**9', 'while True: sorted([1, 0] * 10**6)', '-1 in iter(range(10**12))', "while True: ''.join(['ab'] * 10**6)", 'x = list(range(10**6))\nwhile True: repr(x)'];
  await page.goto(server.address);
  await page.locator('ap-output button').first().waitFor();
  for (const loop of loops) {
    let took = Infinity;
    for (let tries = 0; tries < 4 && took > 100; tries++) {  // the machine may be busy
      await page.evaluate((source) => void document.querySelector('ap-app').store.open(source), `print("before")\n${loop}  # ${tries}\n`);
      const stop = page.getByRole('button', { name: 'Stop' });
      await stop.waitFor();
      took = Math.min(took, await stop.evaluate(async (button) => {
        const began = performance.now();
        button.click();
        while (button.isConnected) await new Promise((next) => setTimeout(next));
        return performance.now() - began;
      }));
      await page.getByText('Stopped.').waitFor();
    }
    assert.ok(took < 100, `${loop} stopped after ${took.toFixed(0)} ms`);
  }
  await page.evaluate(() => void document.querySelector('ap-app').store.open('print("the next one")'));
  await page.locator('ap-output').getByText('the next one').first().waitFor();
});
