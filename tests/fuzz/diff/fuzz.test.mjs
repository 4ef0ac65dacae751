// 2,000 random programs against the recorded answers of CPython; a sample of these is asked for again.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeProgram, programText, renderProgram } from './program.mjs';
import { shrink } from './shrink.mjs';
import { count } from './tree.mjs';

const fuzz = (...args) => promisify(execFile)(process.execPath, [fileURLToPath(new URL('run.mjs', import.meta.url)), '--cached', '--jobs', '1', ...args], { maxBuffer: 1 << 26 });
const known = readFileSync(new URL('differs.txt', import.meta.url), 'utf8').split('\n').filter(line => /^\d+$/.test(line));

// Any other seed that differs fails this, and so does a listed one that has come to be equal.
test('2000 programs on the native engine: equal but for the seeds in differs.txt', async () => {
  const { stdout } = await fuzz('--engine', 'native', '--count', '2000', '--offline').catch(error => error);
  const different = (/^seeds that differ:(.*)$/m.exec(stdout)?.[1] ?? '').trim().split(/\s+/).filter(Boolean);
  assert.deepEqual(different, known, stdout);
});

test('recorded answers are CPython\'s still (a sample)', async () => {
  const { stdout } = await fuzz('--engine', 'native', '--count', '1', '--check', '5', '--offline').catch(error => error);
  assert.match(stdout, /5 of 5 recorded answers confirmed/, stdout);
});

test('a seed is a program, for ever', () => {
  assert.equal(programText(17), programText(17));
  assert.notEqual(programText(17), programText(18));
});

test('a failing program is made small', async () => {
  const tree = makeProgram(42);
  assert.ok(count(tree) > 10);
  const fails = async texts => texts.map(text => /await asyncio\.sleep\(/.test(text) && /^asyncio\.run|asyncio\.run\(main/m.test(text));
  assert.ok((await fails([renderProgram(tree)]))[0]);
  const small = await shrink(tree, fails);
  assert.ok(small.split('\n').length <= 4, small);
});
