// Each limit natively: what is said, where, that everything up to then is shown, and that the next run is as the first.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../.ci/say.mjs';
import { endless } from './endless.mjs';
import { hostile, probe } from './hostile.mjs';
import { isLate, stopAll } from './stop.mjs';

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

test('memory that is refused: the run ends by itself, and the next one is exact', { timeout: 240_000 }, () => {
  // `ap_allocation FILE...` fails every allocation; here a few of forty programs.
  const folder = join(root, 'tests/conformance/programs');
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.py') && statSync(join(folder, name)).size < 2000).sort();
  const some = files.filter((_, i) => i % Math.ceil(files.length / 40) === 0).map((name) => join(folder, name));
  const said = execFileSync(join(root, '.build/native/ap_allocation'), ['--most', '3', ...some], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  assert.match(said, /; 0 programs went wrong/, said);
});

test('Stop is heard inside a native loop', { timeout: 120_000 }, async () => {
  const some = endless.filter(([name]) => /^range: (sum\(r\)|max\(r\)|list\(r\)|-1 in iter)|^big: (9\*\*9|hash|pow\(3, n, n)|^tuples: hash|^nest: a == b|^: (while True|def f)/.test(name)).slice(0, 12);
  const late = (await stopAll(some)).filter(isLate);
  // A second chance for those that met a busy machine.
  assert.deepEqual((await stopAll(some.filter(([name]) => late.some((one) => one.name === name)), { jobs: 1 })).filter(isLate), []);
});
