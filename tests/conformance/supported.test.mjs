// What SUPPORTED.md promises holds, and what is not supported is refused by name and line before the program starts.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { engineCommand, runOnEngine } from './engines.mjs';
import { missingNames, unlisted } from './missing-names.mjs';
import { staleness, supportTable, tableFile } from './support-table.mjs';

test('the table is of today, and what teaching programs use is covered', async () => {
  const table = await supportTable({ engines: ['native'] });
  assert.deepEqual(staleness(table, readFileSync(tableFile, 'utf8')), [], 'node tests/conformance/support-table.mjs');
  const shares = table.sections.filter(s => ['Syntax', 'Built-in functions', 'asyncio names', 'Keyword arguments of note', 'AST node types'].includes(s.name));
  assert.equal(shares.length, 5);
  for (const { name, number, passing } of shares) assert.ok(passing.native >= 0.98 * number, `${name}: ${passing.native} of ${number}`);
});

test('a table that says too much, or leaves a feature out, is old', () => {
  const today = { features: [{ name: 'types/int', number: 3, passing: { native: 2 } }, { name: 'new', number: 1, passing: { native: 1 } }], all: { number: 4 } };
  assert.deepEqual(staleness(today, '| types/int | 3 | 3 |\n| **all** | 3 | 3 (100 %) |\n'), ['types/int: it says 3 equal, 2 of 3 are', 'new is not in it']);
});

async function run(source) {
  const folder = mkdtempSync(join(tmpdir(), 'refusal-'));
  try {
    writeFileSync(join(folder, 'main.py'), source);
    const [record] = await runOnEngine(engineCommand('native'), [join(folder, 'main.py')]);
    return record;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const refused = {
  'a module': ['print(1)\nimport tkinter\n', 'main.py:2: not supported here: import tkinter\n'],
  'a name from a module': ['print(1)\nfrom asyncio import sleep, start_unix_server\n', 'main.py:2: not supported here: asyncio.start_unix_server\n'],
  'an attribute of a module': ['import asyncio as aio\nprint(1)\nasync def f():\n    await aio.open_unix_connection("x")\n', 'main.py:4: not supported here: asyncio.open_unix_connection\n'],
  'an attribute that CPython\'s objects have': ['async def f(): pass\nc = f  # co_branches\nprint(c.__code__.co_branches())\n', 'main.py:3: not supported here: the attribute co_branches\n'],
  'a private attribute of the library': ['import asyncio\nasync def main():\n    loop = asyncio.get_running_loop()\n    print(f"{loop._selector}")\nasyncio.run(main())\n', 'main.py:4: not supported here: the attribute _selector\n'],
  'a private name of a module': ['import asyncio.tasks\nprint(asyncio.tasks._all_coroutines_or_tasks if 0 else asyncio.tasks._PyTask)\n', 'main.py:2: not supported here: asyncio.tasks._PyTask\n'],
  'a built-in function': ['print(1)\nbreakpoint()\n', 'main.py:2: not supported here: breakpoint\n'],
};
for (const [what, [source, said]] of Object.entries(refused)) {
  test(`${what} that is not supported is refused before anything runs`, async () => {
    const { stdout, stderr, exit } = await run(source);
    assert.deepEqual({ stdout, stderr, exit }, { stdout: '', stderr: said, exit: 1 });
  });
}

test('what the program asks for with care, or makes itself, is not refused', async () => {
  const { stdout } = await run(`import asyncio
def breakpoint(): return 'my own'
print(breakpoint())
if hasattr(asyncio, 'open_unix_connection'):
    print(asyncio.open_unix_connection)
try:
    from asyncio import start_unix_server
except ImportError as e:
    print(e)
def local(asyncio): return asyncio.open_unix_connection
try:
    print(getattr(asyncio, 'open_unix_connection'))
except AttributeError as e:
    print(e)
`);
  assert.equal(stdout, `my own
cannot import name 'start_unix_server' from 'asyncio': CPython has it, but it is not supported here
module 'asyncio' has no attribute 'open_unix_connection': CPython has it, but it is not supported here
`);
});

const own = {
  'assigned': 'class A: pass\na = A()\na.co_branches = 1\nprint(a.co_branches)\n',
  'in a string': 'from types import SimpleNamespace\nprint(SimpleNamespace(**{"co_branches": 1}).co_branches)\n',
  'made from an option\'s name': 'import argparse\np = argparse.ArgumentParser()\np.add_argument("--co-branches", default=1)\nprint(p.parse_args([]).co_branches)\n',
  'a keyword': 'from types import SimpleNamespace as N\nprint(N(co_branches=1).co_branches)\n',
  'made up': 'class A:\n    def __getattr__(self, name): return 1\nprint(A().co_branches)\n',
  'expected to be missing': 'try:\n    print((5).co_branches)\nexcept AttributeError:\n    print(1)\n',
  'asked for': 'print((5).co_branches if hasattr(5, "co_branches") else 1)\n',
};
for (const [what, source] of Object.entries(own))
  test(`an attribute that is ${what} is the program's own`, async () => assert.equal((await run(source)).stdout, '1\n'));

test('every name that CPython has and ours lacks is known', async () => {
  assert.deepEqual(unlisted(await missingNames()), [], 'node tests/conformance/missing-names.mjs');
});
