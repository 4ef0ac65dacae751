import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference, essentialLines, isRefusal } from './records.mjs';

const record = (more = {}) => ({ stdout: 'a\nb\n', stderr: '', exit: 0, virtual_seconds: 1.5, ...more });

test('frames of the standard library and the marks below a line are left out', () => {
  assert.deepEqual(essentialLines(`Traceback (most recent call last):
  File "main.py", line 9, in <module>
    asyncio.run(main())
    ~~~~~~~~~~~^^^^^^^^
  File "/usr/lib/python3.14/asyncio/runners.py", line 204, in run
    return runner.run(main)
           ~~~~~~~~~~^^^^^^
  File "main.py", line 7, in main
    combine(
    ~~~~~~~^
        1,
        ^^
    )
    ^
ValueError: no
`), ['Traceback (most recent call last):', '  File "main.py", line 9, in <module>', '    asyncio.run(main())', '  File "main.py", line 7, in main', '    combine(', 'ValueError: no']);
});

test('the marks of a syntax error count', () => {
  const text = '  File "main.py", line 1\n    x = (\n        ^\nSyntaxError: \'(\' was never closed';
  assert.deepEqual(essentialLines(text), text.split('\n'));
});

test('exception groups keep their frame of lines', () => {
  const text = '  + Exception Group Traceback (most recent call last):\n  |   File "main.py", line 2, in f\n  |     raise x\n  |     ^^^^^^^\n  | ExceptionGroup: g (1 sub-exception)\n  +-+---------------- 1 ----------------\n    | KeyError: 1\n    +------------------------------------';
  assert.deepEqual(essentialLines(text), text.split('\n').filter(line => !line.includes('^^^')));
});

test('where in the standard library a warning arose is left out', () => {
  assert.deepEqual(essentialLines("/usr/lib/python3.14/asyncio/events.py:94: RuntimeWarning: coroutine 'f' was never awaited\n  self._context.run()\nRuntimeWarning: Enable tracemalloc to get the object allocation traceback"),
    ["RuntimeWarning: coroutine 'f' was never awaited"]);
  assert.deepEqual(essentialLines("main.py:3: RuntimeWarning: coroutine 'f' was never awaited\n  f()"), ["main.py:3: RuntimeWarning: coroutine 'f' was never awaited", '  f()']);
});

test('stdout, exit and time are compared exactly, addresses are not', () => {
  assert.equal(difference(record({ stdout: '<x at 0xADDR>' }), record({ stdout: '<x at 0x7f12345678a0>' })), null);
  assert.equal(difference(record(), record({ stdout: 'a\nc\n' })).line, 2);
  assert.equal(difference(record(), record({ exit: 1 })).kind, 'exit');
  assert.equal(difference(record(), record({ virtual_seconds: 1.5000000000000002 })).kind, 'time');
  assert.equal(difference(record(), record({ crash: true })).kind, 'crash');
  assert.equal(difference(record(), record({ stderr: 'Boom: x' }), { stderr: false }), null);
});

test('after a deadlock only what came before it counts', () => {
  const expected = record({ deadlock: { stdout_bytes: 2 }, exit: 1 });
  assert.equal(difference(expected, record({ stdout: 'a\nother', deadlock: { stdout_bytes: 2 } })), null);
  assert.equal(difference(expected, record()).kind, 'deadlock');
});

test('a refusal names what is not supported, and prints nothing', () => {
  assert.ok(isRefusal(record({ stdout: '', exit: 1, stderr: 'main.py:3: "socket" is not supported' })));
  assert.ok(!isRefusal(record({ exit: 1, stderr: 'main.py:3: not supported' })));
  assert.ok(!isRefusal(record({ stdout: '', exit: 1, stderr: 'ValueError: x' })));
});
