// Every public name of CPython 3.14's asyncio, of its classes and of its loops is there. asyncio-names.txt is what
// asyncio_names.py prints on the reference; what is absent on purpose is listed here with its reason.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { engineCommand, runOnEngine } from './engines.mjs';

const ABSENT = [
  [/^AbstractEventLoop\./, 'methods that only raise NotImplementedError; BaseEventLoop has them all'],
  [/^AbstractServer\./, 'methods that only raise NotImplementedError; Server has them all'],
  [/^create_subprocess_(exec|shell)$/, 'needs an operating system: refused by name and line'],
];
const ADDED = [
  [/\.slow_callback_duration$/, 'an attribute of instances in CPython'],
  [/^Condition\.(acquire|locked|release)$/, "an instance's own attributes in CPython, taken from its lock"],
  [/^DefaultEventLoopPolicy/, 'of the private _DefaultEventLoopPolicy, for older programs'],
  [/^ReadTransport\./, 'one native type stands for both ends'],
];
const sorted = text => text.trim().split('\n');
const allowed = (name, list) => list.some(([pattern]) => pattern.test(name));

test('the engine has the public names of asyncio, and no others but those listed', async () => {
  const path = name => fileURLToPath(new URL(name, import.meta.url));
  const [record] = await runOnEngine(engineCommand('native'), [path('asyncio_names.py')], { jobs: 1, chunk: 1 });
  assert.equal(record.exit, 0, record.stderr);
  const ours = sorted(record.stdout), theirs = sorted(readFileSync(path('asyncio-names.txt'), 'utf8'));
  assert.ok(theirs.length > 600);
  const missing = theirs.filter(name => !ours.includes(name)), added = ours.filter(name => !theirs.includes(name));
  assert.deepEqual(missing.filter(name => !allowed(name, ABSENT)), []);
  assert.deepEqual(added.filter(name => !allowed(name, ADDED)), []);
  for (const [pattern] of ABSENT) assert.ok(missing.some(name => pattern.test(name)), `${pattern} is not absent any more`);
});
