// Each limit natively: what is said, where, that everything up to then is shown, and that the next run is as the first.
// wasm.test.mjs has the same in wasm.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../.ci/say.mjs';
import { endless } from './endless.mjs';
import { hostile, probe } from './hostile.mjs';
import { right } from './right.mjs';
import { isLate, stopAll } from './stop.mjs';

const native = process.env.AP_BUILD ?? 'native';

/** Runs all of these programs in one process, a probe after each; those with options in one of their own. */
function runAll(engine, programs) {
  const folder = mkdtempSync(join(tmpdir(), 'limits-'));
  try {
    const file = (name, source) => (writeFileSync(join(folder, name), source), join(folder, name));
    const ap = (files, options) => JSON.parse(execFileSync(join(root, `.build/${engine}/ap`), ['run', '--json', ...files, ...(options ? ['--options', JSON.stringify(options)] : [])], { maxBuffer: 1 << 28 }));
    const probeFile = file('probe.py', probe);
    const plain = programs.filter(({ options }) => !options);
    const records = ap([probeFile, ...plain.flatMap(({ source }, i) => [file(`${i}.py`, source), probeFile])]);
    plain.forEach((one, i) => {
      right(one, records[1 + 2 * i]);
      assert.deepEqual(records[2 + 2 * i], records[0], `the run after ${one.name}`);
    });
    programs.forEach((one, i) => one.options && right(one, ap([file(`o${i}.py`, one.source)], one.options)[0]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('natively: the same messages, and the next run is as the first', { timeout: 240_000 }, () => runAll(native, hostile));

// Under the sanitizers each block is the system's, so those that are after a gigabyte of small ones are left to the others.
const asan = existsSync(join(root, '.build/asan/ap'));
test('under the sanitizers', { timeout: 400_000, skip: !asan && 'the preset asan is not built' }, () => runAll('asan', hostile.filter(({ name }) => !/million|100,000|^memory$|gone/.test(name))));

test('memory that is refused: the run ends by itself, and the next one is exact', { timeout: 240_000 }, () => {
  // `ap_allocation FILE...` fails every allocation; here a few of a hundred and twenty programs.
  const folder = join(root, 'tests/conformance/programs');
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.py') && statSync(join(folder, name)).size < 2000).sort();
  const some = files.filter((_, i) => i % Math.ceil(files.length / 120) === 0).map((name) => join(folder, name));
  const said = execFileSync(join(root, `.build/${native}/ap_allocation`), ['--most', '8', ...some], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  assert.match(said, /; 0 programs went wrong/, said);
  const [, programs, failed, told] = /^(\d+) programs, (\d+) failed allocations, (\d+) of them told as MemoryError/m.exec(said).map(Number);
  assert.ok(programs >= 100 && told > 0.8 * failed, said);
});

test('Stop is heard inside a native loop', { timeout: 120_000 }, async () => {
  const some = endless.filter(([name]) => /^range: (sum\(r\)|max\(r\)|list\(r\)|-1 in iter)|^big: (9\*\*9|hash|pow\(3, n, n)|^tuples: hash|^nest: a == b|^: (while True|def f|compile|f.{"x":\^|import random; random\.seed)|^text: (s\.split\(\)|s\.isprintable)|^list: l\.sort\(\)$|^binary: bytes\(10/.test(name));
  assert.ok(some.length >= 16, `${some.length} programs`);
  const late = (await stopAll(some)).filter(isLate);
  // A second chance for those that met a busy machine.
  assert.deepEqual((await stopAll(some.filter(([name]) => late.some((one) => one.name === name)), { jobs: 1 })).filter(isLate), []);
});

test('SECURITY.md has each limit as the engine has it: its default, and what it says', () => {
  const rows = new Map(readFileSync(join(root, 'SECURITY.md'), 'utf8').split('\n').filter((line) => /^\| `?\w/.test(line)).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim().replace(/^`(.*)`$/, '$1'))).map(([name, ...rest]) => [name, rest]));
  const sources = ['object/runtime.hpp', 'api/session.hpp'].map((name) => readFileSync(join(root, 'engine', name), 'utf8')).join('\n');
  const value = (name) => {
    const text = new RegExp(`\\b(?:u?int\\w*_t|size_t|double) ${name === 'events' ? 'most_events' : name} = ([^;]+);`).exec(sources)[1].replaceAll("'", '');
    const [, number, shift] = /^(\d+)u? << (\d+)$/.exec(text) ?? [];
    return shift ? Number(number) * 2 ** Number(shift) : Number(text);
  };
  const shown = (text) => Number(text.replaceAll(',', '').replace(/ MB$/, '')) * (text.endsWith('MB') ? 2 ** 20 : 1);
  for (const name of ['steps', 'memory', 'recursion', 'output', 'loop_iterations', 'virtual_seconds', 'events']) {
    assert.ok(rows.has(name), `SECURITY.md has no row for ${name}`);
    assert.equal(shown(rows.get(name)[0]), value(name), `the default of ${name}`);
  }
  const plain = (text) => text.replace(/[\d.,]+/g, 'N').replaceAll('`', '');
  for (const { limit, says, cut } of hostile) {
    if (!limit) continue;
    const message = cut ? '[the output is cut here: it is longer than the limit of this run]' : says.split(';')[0];
    assert.ok(plain(rows.get(limit)?.join(' ') ?? '').includes(plain(message)), `SECURITY.md, ${limit}: ${message}`);
  }
});
