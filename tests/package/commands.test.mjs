// Every command of the table: help that teaches, --json, standard input, exit status, colours and the progress line.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../.ci/say.mjs';

const cli = join(root, 'dist/node/cli.mjs');
let folder;

const PROGRAM = 'import asyncio\n\nasync def main():\n    await asyncio.sleep(2)\n    print("done")\n\nasyncio.run(main())\n';
const RAISES = 'raise SystemExit(7)\n';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
  writeFileSync(join(folder, 'program.py'), PROGRAM);
  writeFileSync(join(folder, 'raises.py'), RAISES);
  mkdirSync(join(folder, 'class'));
  writeFileSync(join(folder, 'class/ada.py'), 'print(1)\n');
});
after(() => rmSync(folder, { recursive: true, force: true }));

function command(args, { input = '', env = {} } = {}) {
  const { stdout, stderr, status } = spawnSync('node', [cli, ...args], { cwd: folder, encoding: 'utf8', input, env: { ...process.env, ...env }, timeout: 60_000 });
  return { stdout, stderr, status };
}

/** The same on a terminal of its own, stdout and stderr in one. */
function onTerminal(args, env = {}) {
  const quoted = ['node', cli, ...args].map((arg) => `'${arg}'`).join(' ');
  const { stdout, status } = spawnSync('script', ['-qec', quoted, '/dev/null'], { cwd: folder, encoding: 'utf8', input: '', env: { ...process.env, TERM: 'xterm', NO_COLOR: '', ...env }, timeout: 60_000 });
  return { stdout, status };
}

// name: what it is given in words and as --json, what the JSON is like, its status, and the same from standard input.
const one = (text) => JSON.parse(text);
const many = (text) => text.trim().split('\n').map((line) => JSON.parse(line));
const table = {
  run: { args: ['program.py'], json: (text) => assert.equal(one(text)[0].stdout, 'done\n'), stdin: ['-'], words: /^done\n$/ },
  trace: { args: ['program.py'], json: (text) => assert.ok(many(text).some(({ who }) => who === 'Task-1')), stdin: ['-'], words: /starts main/ },
  inspect: { args: ['--at', 't:1', 'program.py'], json: (text) => assert.equal(one(text).tasks[0].state, 'waiting'), stdin: ['--at', 't:1', '-'], words: /waits for a timer at 2\.0/ },
  diagnose: { args: ['program.py'], json: (text) => assert.deepEqual(one(text)[0].stdout, 'done\n'), stdin: ['-'], words: /./ },
  explore: { args: ['program.py'], json: (text) => assert.equal(one(text).count, 1), stdin: ['-'], words: /./ },
  events: { args: ['program.py'], json: (text) => assert.equal(many(text)[0].type, 'run_started'), stdin: ['-'], words: /"run_finished"/ },
  export: { args: ['svg', 'program.py'], json: (text) => assert.match(one(text).content, /^<svg/), stdin: ['mermaid-gantt', '-'], words: /^<svg/ },
  scenarios: { args: [], json: (text) => assert.ok(one(text).length >= 60), words: /scenarios: \d+ lessons/ },
  check: { args: ['coroutines/nothing-cooks', 'class/ada.py'], status: 1, json: (text) => assert.equal(one(text).correct, false), stdin: ['coroutines/nothing-cooks', '-'], input: '{"repair": "print(1)"}', words: /✗ repair/ },
  grade: { args: ['coroutines/nothing-cooks', 'class'], json: (text) => assert.equal(one(text).submissions[0].learner, 'ada'), words: /✗ ada/ },
  test: { args: [join(root, 'scenarios/loop/who-is-first')], json: (text) => assert.deepEqual(one(text).faults, []), words: /nothing is wrong/ },
  completions: { args: ['bash'], jsonArgs: [], json: (text) => assert.ok(one(text).some(({ name }) => name === 'run')), words: /^_asyncio_playground/ },
};

test('help: what it does, how it is called, what its status means, an example', () => {
  const { stdout, status } = command(['--help']);
  assert.equal(status, 0);
  const names = [...stdout.matchAll(/^ {2}([a-z]+) {2,}[A-Z]/gm)].map(([, name]) => name);
  assert.deepEqual([...names].sort(), [...Object.keys(table), 'serve'].sort(), 'this file knows every command');
  for (const name of names) {
    const help = command([name, '--help']);
    assert.deepEqual([help.status, help.stderr], [0, ''], name);
    assert.equal(help.stdout, command(['help', name]).stdout, name);
    assert.match(help.stdout, /^[A-Z].*[.?].*\n\nusage\n/, name);
    assert.match(help.stdout, /\nexit status\n/, name);
    if (!['serve', 'completions'].includes(name)) assert.match(help.stdout, /\ntry it\n {2}\S/, name);
    for (const line of help.stdout.split('\n')) assert.ok(line.length <= 125, `${name}: ${line}`);
    assert.match(help.stdout, /--json/, name);
  }
});

for (const [name, { args, jsonArgs = args, json, stdin, input = PROGRAM, status = 0, words }] of Object.entries(table)) {
  test(`${name}: words, --json, standard input`, () => {
    const said = command([name, ...args]);
    assert.deepEqual([said.status, said.stderr], [status, '']);
    assert.match(said.stdout, words);
    assert.ok(!said.stdout.includes('\u001b'), 'no colours in a pipe');
    const asJson = command([name, '--json', ...jsonArgs]);
    assert.deepEqual([asJson.status, asJson.stderr], [status, '']);
    json(asJson.stdout);
    if (stdin) assert.equal(command([name, ...stdin], { input }).status, status);
    const wrong = command([name, '--nonsense', ...args]);
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /^asyncio-playground: .*'--nonsense'/);
  });
}

test('what the help says to try works', () => {
  mkdirSync(join(folder, 'bin'));
  symlinkSync(cli, join(folder, 'bin/asyncio-playground'));
  cpSync(join(root, 'scenarios/loop/who-is-first'), join(folder, 'my-scenarios/who-is-first'), { recursive: true });
  cpSync(join(folder, 'class'), join(folder, 'submissions'), { recursive: true });
  for (const name of ['', ...Object.keys(table)]) {
    const [, example] = command([name, '--help'].filter(Boolean)).stdout.split('\ntry it\n');
    for (const line of (example ?? '').trim().split('\n').filter(Boolean)) {
      const { stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` }, timeout: 60_000 });
      assert.equal(stderr, '', line);
      if (!line.includes(' > ')) assert.notEqual(stdout, '', line);
    }
  }
});

test('each limit is an option, and a wrong number is a sentence', () => {
  const loop = 'import asyncio\nasync def main():\n    while True: await asyncio.sleep(1)\nasyncio.run(main())\n';
  const rows = [
    [['--steps', '1000'], 'while True: pass', 3, 'ran for more than 1000 steps'],
    [['--memory', '2M'], 'x = bytes(3_000_000)', 1, 'MemoryError'],
    [['--recursion', '40'], 'def f(n): return n and f(n - 1)\nf(50)', 1, 'RecursionError'],
    [['--output', '50'], 'print("x" * 100)', 0, '[the output is cut here'],
    [['--iterations', '100'], loop, 1, 'limit: more than 100 event loop iterations'],
    [['--until', '50.5'], loop, 3, 'its simulated clock went past 50.5 seconds'],
    [['--diagnose', '--max-events', '100'], loop, 3, 'it made more than 100 events'],
  ];
  for (const [options, input, status, said] of rows) {
    const done = command(['run', ...options, '-'], { input });
    assert.equal(done.status, status, `${options}: ${done.stderr}`);
    assert.ok(done.stderr.includes(said), `${options}: ${done.stderr}`);
  }
  for (const [name, value, wanted] of [['steps', '1.5', 'a whole number'], ['memory', '2G', 'bytes, such as'], ['recursion', '0', 'from 1'], ['until', 'noon', 'seconds'], ['max-events', '', 'a whole number'], ['output', '-1', 'bytes']]) {
    const done = command(['run', `--${name}=${value}`, '-'], { input: '' });
    assert.equal(done.status, 2);
    assert.match(done.stderr, new RegExp(`--${name} takes ${wanted.replace(/^from/, '.*from')}[^\n]*, not '${value.replace('.', '\\.')}'`));
  }
});

test('a program that exits with a status gives it on', () => {
  for (const args of [['run', 'raises.py'], ['trace', 'raises.py'], ['events', 'raises.py'], ['export', 'text', 'raises.py'], ['export', '--json', 'text', 'raises.py']]) assert.equal(command(args).status, 7, args.join(' '));
  assert.deepEqual([command(['run', '--json', 'raises.py']).status, one(command(['run', '--json', 'raises.py']).stdout)[0].exit], [0, 7]);
  assert.equal(command(['run', '-'], { input: '1 / 0' }).status, 1);
  assert.equal(command(['run', '--steps', '1000', '-'], { input: 'while True: pass' }).status, 3);
});

test('what is wrong with the command is one sentence', () => {
  for (const args of [[], ['--json'], ['cook'], ['run'], ['run', 'none.py'], ['run', folder], ['inspect', 'program.py'], ['inspect', '--at', 'soon', 'program.py'], ['explore', '--runs', 'x', 'program.py'],
    ['export', 'pdf', 'program.py'], ['scenarios', 'nowhere'], ['serve', '--port', '99999'], ['completions', 'csh'], ['trace', 'a.py', 'b.py'], ['events', '--categories', 'nonsense', 'program.py']]) {
    const { status, stdout, stderr } = command(args);
    assert.deepEqual([status, stdout, stderr.trim().split('\n').length], [2, '', 1], `${args.join(' ')}: ${stderr}`);
    assert.ok(!/\bat .*\.mjs/.test(stderr), stderr);
  }
  const said = [
    [['rum', 'program.py'], "there is no command 'rum'; did you mean 'run'?"],
    [['run', '--sed', '3', 'program.py'], "run has no option '--sed'; did you mean '--seed'?"],
    [['run', '--colourful', 'program.py'], "run has no option '--colourful' (asyncio-playground run --help lists them)"],
    [['run', 'program.py', '--seed'], '--seed wants a value after it'],
    [['run', '--json=yes', 'program.py'], '--json takes no value'],
  ];
  for (const [args, words] of said) {
    const { status, stderr } = command(args);
    assert.equal(status, 2);
    assert.ok(stderr.includes(words), stderr);
  }
});

test('serve says where it is, also as JSON, and ends when it is told', async () => {
  const server = spawn('node', [cli, 'serve', '--json', '--port', '0'], { cwd: folder });
  const { address, folder: served } = JSON.parse(await new Promise((resolve) => server.stdout.once('data', (data) => resolve(String(data)))));
  assert.ok(existsSync(join(served, 'index.html')));
  assert.equal((await fetch(address)).status, 200);
  server.kill('SIGINT');
  assert.equal(await new Promise((resolve) => server.once('exit', resolve)), 0);
});

const terminal = { skip: spawnSync('script', ['--version']).error ? 'there is no command "script"' : false };

test('colours on a terminal, none with NO_COLOR', terminal, () => {
  for (const args of [['--help'], ['grade', 'coroutines/nothing-cooks', 'class'], ['scenarios'], ['cook']]) {
    assert.match(onTerminal(args).stdout, /\u001b\[\d+m/, args.join(' '));
    assert.ok(!/\u001b\[\d+m/.test(onTerminal(args, { NO_COLOR: '1' }).stdout), `${args.join(' ')} without`);
    assert.ok(!onTerminal(args, { TERM: 'dumb' }).stdout.includes('\u001b'), `${args.join(' ')} on a dumb terminal`);
  }
});

test('a line says how long it takes, from a second on, and makes room for output', terminal, () => {
  const busy = 'print("begins", flush=True)\nfor i in range(40_000_000):\n    i * i\nprint("ends")\n';
  writeFileSync(join(folder, 'busy.py'), busy);
  const { stdout } = onTerminal(['run', '--steps', '10000000000', 'busy.py']);
  assert.match(stdout, /^begins\r\n\r(run: 1 s \(Ctrl\+C ends it\)\u001b\[K\r)/);
  // Between the last output and the end it may be drawn once more, on a machine that is slow; then it is taken away again.
  assert.match(stdout, /\r\u001b\[Kends\r\n((\rrun: \d+ s \(Ctrl\+C ends it\)\u001b\[K)+\r\u001b\[K)?$/, 'it is gone when there is something to read, and at the end');
  assert.ok(!onTerminal(['run', 'program.py']).stdout.includes('Ctrl+C'));
  assert.equal(command(['run', '--steps', '10000000000', 'busy.py']).stderr, '', 'not in a file');
});
