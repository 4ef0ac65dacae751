import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { codes, corpora, engines, expected, noticed, programs, root } from './cases.mjs';

const all = [...programs('mistakes'), ...programs('correct')];

for (const engine of engines()) {
  const diagnosed = new Map();
  const answers = () => {
    if (!diagnosed.size) engine.ask('diagnose', all).forEach((answer, i) => diagnosed.set(all[i].name, answer));
    return diagnosed;
  };

  for (const program of all)
    test(`${engine.name}: ${program.name}`, () => {
      const answer = answers().get(program.name);
      assert.equal(answer.diagnosis_text, expected(program));
      if (program.name.startsWith('correct/')) assert.deepEqual(answer.diagnoses, []);
      else assert.notEqual(answer.diagnoses.length, 0);
    });

  test(`${engine.name}: looking for mistakes changes nothing in a run`, () => {
    engine.ask('run', all).forEach((plain, i) => {
      const { diagnoses, diagnosis_text, ...rest } = answers().get(all[i].name);
      const { file, ...run } = plain;
      assert.deepEqual(rest, run, all[i].name);
    });
  });
}

const native = engines().find(({ name }) => name === 'native');

test('no false alarm in the programs of the course and of the conformance tests', { skip: !native }, () => {
  const programs = corpora();
  const found = native.ask('diagnose', programs).map((answer, i) => [programs[i].name, codes(answer)]).filter(([, c]) => c);
  assert.deepEqual(Object.fromEntries(found), Object.fromEntries(noticed()), 'a new one is a false alarm, or meant: then node tests/diagnose/record.mjs');
});

const cli = join(root, 'dist/node/cli.mjs');
test('wasm says the same', { skip: !existsSync(cli) }, () => {
  const out = spawnJson(['diagnose', '--json', ...all.map(({ file }) => file)]);
  out.forEach((answer, i) => assert.equal(answer.diagnosis_text.replaceAll(answer.file, 'main.py'), expected(all[i]), all[i].name));
});

test('findings are events, before the last one', { skip: !native }, () => {
  const file = all.find(({ name }) => name === 'mistakes/lost_update_global').file;
  const ap = join(root, `.build/${process.env.AP_BUILD ?? 'native'}/ap`);
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
