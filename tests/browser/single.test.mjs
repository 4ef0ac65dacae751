// The page in one file, opened from the disk.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from '../../.ci/browser.mjs';
import { root } from '../../.ci/say.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

test('it runs a program and opens a lesson, and asks nobody for anything', { timeout: 90_000 }, async () => {
  const page = await browser.newPage();
  const problems = [];
  const requests = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('request', (request) => requests.push(request.url()));
  const address = pathToFileURL(join(root, 'dist/single/asyncio-playground.html')).href;
  await page.goto(address);
  await page.waitForFunction(() => document.querySelector('ap-app')?.store?.run.result, undefined, { timeout: 60_000 });
  const lines = await page.evaluate(() => document.querySelector('ap-app').store.model.output.map(({ text }) => text).join(''));
  assert.notEqual(lines, '', 'the first example has printed something');
  await page.goto(`${address}#course/loop/who-is-first`);
  await page.getByRole('heading', { name: 'Who is first?' }).waitFor({ timeout: 30_000 });
  assert.deepEqual(requests.filter((url) => !/^(file|blob|data):/.test(url)), []);
  assert.deepEqual(problems, []);
  await page.close();
});
