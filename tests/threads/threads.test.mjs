// Threads that wait for each other, which the reference (Pyodide has no threads) cannot run: each program ends with what
// it prints, which is what CPython with real threads prints, if Python code takes no time.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { engineCommand, runOnEngine } from '../conformance/engines.mjs';

const folder = fileURLToPath(new URL('programs/', import.meta.url));
const files = readdirSync(folder).filter(name => name.endsWith('.py')).sort();
const records = await runOnEngine(engineCommand(process.env.AP_ENGINE ?? 'native'), files.map(name => folder + name), { jobs: 1 });
files.forEach((name, i) => test(name, () => {
  const expected = readFileSync(folder + name, 'utf8').split('\n').filter(line => line.startsWith('# ')).map(line => line.slice(2) + '\n').join('');
  assert.equal(records[i].stdout, expected);
  assert.equal(records[i].stderr, '');
  assert.equal(records[i].exit, 0);
}));
