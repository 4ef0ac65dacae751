// What web/docs/hosting.md promises of dist/web: hashed names, compressed twins, the headers of our own server, any path.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { launch } from '../../.ci/browser.mjs';
import { root } from '../../.ci/say.mjs';
import { policy, serve } from '../../web/node/static-server.mjs';

const dist = join(root, 'dist/web');
let server;
let folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hosting-'));
  symlinkSync(dist, join(folder, 'sub'));
  server = await serve({ folder: dist, port: 8650 });
});
after(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const files = () => readdirSync(dist, { recursive: true }).map(String).filter((name) => statSync(join(dist, name)).isFile());

test('what is big lies there compressed as well, and says the same', () => {
  const plain = files().filter((name) => !/\.(br|gz)$/.test(name));
  for (const name of plain.filter((name) => /\.(html|js|wasm|css|pack|svg)$/.test(name) && statSync(join(dist, name)).size > 4000)) {
    const bytes = readFileSync(join(dist, name));
    assert.ok(brotliDecompressSync(readFileSync(join(dist, `${name}.br`))).equals(bytes), `${name}.br`);
    assert.ok(gunzipSync(readFileSync(join(dist, `${name}.gz`))).equals(bytes), `${name}.gz`);
  }
  for (const name of files().filter((name) => /\.(br|gz)$/.test(name))) assert.ok(existsSync(join(dist, name.slice(0, -3))), `${name} has no plain twin`);
});

test('names carry a hash, but for those that pages and people type', () => {
  const loose = files().filter((name) => !/\.(br|gz)$/.test(name) && !/^assets\/.*-[\w-]{8}\.[a-z0-9]+$/.test(name));
  const document = readFileSync(join(root, 'web/docs/hosting.md'), 'utf8');
  for (const name of loose) assert.ok(document.includes(`\`${name}\``), `hosting.md does not say that ${name} keeps its name`);
  const addresses = readFileSync(join(dist, 'index.html'), 'utf8').match(/(?:src|href)="[^"#]+"/g) ?? [];
  for (const address of addresses) assert.match(address, /="\.\/|="data:/, 'no address begins at the root of the host');
});

test('our server sends the headers of the document', async () => {
  const document = readFileSync(join(root, 'web/docs/hosting.md'), 'utf8');
  const table = [...document.matchAll(/^\| `([\w-]+)` \| (.*?) \| `(.*?)`.*\|$/gm)].map(([, header, where, value]) => ({ header, where, value }));
  assert.equal(table.length, 7);
  const asset = files().find((name) => /^assets\/.*\.js$/.test(name));
  const wasm = files().find((name) => name.endsWith('.wasm'));
  for (const { header, where, value } of table) {
    const paths = where === 'all' ? ['', asset, wasm, 'embed.html'] : where === 'all else' || where === 'all but `embed.html`' ? ['', 'asyncio-playground.js'] : where === '`.wasm`' ? [wasm] : [asset];
    for (const path of paths) assert.equal((await fetch(server.address + path)).headers.get(header), value, `${header} of ${path || 'index.html'}`);
  }
  assert.equal(policy, table.find(({ header }) => header === 'Content-Security-Policy').value);
  for (const [accept, encoding] of [['br', 'br'], ['gzip', 'gzip'], ['gzip, br', 'br'], ['identity', null]]) {
    const { headers } = await fetch(server.address + asset, { headers: { 'Accept-Encoding': accept } });
    assert.equal(headers.get('content-encoding'), encoding);
    assert.match(headers.get('vary'), /Accept-Encoding/);
  }
  for (const path of ['%2e%2e/package.json', '..%2fpackage.json', 'nothing', '%00']) assert.equal((await fetch(server.address + path)).status, 404, path);
  assert.equal((await fetch(server.address, { method: 'POST' })).status, 405);
});

test('the pages carry a policy of their own, which names no origin', () => {
  const carried = (name) => /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(readFileSync(join(dist, name), 'utf8'))?.[1];
  assert.equal(carried('index.html'), policy);
  const embed = new Map(carried('embed.html').split(';').map((directive) => directive.trim().split(/\s+/)).map(([name, ...sources]) => [name, sources]));
  assert.deepEqual(embed.get('default-src'), ["'none'"]);
  for (const [name, sources] of embed) if (name !== 'trusted-types') for (const source of sources) assert.match(source, /^('self'|'none'|'script'|'wasm-unsafe-eval'|'unsafe-inline'|data:|blob:)$/, name);
  assert.ok(embed.get('script-src').every((source) => source !== "'unsafe-inline'"));
});

test('it works below a path: the page, the element, the frame', { timeout: 120_000 }, async () => {
  writeFileSync(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="sub/asyncio-playground.js"></script>
    <asyncio-playground loading="eager" autorun><pre>print("element")</pre></asyncio-playground>
    <iframe sandbox="allow-scripts" src="sub/embed.html#scenario=loop/who-is-first" width="800" height="600"></iframe>`);
  const below = await serve({ folder, port: 8660, plain: true });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('requestfailed', (request) => request.failure()?.errorText !== 'net::ERR_ABORTED' && problems.push(`${request.url()} failed`)); // aborted: the page was left
    page.on('response', (response) => response.status() >= 400 && problems.push(`${response.url()}: ${response.status()}`));
    await page.goto(`${below.address}sub/`);
    await page.waitForFunction(() => document.querySelector('ap-app')?.store?.run.result, undefined, { timeout: 60_000 });
    await page.goto(below.address);
    await page.waitForFunction(() => document.querySelector('asyncio-playground').shadowRoot.querySelector('ap-player')?.store.run.result);
    await page.frames()[1].getByText('Who is first?').first().waitFor();
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
    await below.close();
  }
});
