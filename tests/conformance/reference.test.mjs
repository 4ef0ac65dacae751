// The recorded expectations are CPython's: a sample is run again, another one every day.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listPrograms, readExpectation } from './corpus.mjs';
import { Reference } from './reference/worker.mjs';

const here = name => fileURLToPath(new URL(name, import.meta.url));

test('every program has an expectation, recorded from its present text', () => {
  const missing = listPrograms().filter(program => (readExpectation(program)?.stale ?? true));
  assert.deepEqual(missing.map(p => p.file), [], 'npm run conformance:record');
});

test('a sample of the expectations is what CPython does', () => {
  const said = execFileSync(process.execPath, [here('record.mjs'), '--check', '60', '--jobs', '1'], { encoding: 'utf8' });
  assert.match(said, /60 of 60 expectations/);
});

test('no program sees what another one did', async () => {
  const reference = await Reference.boot();
  const nosy = 'import asyncio, time, random, sys\nasync def f(): pass\nasync def main():\n    print(asyncio.create_task(f()).get_name())\nasyncio.run(main())\nprint(time.monotonic(), random.random(), hasattr(asyncio, "left"), sys.getrecursionlimit())\n';
  const first = reference.run(nosy);
  reference.run('import asyncio, time, sys, random\nasyncio.left = 1\nsys.setrecursionlimit(50)\nrandom.seed(5)\ntime.sleep(9)\nasyncio.run(asyncio.sleep(1))\n');
  assert.deepEqual(reference.run(nosy), first);
  assert.equal(first.stdout, 'Task-2\n0.0 0.8444218515250481 False 1000\n');
});
