// From navigation to the first drawn timeline of a real run, in Chromium: unthrottled, at 1.6 Mbit/s and 150 ms, and with a
// processor that is four times slower; and what was downloaded until then.
//
//   node tests/bench/page/measure.mjs [--rounds N]     needs `node .ci/build.mjs wasm page`
import { parseArgs } from 'node:util';
import { launch } from '../../../.ci/browser.mjs';
import { main } from '../../../.ci/say.mjs';
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
    requestAnimationFrame(() => setTimeout(() => (globalThis.firstTimeline = performance.now())));
    return fillText.apply(this, parts);
  };
}

async function once(browser, address, { network, slower }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (network) await session.send('Network.emulateNetworkConditions', network);
  if (slower) await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.firstTimeline !== undefined, undefined, { timeout: 120_000 });
  const seconds = (await page.evaluate(() => globalThis.firstTimeline)) / 1000;
  await context.close();
  return { seconds, bytes };
}

await main(async () => {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
  const server = await serve({ port: 8431 });
  const browser = await launch();
  try {
    const took = settings.map(() => []);
    let bytes = 0;
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const [i, setting] of settings.entries()) {
        const result = await once(browser, server.address, setting);
        took[i].push(result.seconds);
        bytes = result.bytes;
      }
    }
    console.log(table(['navigation to the first timeline', 'seconds', 'bar'], settings.map(({ name, bar }, i) => [name, median(took[i]).toFixed(2), bar])));
    console.log(`The page's own thread had received ${(bytes / 1000).toFixed(0)} KB by then (a worker's files are not counted in it).`);
  } finally {
    await browser.close();
    await server.close();
  }
});
