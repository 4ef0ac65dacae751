// From an edit to the new timeline, and re-runs a second while a number is dragged, for programs of a lesson's size, in Chromium.
//
//   node tests/bench/page/edit.mjs [--rounds N] [--profile]     needs `node .ci/build.mjs wasm page`
//
// "picture": from the change of the program to the end of the frame that shows the run's end, by the clock, median of N. The
// browser draws sixty frames a second and each change comes right after one, so it cannot be less than 16.7 here. Of it,
// "run" is until the new run and its events are in the page, "drawing" the frame itself; between them the page waits for it.
// "re-runs": so many runs a second were drawn in a drag of six seconds whose next move comes as soon as the one before is drawn:
// in the first two seconds, while the browser still compiles the engine for speed, and afterwards.
// --profile: where the page's own thread spends its time meanwhile.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from '../../../.ci/browser.mjs';
import { main, root } from '../../../.ci/say.mjs';
import { serve } from '../../../.ci/serve.mjs';
import { median, table } from '../figures.mjs';

const programs = ['scenarios/tasks/dinner/as_tasks.py', 'scenarios/examples/cafe.py', 'scenarios/queues/producer-consumer/counter.py'];

/** In the page: changes a number of the program `times` times, each change after the picture of the one before. */
async function drag({ source, number, times, most }) {
  const { store } = document.querySelector('ap-app');
  const at = source.lastIndexOf(number);
  const took = [];
  const began = performance.now();
  for (let i = 0; i < times && performance.now() - began < most; i++) {
    const changed = source.slice(0, at) + (Number(number) + 0.01 * (i + 1)).toFixed(2) + source.slice(at + number.length);
    const start = performance.now();
    const over = new Promise((resolve) => {
      const look = () => {
        if (store.phase !== 'done' || store.run.source !== changed) return;
        store.removeEventListener('change', look);
        const run = performance.now() - start;
        // After the frame that draws it: a task that comes once the frame is over.
        requestAnimationFrame((frame) => setTimeout(() => resolve({ run, drawing: performance.now() - Math.max(frame, start) })));
      };
      store.addEventListener('change', look);
    });
    store.tweak(changed);
    took.push({ ...(await over), picture: performance.now() - start });
  }
  return { took };
}

export async function editTable(rounds, profile = false) {
  const server = await serve({ port: 8432 });
  const browser = await launch();
  try {
    const rows = [];
    for (const file of programs) {
      const source = readFileSync(join(root, file), 'utf8');
      const number = /sleep\((\d+(?:\.\d+)?)\)(?![\s\S]*sleep\(\d)/.exec(source)[1];
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(server.address);
      await page.locator('ap-editor .cm-content').waitFor();
      await page.evaluate((text) => document.querySelector('ap-app').store.open(text), source);
      await page.evaluate(drag, { source, number, times: 10, most: 5000 });
      const session = await page.context().newCDPSession(page);
      if (profile) {
        await session.send('Profiler.enable');
        await session.send('Profiler.setSamplingInterval', { interval: 100 });
        await session.send('Profiler.start');
      }
      const { took } = await page.evaluate(drag, { source, number, times: rounds, most: 60_000 });
      if (profile) show(await session.send('Profiler.stop'), took.length);
      const { took: many } = await page.evaluate(drag, { source, number, times: 10_000, most: 6000 });
      const [first, later] = rates(many.map(({ picture }) => picture), 2000);
      const middle = (key) => median(took.map((one) => one[key])).toFixed(1);
      rows.push([file.split('/').at(-1), middle('picture'), 16, middle('run'), middle('drawing'), first.toFixed(0), later.toFixed(0), 30]);
      await page.close();
    }
    return table(['an edit of', 'picture, ms', 'bar', 'run, ms', 'drawing, ms', 're-runs a second at first', 'later', 'bar'], rows);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** How many a second, of what took so many ms one after the other: until `until` ms are over, and after that. */
function rates(took, until) {
  let sum = 0;
  const first = took.findIndex((ms) => (sum += ms) > until) + 1;
  const per = (some) => (1000 * some.length) / some.reduce((a, b) => a + b, 0);
  return [per(took.slice(0, first)), per(took.slice(first))];
}

function show({ profile }, runs) {
  const self = new Map();
  const names = new Map(profile.nodes.map((node) => [node.id, `${node.callFrame.functionName || '(anonymous)'} ${node.callFrame.url.split('/').at(-1)}:${node.callFrame.lineNumber + 1}`]));
  profile.samples.forEach((id, i) => self.set(names.get(id), (self.get(names.get(id)) ?? 0) + profile.timeDeltas[i] / 1000));
  for (const [name, ms] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 25)) console.log(`${(ms / runs).toFixed(2).padStart(7)} ms a run  ${name}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const { values } = parseArgs({ options: { rounds: { type: 'string', default: '40' }, profile: { type: 'boolean' } } });
    console.log(await editTable(Number(values.rounds), values.profile));
  });
}
