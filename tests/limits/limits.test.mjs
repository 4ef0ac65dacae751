// Each limit: what is said, where, that everything up to then is shown, and that the next run is as on a fresh engine.
// In wasm with the bytes of the events, natively with the output.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { root } from '../../.ci/say.mjs';
import { allowedGrowth, endure } from './endurance.mjs';
import { hostile, probe, tenMegabytes } from './hostile.mjs';
import { instance } from './instance.mjs';
import { isLate, share, stopAll } from './stop.mjs';

let engine;
let fresh;

before(async () => {
  fresh = (await instance()).run(probe, { events: true });
  engine = await instance();
});

test('wasm is given nothing but its memory, its output and its events', () => {
  const module = new WebAssembly.Module(readFileSync(join(root, 'dist/engine/engine.wasm')));
  const glue = readFileSync(join(root, 'dist/engine/engine.mjs'), 'utf8');
  // Names are made short by the build; the glue tells which is which.
  const imports = WebAssembly.Module.imports(module);
  assert.ok(imports.every(({ kind }) => kind === 'function'), 'functions only');
  const wasmImports = /wasmImports=\{([^}]*)\}/.exec(glue)?.[1] ?? /\{((?:\w+:\w+,?)+)\}/.exec(glue)?.[1] ?? '';
  assert.ok(imports.length <= 8, `${imports.length} imports: ${JSON.stringify(imports)}`);
  assert.equal(wasmImports.split(',').length, imports.length, 'as many as the glue gives');
  for (const word of ['fetch(', 'XMLHttpRequest', 'WebSocket', 'importScripts', 'eval(', 'localStorage', 'Date.now', 'performance.now']) {
    assert.ok(!glue.replace(/fetch\((?:url|binaryFile|\w+),\{credentials:"same-origin"\}\)|fetch\(\w+\)/g, '').includes(word), `the glue has no ${word}`);
  }
});

/** What is expected of a run, wherever it was. */
function right({ name, says, line, exit, out, cut }, { exit: status, stdout, stderr }, filename) {
  assert.equal(status, exit, `${name}: ${stderr.slice(-300)}`);
  if (says) assert.ok(stderr.split('\n').some((text) => text.startsWith(says)), `${name}: ${stderr.slice(-300)}`);
  if (line) assert.match(stderr, new RegExp(`${filename}", line ${line}\\b`), name);
  if (out !== undefined) assert.equal(stdout, out, name);
  if (cut) {
    assert.ok(Buffer.byteLength(stdout) <= cut && Buffer.byteLength(stdout) > cut * 0.9, `${name}: ${stdout.length} bytes are shown`);
    assert.match(stderr, /\[the output is cut here: it is longer than the limit of this run\]/);
  }
}

for (const one of hostile) {
  test(one.name, { timeout: 120_000 }, () => {
    right(one, engine.run(one.source, { events: true, ...one.options }), 'main.py');
    const again = engine.run(probe, { events: true });
    assert.equal(again.stdout, fresh.stdout);
    assert.equal(again.stderr, fresh.stderr);
    assert.ok(again.events.equals(fresh.events), 'the events of the next run');
  });
}

test('natively: the same messages, and the next run is as the first', { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'limits-'));
  try {
    const file = (name, source) => (writeFileSync(join(folder, name), source), join(folder, name));
    const ap = (files, options) => JSON.parse(execFileSync(join(root, '.build/native/ap'), ['run', '--json', ...files, ...(options ? ['--options', JSON.stringify(options)] : [])], { maxBuffer: 1 << 28 }));
    const probeFile = file('probe.py', probe);
    const plain = hostile.filter(({ options }) => !options);
    const records = ap([probeFile, ...plain.flatMap(({ source }, i) => [file(`${i}.py`, source), probeFile])]);
    plain.forEach((one, i) => {
      right(one, records[1 + 2 * i], 'main.py');
      assert.deepEqual(records[2 + 2 * i], records[0], `the run after ${one.name}`);
    });
    hostile.forEach((one, i) => one.options && right(one, ap([file(`o${i}.py`, one.source)], one.options)[0], 'main.py'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('ten megabytes of source are answered within two seconds', { timeout: 60_000 }, () => {
  const began = process.cpuUsage();
  const { stderr, exit } = engine.run(tenMegabytes);
  const { user } = process.cpuUsage(began);
  assert.ok([0, 1].includes(exit), stderr.slice(-200));
  assert.ok(user / 1e6 < 2, `${(user / 1e6).toFixed(1)} s`);
});

test('MemoryError for what nobody could have comes within 10 ms', () => {
  for (const source of ['[0] * 10**12', '"a" * 10**15', '1 << 10**12', 'bytes(10**12)', 'bytearray(10**12)', '(0,) * 10**12', '"a".ljust(10**15)', 'f"{1:1000000000000}"']) {
    const times = Array.from({ length: 5 }, () => {
      const began = process.cpuUsage();
      const { stderr } = engine.run(source);
      assert.match(stderr, /MemoryError|ValueError: Too many decimal digits/, source);
      return process.cpuUsage(began).user / 1000;
    });
    assert.ok(Math.min(...times) < 10, `${source}: ${times}`);
  }
});

test('Stop is heard inside native loops', { timeout: 240_000 }, async () => {
  // An eighth of them; `node tests/limits/stop.mjs` asks all.
  const late = (await stopAll(share(3, 16))).filter(isLate);
  // A second chance for those that met a busy machine.
  const again = await stopAll(late.map(({ name }) => share(0, 1).find(([other]) => other === name)), { jobs: 1 });
  assert.deepEqual(again.filter(isLate), []);
});

test('a thousand runs in one instance, hostile ones between', { timeout: 240_000 }, async () => {
  const { growth, differing } = await endure(1000);
  assert.equal(differing, 0);
  assert.ok(growth <= allowedGrowth, `it grew by ${growth} MB`);
});

test('SECURITY.md has the message of every limit', () => {
  const text = readFileSync(join(root, 'SECURITY.md'), 'utf8').replace(/\d+/g, 'N');
  for (const { name, says } of hostile) {
    if (/^(steps|memory|recursion|events|virtual time|output|too many digits)$/.test(name) && says) {
      assert.ok(text.includes(says.replace(/\d+/g, 'N').split(';')[0]) || name === 'output', `${name}: ${says}`);
    }
  }
});
