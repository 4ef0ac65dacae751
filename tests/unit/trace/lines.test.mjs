// The order in which a program's lines are told is the order in which sys.settrace tells the lines of its statements: with
// those of CPython left out on which no statement begins (the further lines of a call, an else, the test of a case).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ap = fileURLToPath(new URL('../../../.build/native/ap', import.meta.url));
const linesOf = (source) => {
  const { stdout } = spawnSync(ap, ['run', '-', '--options', '{"format":"ndjson","categories":"lines"}'], { input: source, encoding: 'utf8' });
  return stdout.trimEnd().split('\n').map((line) => JSON.parse(line)).filter(({ type }) => type === 'line_reached').map(({ line }) => line);
};

test('a loop comes back to its head, also when it is left', () => {
  assert.deepEqual(linesOf('for n in range(2):\n    x = n\nprint(n)\n'), [1, 2, 1, 2, 1, 3]);
  assert.deepEqual(linesOf('for c in "ab":\n    pass\nelse:\n    x = 1\n'), [1, 2, 1, 2, 1, 4]);
  assert.deepEqual(linesOf('for c in []:\n    pass\n'), [1]);
  assert.deepEqual(linesOf('n = 0\nwhile n < 2:\n    n += 1\nx = n\n'), [1, 2, 3, 2, 3, 2, 4]);
});

test('continue goes to the head, break does not', () => {
  assert.deepEqual(linesOf('n = 0\nwhile True:\n    n += 1\n    if n > 2:\n        break\n    elif n == 1:\n        continue\n    n += 0\nx = 1\n'), [1, 2, 3, 4, 6, 7, 2, 3, 4, 6, 8, 2, 3, 4, 5, 9]);
  assert.deepEqual(linesOf('for i in range(2):\n    if i:\n        continue\n    x = 1\n'), [1, 2, 4, 1, 2, 3, 1]);
});

test('a with statement is there again when it is left, however that is', () => {
  const cm = 'class M:\n    def __enter__(self):\n        return 1\n    def __exit__(self, *a):\n        return True\n';
  assert.deepEqual(linesOf(`${cm}with M() as m:\n    x = 4\nx = 5\n`).slice(3), [6, 3, 7, 6, 5, 8]);
  assert.deepEqual(linesOf(`${cm}with M() as m:\n    1 / 0\nx = 5\n`).slice(3), [6, 3, 7, 6, 5, 8]);
  assert.deepEqual(linesOf(`${cm}def f():\n    with M():\n        return 1\nf()\n`).slice(3), [6, 9, 7, 3, 8, 7, 5]);
});

test('async for and async with', () => {
  const source = 'import asyncio\nasync def g():\n    yield 1\nclass L:\n    async def __aenter__(self):\n        await asyncio.sleep(1)\n    async def __aexit__(self, *a):\n        await asyncio.sleep(1)\nasync def main():\n    async for n in g():\n        x = n\n    async with L():\n        x = 2\nasyncio.run(main())\n';
  assert.deepEqual(linesOf(source).slice(7), [10, 3, 11, 10, 12, 6, 13, 12, 8]);
});

test('an exception goes through the clauses that are tried', () => {
  assert.deepEqual(linesOf('try:\n    1 / 0\nexcept ValueError:\n    pass\nexcept ZeroDivisionError:\n    x = 2\nfinally:\n    x = 3\n'), [1, 2, 3, 5, 6, 8]);
});

test('lines in a row are told up to a number; one event says that the rest is left out, and inspect counts the same', () => {
  const spin = 'def spin(n):\n    i = 0\n    while i < n:\n        i += 1\nspin(100)\nprint("now")\nspin(3)\nspin(100)\n';
  const events = (options) => {
    const { stdout } = spawnSync(ap, ['run', '-', '--options', JSON.stringify({ format: 'ndjson', categories: 'default,lines', ...options })], { input: spin, encoding: 'utf8' });
    return stdout.trimEnd().split('\n').filter((line) => line.startsWith('{"seq"')).map((line) => JSON.parse(line));
  };
  const all = events({});
  const some = events({ lines_in_a_row: 20 });
  const rows = (list) => list.map(({ type }) => (type === 'line_reached' ? '-' : type === 'lines_left_out' ? '+' : type.startsWith('run_') ? '' : 'p')).join('');
  assert.match(rows(all), /^-{200,}p-{200,}$/);
  assert.match(rows(some), /^-{20}\+p-{20}\+$/);
  assert.deepEqual(some.map(({ seq }) => seq), some.map((_, i) => i));
  const printed = some.find(({ type }) => !/^(run|line)/.test(type)).seq;
  const { stdout } = spawnSync(ap, ['inspect', '-', '--options', JSON.stringify({ lines: true, lines_in_a_row: 20, seq: printed + 1 })], { input: spin, encoding: 'utf8' });
  assert.equal(JSON.parse(stdout).event.line, 7);
});
