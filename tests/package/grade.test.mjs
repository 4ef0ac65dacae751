// `grade` over a small class: marks, hostile programs, taking it up again, portions, formats.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, copyFileSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from '../../.ci/browser.mjs';
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

test('a hostile submission costs only its own row', { timeout: 300_000 }, () => {
  const hostile = join(folder, 'hostile');
  mkdirSync(join(hostile, 'circle'), { recursive: true });
  const programs = {
    'memory-bomb': 'kept = []\nwhile True:\n    kept.append("x" * 10_000_000 + str(len(kept)))\n',
    'one-bomb': 'x = "x" * (1 << 62)\n',
    loop: 'while True:\n    pass\n',
    deep: 'def f(n):\n    return f(n + 1)\nf(0)\n',
    nested: `x = ${'('.repeat(100_000)}\n`,
    'big-int': 'x = 7\nwhile True:\n    x = x ** 7\n',
    regex: 'import re\nre.match("(a+)+$", "a" * 60 + "b")\n',
    sleeper: 'import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(1e14)\nasyncio.run(main())\n',
    blocked: 'import asyncio\nasync def main():\n    await asyncio.get_running_loop().create_future()\nasyncio.run(main())\n',
    exits: 'import os, sys\nos._exit(0)\n',
    files: 'print(open("/etc/passwd").read())\n',
    forks: 'import os\nwhile True:\n    os.fork()\n',
  };
  for (const [name, text] of Object.entries(programs)) writeFileSync(join(hostile, `${name}.py`), text);
  writeFileSync(join(hostile, 'binary.py'), Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 31) % 256)));
  writeFileSync(join(hostile, 'not-utf8.py'), Buffer.from([0x70, 0xff, 0xfe, 0x0a]));
  writeFileSync(join(hostile, 'empty.py'), '');
  writeFileSync(join(hostile, 'deep.json'), `{"repair": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`);
  writeFileSync(join(hostile, 'proto.json'), '{"__proto__": {"repair": "print(1)"}, "constructor": 1, "repair": 7}');
  closeSync(openSync(join(hostile, 'giant.py'), 'w'));
  truncateSync(join(hostile, 'giant.py'), 5e9);
  symlinkSync('/etc/passwd', join(hostile, 'passwd.py'));
  symlinkSync('self.py', join(hostile, 'self.py'));
  symlinkSync('nowhere', join(hostile, 'broken.py'));
  symlinkSync('..', join(hostile, 'circle/up'));
  spawnSync('mkfifo', [join(hostile, 'pipe.py')]);
  writeFileSync(join(hostile, 'good\u001b[2J.py'), readFileSync(join(folder, 'in', readdirSync(join(folder, 'in')).find((name) => name.startsWith('solutions-')))));
  const first = grade(SCENARIO, hostile, '--format', 'ndjson', '--timeout', '60', '--rows', 'hostile.ndjson');
  assert.deepEqual([first.stderr, first.status], ['', 0]);
  const all = Object.fromEntries(rows(first.stdout).map((row) => [row.learner + (row.file.endsWith('.json') ? '.json' : ''), row]));
  assert.ok(!first.stdout.includes('root:'), 'no file of the machine is told');
  const why = (name) => all[name]?.error ?? all[name]?.questions.repair.error ?? all[name]?.questions.repair.feedback.join(' ');
  for (const [name, row] of Object.entries(all)) {
    assert.equal(row.correct, name.startsWith('good'), name);
    if (!row.correct) assert.ok(why(name)?.length > 15, `${name}: ${JSON.stringify(row)}`);
    assert.ok(!/\.mjs|at Object|RuntimeError: (unreachable|memory access)/.test(why(name)), `${name}: ${why(name)}`);
  }
  for (const [name, said] of Object.entries({
    'memory-bomb': /memory|Memory/, loop: /steps/, binary: /zero bytes/, giant: /longer than 1000000 bytes/, passwd: /symbolic link/, self: /symbolic link/, broken: /symbolic link/,
    circle: /symbolic link/, pipe: /no file/, deep: /recursion|Recursion/, files: /./, forks: /./,
  })) assert.match(why(name), said, name);
  assert.equal(Object.keys(all).length, Object.keys(programs).length + 12, Object.keys(all).join());
  assert.ok(!grade(SCENARIO, hostile, '--rows', 'hostile.ndjson').stdout.includes('\u001b'), "a file's name cannot move the cursor");
});

test('what takes too long is stopped', { timeout: 60_000 }, () => {
  const endless = join(folder, 'endless');
  mkdirSync(endless);
  writeFileSync(join(endless, 'output.py'), 'while True:\n    print("x" * 100_000)\n');
  writeFileSync(join(endless, 'swallow.py'), 'while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass\n');
  writeFileSync(join(endless, 'storm.py'), 'import asyncio\nasync def fork():\n    while True:\n        asyncio.create_task(fork())\n        asyncio.create_task(fork())\n        await asyncio.sleep(0)\nasyncio.run(fork())\n');
  const { stdout, stderr, status } = grade(SCENARIO, endless, '--format', 'ndjson', '--timeout', '1');
  assert.deepEqual([stderr, status], ['', 0]);
  // By the clock, or by a limit where that comes first.
  assert.deepEqual(rows(stdout).map(({ learner }) => learner), ['output', 'storm', 'swallow']);
  for (const { learner, error, questions, correct } of rows(stdout)) {
    assert.notEqual(correct, true, learner);
    // What has printed before its limit is judged by what it did.
    assert.match(error ?? questions.repair.feedback.join(' '), learner === 'output' ? /^it was stopped after 1 s$|did not come to an end/ : /^it was stopped after 1 s$|more than \d+ steps/, learner);
  }
});

test('what may not be read gets a row', (t) => {
  const locked = join(folder, 'locked');
  mkdirSync(join(locked, 'bob'), { recursive: true });
  for (const name of ['ada.py', 'eve.py', 'bob/answer.py']) writeFileSync(join(locked, name), 'print(1)\n');
  chmodSync(join(locked, 'ada.py'), 0);
  chmodSync(join(locked, 'bob'), 0);
  chmodSync(folder, 0o755);
  const nobody = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {};
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/node/cli.mjs'), 'grade', SCENARIO, locked, '--format', 'ndjson'], { cwd: '/', encoding: 'utf8', timeout: 60_000, ...nobody });
  chmodSync(join(locked, 'bob'), 0o755);
  if (/EACCES|MODULE_NOT_FOUND/.test(stderr)) return t.skip('this checkout may not be read by another user');
  assert.equal(stderr, '');
  const all = Object.fromEntries(rows(stdout).map((row) => [row.learner, row.error]));
  assert.deepEqual(Object.keys(all), ['ada', 'bob', 'eve']);
  assert.match(all.ada, /ada\.py cannot be read: that is not allowed/);
  assert.match(all.bob, /bob is a folder that cannot be read/);
  assert.equal(all.eve, undefined);
});

test('the JUnit report is XML, whatever learners write', { timeout: 60_000 }, async () => {
  const odd = join(folder, 'odd');
  mkdirSync(odd);
  for (const name of ['<b>&"\'', ']]>', 'umläut-😀', 'bell\u0007', 'new\nline']) writeFileSync(join(odd, `${name}.py`), `raise ValueError("<![CDATA[ & \\x00\\x1b \\ud800 ]]> ${'😀'}")\n`);
  const xml = grade(SCENARIO, odd, 'in', '--format', 'junit').stdout;
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const read = await page.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'application/xml');
      const suite = document.querySelector('testsuites > testsuite');
      return {
        error: document.querySelector('parsererror')?.textContent,
        names: [...document.querySelectorAll('testcase')].map((one) => one.getAttribute('name')),
        said: ['tests', 'failures', 'errors'].map((name) => Number(suite?.getAttribute(name))),
        counted: ['testcase', 'failure', 'error'].map((name) => document.querySelectorAll(name).length),
      };
    }, xml);
    assert.equal(read.error, undefined);
    assert.deepEqual(read.said, read.counted);
    for (const name of ['<b>&"\'', ']]>', 'umläut-😀', 'bell\ufffd', 'new\nline']) assert.ok(read.names.includes(name), name);
  } finally {
    await browser.close();
  }
});

test('what grading.md says to type works', { timeout: 300_000 }, (t) => {
  const text = readFileSync(join(root, 'web/docs/grading.md'), 'utf8');
  const fences = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language, body]) => ({ language, body }));
  assert.deepEqual(fences.map(({ language }) => language), ['yaml', 'yaml', 'sh', 'sh', 'yaml']);
  const place = join(folder, 'recipes');
  mkdirSync(join(place, 'bin'), { recursive: true });
  mkdirSync(join(place, 'rows'));
  symlinkSync(join(root, 'dist/node/cli.mjs'), join(place, 'bin/asyncio-playground'));
  mkdirSync(join(place, 'submissions/ada'), { recursive: true });
  writeFileSync(join(place, 'submissions/ada/answer.py'), 'print(1)\n');
  for (const name of readdirSync(join(folder, 'in')).filter((file) => /^(solutions|wrong)-/.test(file)).slice(-5)) copyFileSync(join(folder, 'in', name), join(place, 'submissions', name));
  copyFileSync(join(folder, 'in', readdirSync(join(folder, 'in')).find((name) => name.startsWith('solutions-'))), join(place, 'solution.py'));
  const sh = (script, env = {}) => spawnSync('sh', ['-ec', script], { cwd: place, encoding: 'utf8', env: { ...process.env, PATH: `${join(place, 'bin')}:${process.env.PATH}`, ...env }, timeout: 200_000 });
  const works = (script, env) => {
    const { stdout, stderr, status } = sh(script, env);
    assert.deepEqual([stderr, status], ['', 0], script);
    return stdout;
  };
  // The steps of CI: each command of the command's own.
  const [github, gitlab, parallel, slurm, kubernetes] = fences.map(({ body }) => body);
  const own = (body) => [...body.matchAll(/(?:run:|-) (asyncio-playground .*)$/gm)].map(([, command]) => command);
  assert.deepEqual([own(github).length, own(gitlab).length], [1, 1]);
  works(own(github)[0]);
  assert.notEqual(sh(own(github)[0].replace('solution.py', 'submissions/ada/answer.py')).status, 0, 'a wrong solution fails the job');
  works(own(gitlab)[0]);
  assert.match(readFileSync(join(place, 'report.xml'), 'utf8'), /<testcase [^>]*name="solution"/);
  const installs = text.match(/npm install --global https:\/\/playground\.example\/(\S+)/g);
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const install of installs) assert.ok(install.endsWith(`/${name}-${version}.tgz`), install);
  // Batch systems: what they would set is set here, for a few of the portions.
  const merged = () => works('asyncio-playground grade merge rows-*.ndjson --format ndjson; rm rows-*.ndjson').replaceAll('/submissions', 'submissions');
  const whole = works('asyncio-playground grade coroutines/nothing-cooks submissions/ --format ndjson');
  const small = (script) => script.replaceAll('/64', '/3').replace('$(seq 64)', '1 2 3');
  for (const script of [parallel, slurm]) assert.equal(spawnSync('sh', ['-n', '-c', script]).status, 0, script);
  for (const i of [1, 2, 3]) works(small(slurm), { SLURM_ARRAY_TASK_ID: String(i), SLURM_CPUS_PER_TASK: '2' });
  assert.equal(merged(), whole);
  const [, command] = /(asyncio-playground grade [\s\S]*?)\n *volumeMounts/.exec(kubernetes);
  const pod = small(command.replace(/\s*\n\s*/g, ' ')).replace(' /submissions', ' submissions/').replace('/rows/rows', 'rows');
  for (const i of [0, 1, 2]) works(pod, { JOB_COMPLETION_INDEX: String(i) });
  assert.equal(merged(), whole);
  if (spawnSync('parallel', ['--version']).status !== 0) return t.diagnostic('GNU parallel is not installed: that recipe was only parsed');
  mkdirSync(join(place, '.parallel'));
  writeFileSync(join(place, '.parallel/will-cite'), ''); // else it asks for that on stderr
  works(small(parallel), { HOME: place });
  assert.ok(readFileSync(join(place, 'marks.csv'), 'utf8').startsWith('learner,'));
  assert.equal(merged(), whole);
});
