// The tarball of `npm pack`, installed in an empty folder: the command, the library in node, its types, and a Vite app.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from '../../.ci/browser.mjs';
import { root } from '../../.ci/say.mjs';
import { serve } from '../../.ci/serve.mjs';

let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'asyncio-playground-'));
  // What prepack would build is built already.
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root, stdio: 'pipe' });
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], { cwd: folder, stdio: 'pipe' });
});

after(() => rmSync(folder, { recursive: true, force: true }));

const node = (source) => {
  writeFileSync(join(folder, 'script.mjs'), source);
  const { status, stdout, stderr } = spawnSync('node', ['script.mjs'], { cwd: folder, encoding: 'utf8' });
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return stdout;
};

test('it depends on nothing, and brings no sources', () => {
  const manifest = JSON.parse(readFileSync(join(folder, 'node_modules/asyncio-playground/package.json'), 'utf8'));
  assert.equal(manifest.dependencies, undefined);
  assert.deepEqual(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')), ['asyncio-playground']);
});

test('the command runs', () => {
  const program = 'import asyncio\nasyncio.run(asyncio.sleep(3600))\nprint("an hour")\n';
  const { stdout, status } = spawnSync('npx', ['--offline', 'asyncio-playground', 'run', '-'], { cwd: folder, input: program, encoding: 'utf8' });
  assert.equal(stdout, 'an hour\n');
  assert.equal(status, 0);
});

test('the library runs, traces and iterates over events', () => {
  const output = node(`
    import { run, trace, events } from 'asyncio-playground';
    const source = 'import asyncio, collections\\nasync def tick():\\n    await asyncio.sleep(2)\\n    print("tick")\\nasyncio.run(tick())\\n';
    const { stdout, exit, virtual_seconds } = await run(source);
    console.log(JSON.stringify({ stdout, exit, virtual_seconds }));
    console.log((await trace(source)).includes('Task-1'));
    const types = new Set();
    for await (const event of events(source)) types.add(event.type);
    console.log(types.has('task_created'), types.has('output'));
  `);
  assert.equal(output, '{"stdout":"tick\\n","exit":0,"virtual_seconds":2}\ntrue\ntrue true\n');
});

test('a run can be called off, and the next one is as good as new', () => {
  const output = node(`
    import { run, events } from 'asyncio-playground';
    const stop = new AbortController();
    const endless = run('while True:\\n    pass\\n', { signal: stop.signal, limits: { steps: 1e15 } });
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await endless.catch((error) => console.log(error.message));
    for await (const event of events('print(1)\\nwhile True:\\n    pass\\n', { limits: { steps: 1e15 } })) if (event.type) break;
    console.log((await run('print(6 * 7)')).stdout.trim());
  `);
  assert.equal(output, 'enough\n42\n');
});

test('mistakes are errors with a type and a sentence', () => {
  const output = node(`
    import { run, trace, OptionError } from 'asyncio-playground';
    for (const wrong of [() => run('1', { sede: 3 }), () => trace('1', { format: 'pdf' }), () => run('1', { limits: { steps: 'many' } })]) {
      await wrong().then(() => console.log('no error'), (error) => console.log(error instanceof OptionError, error.code, error.message));
    }
  `);
  const lines = output.trim().split('\n');
  assert.match(lines[0], /^true option .*sede/);
  assert.match(lines[1], /^true option .*pdf.*ndjson/);
  assert.match(lines[2], /^true option .*steps/);
  assert.equal(lines.length, 3);
});

test('its types fit', () => {
  writeFileSync(join(folder, 'use.ts'), `
    import { run, events, inspect, OptionError, type Finished, type TraceEvent } from 'asyncio-playground';
    const finished: Finished = await run('print(1)', { seed: 1, limits: { steps: 1000 } });
    const out: string = finished.stdout;
    for await (const event of events('print(1)')) {
      const one: TraceEvent = event;
      if (one.type === 'task_created') { const name: string = one.name; void name; }
    }
    await inspect('print(1)', { at: { time: 1 } });
    // @ts-expect-error: there is no such option
    await run('1', { sede: 3 });
    void out; void OptionError;
  `);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({
    compilerOptions: { target: 'es2022', module: 'nodenext', strict: true, noEmit: true, skipLibCheck: false, types: [], lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'] },
    files: ['use.ts'],
  }));
  const { stdout, status } = spawnSync('node', [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
  assert.equal(stdout, '');
  assert.equal(status, 0);
});

test('a Vite app uses it in a browser', async () => {
  const app = join(folder, 'app');
  mkdirSync(app);
  writeFileSync(join(app, 'index.html'), '<!doctype html><meta charset="utf-8"><title>app</title><link rel="icon" href="data:,"><pre id="out"></pre><script type="module" src="./main.js"></script>');
  writeFileSync(join(app, 'main.js'), `
    import { run, events } from 'asyncio-playground';
    const source = 'import asyncio, json\\nasync def main():\\n    await asyncio.sleep(1.5)\\n    print(json.dumps({"done": True}))\\nasyncio.run(main())\\n';
    const { stdout, virtual_seconds } = await run(source);
    let count = 0;
    for await (const event of events(source)) if (event.type === 'timer_added') count++;
    document.getElementById('out').textContent = stdout + virtual_seconds + ' ' + count;
  `);
  execFileSync('node', [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error', '--outDir', 'built', '--base', './', app], { cwd: folder, stdio: 'pipe' });
  const server = await serve({ folder: join(app, 'built'), port: 8500, plain: true });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(server.address);
    await page.waitForFunction(() => document.getElementById('out').textContent !== '', undefined, { timeout: 30_000 });
    assert.equal(await page.textContent('#out'), '{"done": true}\n1.5 1');
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
    await server.close();
  }
});
