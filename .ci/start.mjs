// npm start: installs what is missing, builds what changed, serves the page on loopback and prints its address.
//   npm start -- --port 9000
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { main, seconds, Sentence } from './say.mjs';
import { serve } from './serve.mjs';

await main(async () => {
  const start = performance.now();
  const port = wantedPort();
  await install('start');
  await build('wasm', 'node', 'page');
  const { address } = await serve(port);
  console.log(`\nAsyncio Playground is at ${address} (after ${seconds(start)}; Ctrl+C ends it)`);
});

function wantedPort() {
  let port;
  try {
    port = parseArgs({ options: { port: { type: 'string' } } }).values.port;
  } catch (error) {
    throw new Sentence(`${error.message}. Usage: npm start -- [--port NUMBER]`);
  }
  if (port === undefined) return {};
  if (!/^\d+$/.test(port) || Number(port) > 65535) throw new Sentence(`--port takes a number up to 65535, and not "${port}".`);
  return { port: Number(port), exact: true };
}
