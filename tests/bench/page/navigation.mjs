// From navigation to the first drawn timeline of a real run, in Chromium: unthrottled, at 1.6 Mbit/s and 150 ms, and with a
// processor that is four times slower; and what was downloaded until then. Beside it, in the same run, what a page with nothing
// but one word on a canvas takes: what the browser, and the machine on that day, take for themselves.
//
//   node tests/bench/page/navigation.mjs [--rounds N]     needs `node .ci/build.mjs wasm page`
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { launch } from '../../../.ci/browser.mjs';
import { main, Sentence } from '../../../.ci/say.mjs';
import { serve } from '../../../.ci/serve.mjs';
import { median, table } from '../figures.mjs';

const settings = [
  { name: 'unthrottled', bar: 0.2 },
  { name: '1.6 Mbit/s, 150 ms', bar: 2.2, network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 } },
  { name: 'processor 4x slower', bar: 0.7, slower: 4 },
];

// Runs in the page from its start: notes when the first picture with a label on it is on the screen. Reading pixels back instead
// would take longer than what is measured.
function watch() {
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (...parts) {
    CanvasRenderingContext2D.prototype.fillText = fillText;
    // Pictures are drawn within a frame: a task that comes once the frame is over.
    setTimeout(() => (globalThis.firstTimeline = performance.now()));
    return fillText.apply(this, parts);
  };
}

/** In the page: what the page had received by then. */
function received(then) {
  const files = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].filter(({ responseEnd }) => responseEnd <= then);
  return { seconds: then / 1000, bytes: files.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) };
}

async function once(browser, address, { network, slower }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (network) await session.send('Network.emulateNetworkConditions', network);
  if (slower) await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  // By the protocol itself: what playwright puts into a page to wait in it would be measured along.
  await session.send('Page.enable');
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watch})()` });
  await session.send('Page.navigate', { url: address });
  let drawn;
  for (const began = performance.now(); !drawn; ) {
    if (performance.now() - began > 60_000) throw new Sentence(`No timeline was drawn at ${address} within a minute.`);
    await setTimeout(250);
    drawn = (await session.send('Runtime.evaluate', { expression: `globalThis.firstTimeline && (${received})(firstTimeline)`, returnByValue: true })).result.value;
  }
  await context.close();
  return drawn;
}

const empty = "<!doctype html><title>nothing</title><canvas></canvas><script src='word.js'></script>";
const word = "document.querySelector('canvas').getContext('2d').fillText('word', 10, 10);";

/** The table, and a sentence on what was downloaded. */
export async function navigationTable(rounds) {
  const server = await serve({ port: 8431 });
  const folder = mkdtempSync(join(tmpdir(), 'nothing-'));
  writeFileSync(join(folder, 'index.html'), empty);
  writeFileSync(join(folder, 'word.js'), word);
  const nothing = await serve({ port: 8432, folder });
  const browser = await launch();
  try {
    const took = settings.map(() => []);
    const least = settings.map(() => []);
    let bytes = 0;
    for (let round = 0; round < rounds; round++) {
      for (const [i, setting] of settings.entries()) {
        const result = await once(browser, server.address, setting);
        took[i].push(result.seconds);
        bytes = result.bytes;
        least[i].push((await once(browser, nothing.address, setting)).seconds);
      }
    }
    const seconds = (all) => median(all).toFixed(2);
    const rows = settings.map(({ name, bar }, i) => [name, seconds(took[i]), bar, seconds(least[i])]);
    return `${table(['navigation to the first timeline', 'seconds', 'bar', 'a page with one word'], rows)}
The page's own thread had received ${(bytes / 1000).toFixed(0)} KB by then (what a worker fetches is not counted in it).
`;
  } finally {
    await browser.close();
    await Promise.all([server.close(), nothing.close()]);
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
    console.log(await navigationTable(Number(values.rounds)));
  });
}
