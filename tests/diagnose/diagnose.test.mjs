import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { codes, corpora, engines, expected, noticed, programs, root } from './cases.mjs';

const all = [...programs('mistakes'), ...programs('correct')];

for (const engine of engines()) {
  for (const program of all)
    test(`${engine.name}: ${program.name}`, () => {
      const answer = engine.ask('diagnose', program.file);
      assert.equal(answer.diagnosis_text, expected(program));
      if (program.name.startsWith('correct/')) assert.deepEqual(answer.diagnoses, []);
      else assert.notEqual(answer.diagnoses.length, 0);
    });

  test(`${engine.name}: looking for mistakes changes nothing in a run`, () => {
    for (const program of all) {
      const { diagnoses, diagnosis_text, ...rest } = engine.ask('diagnose', program.file);
      assert.deepEqual(rest, engine.ask('run', program.file), program.name);
    }
  });
}

const native = engines().find(({ name }) => name === 'native');

test('no false alarm in the programs of the course and of the conformance tests', { skip: !native }, () => {
  const known = noticed();
  const found = new Map();
  for (const program of corpora()) {
    const c = codes(native.ask('diagnose', program.file));
    if (c) found.set(program.name, c);
  }
  assert.deepEqual(Object.fromEntries(found), Object.fromEntries(known));
});

const cli = join(root, 'dist/node/cli.mjs');
test('wasm says the same', { skip: !existsSync(cli) }, () => {
  const out = spawnJson(['diagnose', '--json', ...all.map(({ file }) => file)]);
  out.forEach((answer, i) => assert.equal(answer.diagnosis_text.replaceAll(answer.file, 'main.py'), expected(all[i]), all[i].name));
});

test('findings are events, before the last one', { skip: !native }, () => {
  const file = all.find(({ name }) => name === 'mistakes/lost_update_global').file;
  const ap = join(root, '.build/native/ap');
  const lines = execFileSync(ap, ['run', file, '--options', '{"diagnose": true, "format": "ndjson"}'], { encoding: 'utf8' }).trim().split('\n').map((line) => JSON.parse(line));
  const [diagnosis, last] = lines.slice(-2);
  assert.equal(last.type, 'run_finished');
  assert.equal(diagnosis.type, 'diagnosis');
  assert.equal(diagnosis.code, 'lost_update');
  assert.equal(diagnosis.line, 10);
  assert.equal(diagnosis.at, 0.1);
  // Events are numbered as without diagnoses: what is at hand for both is the same.
  const plain = execFileSync(ap, ['run', file, '--options', '{"format": "ndjson"}'], { encoding: 'utf8' }).trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(lines.filter(({ type }) => type !== 'diagnosis' && type !== 'run_finished'), plain.slice(0, -1));
});

function spawnJson(args) {
  try {
    return JSON.parse(execFileSync(process.execPath, [cli, ...args], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch (error) {
    if (error.status !== 1) throw error;  // 1: there are mistakes
    return JSON.parse(error.stdout);
  }
}
