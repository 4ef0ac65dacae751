// The engine in two parts (web/src/engine/parts.ts): the first picture needs one, and whatever else a program wants comes in time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { browser, server, useBrowser } from './browser.mjs';

useBrowser(8427);

const link = (source) => `${server.address}#run/${deflateRawSync(JSON.stringify({ source })).toString('base64url')}`;
// Rows of the modules and of the engine's rest: numbers, sorting, formats, classes, a module in Python.
const wide = 'import json, asyncio\nfrom dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\nprint(json.dumps({"a": [1, 2.5]}), P(2**70), f"{3.14159:>8.2f}", sorted([3, 1]), divmod(7, 2))\n';
const printed = '{"a": [1, 2.5]} P(x=1180591620717411303424)     3.14 [1, 3] (3, 1)';

/** A visit in a context of its own; `asked` are the files in the order in which they were asked for. */
async function visit(address, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const asked = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').pop()));
  await page.goto(address);
  return { context, page, asked };
}

test('the first picture stands before the rest is asked for, and without the whole engine', async () => {
  const { context, page, asked } = await visit(server.address, { serviceWorkers: 'block' });
  await page.locator('ap-stepper .words', { hasText: 'has ended' }).waitFor();
  const at = (name) => asked.findIndex((file) => file.startsWith(name));
  assert.ok(at('first-') >= 0 && at('first-') < at('index-'), `the first part is asked for before any script: ${asked}`);
  await page.waitForFunction(() => performance.getEntriesByType('resource').length > 5);
  assert.equal(asked.filter((file) => file.startsWith('first-')).length, 1, 'once');
  assert.equal(at('engine-'), -1, 'the whole engine is for pages of other origins');
  await context.close();
});

test('a program that wants the rest and the modules at once gets both', async () => {
  const { context, page } = await visit(link(wide), { serviceWorkers: 'block' });
  await page.locator('ap-output button .text').first().waitFor();
  assert.equal(await page.locator('ap-output button .text').first().innerText(), printed);
  await context.close();
});

test('the same without a network, after one visit', async () => {
  const { context, page } = await visit(server.address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.goto(link(wide));
  await page.reload();
  await page.locator('ap-output button .text').first().waitFor();
  assert.equal(await page.locator('ap-output button .text').first().innerText(), printed);
  await context.close();
});
