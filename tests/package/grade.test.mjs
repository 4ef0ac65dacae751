// `grade` over a small class: marks, hostile programs, taking it up again, portions, formats.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../.ci/say.mjs';

const SCENARIO = 'coroutines/nothing-cooks';
let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'class-'));
  mkdirSync(join(folder, 'in'));
  for (const kind of ['solutions', 'wrong']) {
    const from = join(root, 'scenarios', SCENARIO, kind);
    for (const name of readdirSync(from)) copyFileSync(join(from, name), join(folder, 'in', `${kind}-${name}`));
  }
  mkdirSync(join(folder, 'in/ada'));
  writeFileSync(join(folder, 'in/ada/answer.py'), 'while True:\n    pass\n');
  writeFileSync(join(folder, 'in/=cmd.py'), 'x = [0] * 10**12\n');
  writeFileSync(join(folder, 'in/list.json'), '[1]');
  writeFileSync(join(folder, 'in/syntax.py'), 'async def main():\n    await (\n');
});

after(() => rmSync(folder, { recursive: true, force: true }));

function grade(...args) {
  const { stdout, stderr, status } = spawnSync('node', [join(root, 'dist/node/cli.mjs'), 'grade', ...args], { cwd: folder, encoding: 'utf8', timeout: 120_000 });
  return { stdout, stderr, status };
}
const rows = (text) => text.trim().split('\n').map((line) => JSON.parse(line));

test('right ones are right, wrong ones are told why, hostile ones cost their own row', () => {
  const { stdout, stderr, status } = grade(SCENARIO, 'in', '--format', 'ndjson');
  assert.deepEqual([stderr, status], ['', 0]);
  const all = rows(stdout);
  assert.equal(all.length, readdirSync(join(folder, 'in')).length);
  for (const { learner, correct, error, questions } of all) {
    assert.equal(correct, learner.startsWith('solutions-'), learner);
    if (learner.startsWith('wrong-')) assert.ok(questions.repair.feedback[0].length > 20, learner);
    if (learner.startsWith('wrong-')) assert.ok(questions.repair.failed.length > 0, learner);
    if (learner === 'syntax') assert.deepEqual(questions.repair.feedback, ["The program does not run: SyntaxError: '(' was never closed (line 2)"]);
    if (learner === 'ada') assert.match(questions.repair.feedback[0], /does not run: .*more than [0-9]+ steps/);
    if (['syntax', 'ada', '=cmd'].includes(learner)) assert.equal(questions.repair.share, 0, learner);
    if (learner === 'list') assert.match(error, /no object of answers/);
  }
  assert.ok(all.some(({ learner }) => learner === 'ada'), 'a folder with one file is a learner');
  assert.equal(grade(SCENARIO, 'in', '--format', 'ndjson', '--jobs', '1').stdout, stdout, 'the same rows, however many at a time');
});

test('it goes on where it was interrupted, and a changed submission is checked anew', () => {
  const first = grade(SCENARIO, 'in', '--rows', 'rows.ndjson', '--format', 'json').stdout;
  const kept = readFileSync(join(folder, 'rows.ndjson'), 'utf8');
  writeFileSync(join(folder, 'rows.ndjson'), kept.slice(0, kept.length / 2));  // ends in the middle of a line
  assert.equal(grade(SCENARIO, 'in', '--rows', 'rows.ndjson', '--format', 'json').stdout, first);
  assert.equal(rows(readFileSync(join(folder, 'rows.ndjson'), 'utf8')).length, rows(kept).length);
});

test('portions put together are the whole', () => {
  for (const i of [1, 2, 3]) grade(SCENARIO, 'in', '--shard', `${i}/3`, '--rows', `part-${i}.ndjson`);
  assert.equal(grade('merge', 'part-3.ndjson', 'part-1.ndjson', 'part-2.ndjson', '--format', 'ndjson').stdout, grade(SCENARIO, 'in', '--format', 'ndjson').stdout);
});

test('CSV and JUnit hold what they should, and nothing that a spreadsheet would run', () => {
  const csv = grade(SCENARIO, 'in', '--format', 'csv').stdout;
  assert.match(csv, /^learner,file,correct,points,of,repair,beliefs,feedback\r\n/);
  assert.match(csv, /^'=cmd,/m);
  const { stdout } = grade(SCENARIO, 'in', '--format', 'junit', '--out', 'report.xml');
  assert.match(stdout, /submissions, 6 right/);
  const xml = readFileSync(join(folder, 'report.xml'), 'utf8');
  assert.equal(xml.match(/<testcase /g).length, readdirSync(join(folder, 'in')).length);
  assert.match(xml, /failures="\d+" errors="1"/);
});

test('mistakes in the command are one sentence', () => {
  for (const [args, said] of [
    [[SCENARIO], /takes a scenario and the submissions/], [['no/such', 'in'], /there is no scenario 'no\/such'/], [[SCENARIO, 'nowhere'], /there is no file or folder 'nowhere'/],
    [[SCENARIO, 'in', '--shard', '4/3'], /--shard takes i\/n/], [[SCENARIO, 'in', '--format', 'pdf'], /--format is one of/], [[SCENARIO, 'in', '--question', 'x'], /no question 'x'/], [['merge'], /files of rows/],
  ]) {
    const { stderr, status } = grade(...args);
    assert.match(stderr, said);
    assert.deepEqual([stderr.trim().split('\n').length, status], [1, 2]);
  }
});
