// The course as its readers get it: all scenarios are right, in both engines; broken ones are told by file, path and remedy.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ap, bundle, course, native, root, tried, wasm } from './engines.mjs';

const command = (...args) => spawnSync('node', [join(root, 'dist/node/cli.mjs'), ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
const folder = mkdtempSync(join(tmpdir(), 'scenarios-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('scenarios lists at least 45', () => {
  const { stdout, status } = command('scenarios', '--json');
  assert.equal(status, 0);
  const all = JSON.parse(stdout);
  assert.ok(all.length >= 45);
  assert.deepEqual(all.map(({ id }) => id).sort(), course().sort());
  assert.match(command('scenarios').stdout, /loop\/who-is-first +Teaser 3 +Who is first\? {2}\(5 questions\)/);
});

test('the whole course is right, natively and in wasm', () => {
  const { stdout, status } = command('test', '--native', ap, 'scenarios');
  assert.equal(status, 0, stdout);
});

test('every question that the page prepares is prepared', async () => {
  const ask = await wasm();
  for (const id of course()) {
    const { questions, error } = JSON.parse(ask('check', JSON.stringify(bundle(id)), { prepare: true }));
    assert.equal(error, undefined);
    for (const [question, shown] of Object.entries(questions)) assert.equal(shown.error, undefined, `${id} ${question}: ${shown.error}`);
  }
});

test('check gives the native command\'s verdict, byte for byte', () => {
  const answers = join(folder, 'answers.json');
  writeFileSync(answers, JSON.stringify({ total: 4, order: ['A start', 'B start', 'A middle', 'A end', 'B end'], 'a-end': 1, nobody: 1, 'b-end': 'two' }));
  const { stdout, status } = command('check', '--json', 'loop/who-is-first', answers);
  assert.equal(status, 1);
  assert.equal(stdout, spawnSync(ap, ['check', 'scenarios/loop/who-is-first', answers], { cwd: root, encoding: 'utf8' }).stdout);
  const { questions, correct } = JSON.parse(stdout);
  assert.equal(correct, false);
  assert.equal(questions.order.tie, true);
  assert.deepEqual(questions['a-end'].beliefs.map(({ id }) => id), ['every_await_overlaps']);
  assert.match(questions.nobody.error, /there is no such question; there are "order"/);
  assert.match(questions['b-end'].error, /^answers\.b-end: a number is wanted, such as 1\.5, not "two"$/);
});

test('every scenario: native and wasm give the same verdict, byte for byte; some of them: the commands, too', async () => {
  const ask = await wasm();
  let verdicts = 0;
  for (const [n, id] of course().entries()) {
    const own = JSON.stringify(bundle(id));
    // All questions at once, in rounds: the first answer to each, the second, ...
    const rounds = [];
    const seen = new Map();
    for (const { question, answer } of tried(id)) {
      const round = seen.get(question) ?? 0;
      seen.set(question, round + 1);
      (rounds[round] ??= {})[question] = answer;
    }
    for (const [i, answers] of rounds.entries()) {
      const text = ask('check', own, { answers });
      assert.equal(native('check', own, { answers }), text, `${id}: ${JSON.stringify(answers)}`);
      verdicts += Object.keys(JSON.parse(text).questions).length;
      if (i > 0 || n % 6 > 0) continue; // the commands are the same code whatever the scenario
      const file = join(folder, 'round.json');
      writeFileSync(file, JSON.stringify(answers));
      assert.equal(command('check', '--json', id, file).stdout, `${text}\n`, id);
      assert.equal(spawnSync(ap, ['check', `scenarios/${id}`, file], { cwd: root, encoding: 'utf8' }).stdout, `${text}\n`, id);
    }
  }
  assert.ok(verdicts > 200, `${verdicts} verdicts`);
});

test('answers of any form to any question are told with their path, and never end the engine', async () => {
  const ask = await wasm();
  const deep = JSON.parse(`${'['.repeat(150)}${']'.repeat(150)}`);
  const odd = [null, true, -1e308, '', 'x', [], [null], {}, { a: null }, [[1]], deep, 'ü'.repeat(30_000), ['x'.repeat(50_000)], [{ task: 7 }], [{ task: 'x', start: 'y' }]];
  const told = new Set();
  for (const id of course()) {
    const own = bundle(id);
    const source = JSON.stringify(own);
    for (const { id: question, kind } of own.scenario.questions ?? []) {
      if (told.has(kind)) continue;
      told.add(kind);
      for (const answer of odd) {
        const text = ask('check', source, { answers: { [question]: answer } });
        const verdict = JSON.parse(text).questions[question];
        assert.equal(native('check', source, { answers: { [question]: answer } }), text);
        if (verdict.error !== undefined) assert.ok(verdict.error.startsWith(`answers.${question}`), verdict.error);
        else assert.equal(verdict.correct, false, `${id} ${question}: ${JSON.stringify(answer).slice(0, 80)}`);
      }
    }
    assert.match(JSON.parse(ask('check', source, { answers: { 'no-such': 1 } })).questions['no-such'].error, /^answers\.no-such: there is no such question/);
  }
  assert.equal(told.size, 9, [...told].join());
});

test('mistakes in the command are one sentence', () => {
  const deep = join(folder, 'deep.json');
  writeFileSync(deep, `{"order": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`);
  assert.match(spawnSync(ap, ['check', 'scenarios/loop/who-is-first', deep], { cwd: root, encoding: 'utf8' }).stderr, /^ap: '.*deep\.json' is not JSON\n$/);
  for (const [args, says] of [
    [['check', 'loop/who-is-furst', 'x.json'], /there is no scenario 'loop\/who-is-furst'/],
    [['check', 'loop/who-is-first', join(folder, 'none.json')], /there is no file/],
    [['check', 'loop/who-is-first', deep], /it is nested more than 200 deep/],
    [['check', join(folder, 'no-scenario'), 'x.json'], /there is no scenario/],
    [['check', 'loop/who-is-first'], /takes a scenario and a file of answers/],
    [['test', join(folder, 'none')], /there is no folder/],
  ]) {
    const { stderr, status } = command(...args);
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, says);
    assert.equal(stderr.trimEnd().split('\n').length, 1);
  }
});

/** The course's `id` with something spoilt, alone in a folder of its own; what `test` says of it. */
function spoilt(spoil) {
  const at = join(folder, 'spoilt');
  rmSync(at, { recursive: true, force: true });
  cpSync(join(root, 'scenarios/loop/who-is-first'), join(at, 'loop/who-is-first'), { recursive: true });
  for (const file of ['misconceptions.json', 'course.json', 'scenario.schema.json', 'answers.schema.json', 'course.schema.json', 'misconceptions.schema.json', 'errata.schema.json', 'examples.schema.json']) cpSync(join(root, 'scenarios', file), join(at, file));
  mkdirSync(join(at, 'errata'));
  cpSync(join(root, 'scenarios/errata/errata.json'), join(at, 'errata/errata.json'));
  const own = join(at, 'loop/who-is-first');
  const file = join(own, 'scenario.json');
  const scenario = JSON.parse(readFileSync(file, 'utf8'));
  const changed = spoil(scenario, own);
  writeFileSync(file, typeof changed === 'string' ? changed : JSON.stringify(scenario));
  return command('test', own);
}

test('a scenario that is spoilt is told by file, JSON path and remedy', () => {
  assert.equal(spoilt(() => undefined).status, 0);
  for (const [spoil, says] of [
    [(s) => { delete s.title; }, /scenario\.json: title: it is missing/],
    [(s) => { s.questions[1].kee = s.questions[1].key; delete s.questions[1].key; }, /questions\[1\]\.kee: there is no such member; did you mean "key"\?/],
    [(s) => { s.questions[1].kind = 'guess'; }, /questions\[1\]/],
    [(s) => { s.questions[1].key.of.prints = 'C middle'; }, /questions\[1\]\.key: the program's run does not give this/],
    [(s) => { s.expect[0].holds.all[0].total = 3; }, /expect\[0\]\.holds: it does not hold in the run: \{"total":3\} \(it is 2\.0 s, wanted 3\.0 s\)/],
    [(s) => { s.look_at[2].at.prints = 'C'; }, /look_at\[2\]\.at: it does not happen/],
    [(s) => { s.programs[0].file = 'none.py'; }, /programs\[0\]\.file: there is no none\.py/],
    [(s) => { s.questions[0].explanation = '[x](belief:none)'; }, /questions\[0\]\.explanation: the link belief:none leads nowhere/],
    [(s) => { s.questions[4].program = 'other'; }, /questions\[4\]\.program: there is no program "other"; there is race/],
    [(s) => { s.questions[4].beliefs = ['earth_is_flat']; }, /questions\[4\]\.beliefs\[0\]: there is no misconception "earth_is_flat"/],
    [(s) => { s.chapter = 'cooking'; }, /chapter: course\.json has no chapter "cooking"/],
    [(s, own) => { writeFileSync(join(own, 'race.py'), 'import asyncio\nprint("A start"\n'); }, /expect\[0\]\.holds: it does not hold/],
    [(s) => { s.id = 'loop/other'; }, /scenario\.json: id: the folder is loop\/who-is-first; the id must say the same, not loop\/other/],
    [(s) => { s.questions[1].id = 'order'; }, /questions\[1\]\.id: there is another question "order"/],
    [(s) => { s.questions[1].set = { FILES: 3 }; }, /questions\[1\]\.set\.FILES: there is no parameter "FILES"; there are none/],
    [(s) => { s.errata = ['none']; }, /errata\[0\]: there is no entry of errata\.json "none"/],
    [(s) => { s.contrasts = [{ sides: [{ program: 'race' }, { program: 'walk' }] }]; }, /contrasts\[0\]\.sides\[1\]\.program: there is no program "walk"; there is race/],
    [(s, own) => { writeFileSync(join(own, 'extra.py'), 'x = 1\n'); }, /extra\.py: no program of scenario\.json names this file; take it away or add it to programs/],
    [(s, own) => { writeFileSync(join(own, 'answers.json'), '{"questions": {"nobody": {}}}'); }, /answers\.json: questions\.nobody: scenario\.json has no such question/],
    [(s, own) => { writeFileSync(join(own, 'answers.json'), '{"questions": {"total": {"right": [{"answer": 5}]}}}'); }, /answers\.json: questions\.total\.right\[0\]: it should be right: At 5\.0 s the run is over already\./],
    [(s, own) => { writeFileSync(join(own, 'answers.json'), '{"questions": {"total": {"wrong": [{"answer": 2}]}}}'); }, /answers\.json: questions\.total\.wrong\[0\]: it should be wrong, and is accepted/],
    [() => '['.repeat(100_000), /scenario\.json: it is nested more than 200 deep/],
    [() => '{"id": ', /scenario\.json: it is not JSON/],
    [() => '[]', /an object is wanted here/],
  ]) {
    const { stdout, stderr, status } = spoilt(spoil);
    assert.notEqual(status, 0);
    assert.match(stdout + stderr, says);
    assert.doesNotMatch(stdout + stderr, /at .*\.mjs:\d+/);
  }
});

test('the table of all teasers has each of their questions, with its answers', () => {
  const page = readFileSync(join(root, 'scenarios/TEASERS.md'), 'utf8');
  for (const id of course()) {
    const { scenario } = bundle(id);
    if (scenario.kind !== 'teaser') continue;
    const part = page.split(`\n## ${scenario.label}: ${scenario.title}\n`)[1]?.split('\n## ')[0] ?? '';
    for (const { prompt } of scenario.questions) {
      const rows = part.split(`❓ ${prompt}\n`)[1]?.split('\n\n❓ ')[0].match(/^\| (?!answer)/gm) ?? [];
      assert.ok(rows.length >= 2, `${id}: ${prompt}: node tests/lesson/teasers.mjs writes the table anew`);
    }
  }
});
