#!/usr/bin/env node
// Runs CPython's own tests of asyncio on the engine.
//   npm run peer-suite -- DIR [--only NAME[,NAME...]] [--engine native|asan|wasm] [--path EXECUTABLE] [--verbose] [--json FILE]
// DIR holds CPython's Lib/test/test_asyncio (its test_*.py files; they are not part of this project: get them with CPython's
// source). A line a file: how many of its tests passed, failed, or need what is not supported here (by name). --verbose names
// each test that did not pass and says why. Without --only, the files that need no operating system.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { engineCommand, runOnEngine } from '../conformance/engines.mjs';

export const FILES = [
  'test_waitfor', 'test_timeouts', 'test_queues', 'test_staggered', 'test_locks', 'test_taskgroups', 'test_futures2', 'test_context',
  'test_eager_task_factory', 'test_runners', 'test_futures', 'test_tasks',
];
const harness = readFileSync(new URL('harness.py', import.meta.url), 'utf8');

function program(name, source, done) {
  return `SOURCE = ${JSON.stringify(source)}\nNAME = ${JSON.stringify(name)}\nDONE = frozenset(${JSON.stringify(done)})\n${harness}`;
}

const told = record => (record.stdout ?? '').split('\n').filter(line => line.startsWith('peer: ')).flatMap(line => {
  try { return [JSON.parse(line.slice(6))]; } catch { return []; }
});

/**
 * Runs one file's tests. A test that takes the run with it (a limit, a deadlock, a crash) is counted as failed, and the
 * rest is run without it. Resolves to {name, tests: [{test, what, why}], refused} with `refused` for a file that cannot be run.
 */
export async function runFile(name, source, { command, timeout = 120 }) {
  const tests = new Map();
  const folder = mkdtempSync(join(tmpdir(), 'peer-'));
  try {
    for (let round = 0; round < 60; round++) {
      const file = join(folder, `${name}.py`);
      writeFileSync(file, program(name, source, [...tests.keys()]));
      const [record] = await runOnEngine(command, [file], { timeout, alone: timeout });
      let started, ended = false;
      for (const line of told(record)) {
        if (line.what === 'file unsupported' || line.what === 'file skipped') return { name, tests: [], refused: line.why };
        if (line.what === 'started') started = line.test;
        else if (line.test) { tests.set(line.test, line); started = undefined; }
        else if (line.what === 'end') ended = true;
      }
      if (ended) break;
      const last = (record.stderr ?? '').trim().split('\n').at(-1);
      if (!started) return tests.size ? { name, tests: [...tests.values()] } : { name, tests: [], refused: last };
      tests.set(started, { test: started, what: 'failed', why: `ended the run: ${last}` });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { name, tests: [...tests.values()] };
}

export const count = (result, what) => result.tests.filter(t => t.what === what).length;

export function lineOf(result) {
  if (result.refused) return `${result.name.padEnd(24)} unsupported: ${result.refused}`;
  const numbers = ['passed', 'failed', 'unsupported', 'skipped'].map(what => [count(result, what), what]).filter(([n, what]) => n || what === 'passed' || what === 'failed');
  return `${result.name.padEnd(24)} ${numbers.map(([n, what]) => `${String(n).padStart(4)} ${what}`).join('  ')}`;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' }, engine: { type: 'string', default: 'native' }, path: { type: 'string' }, verbose: { type: 'boolean' }, json: { type: 'string' } },
  });
  if (positionals.length !== 1) throw new Error("name the folder that holds CPython's test_asyncio: npm run peer-suite -- DIR");
  const folder = resolve(positionals[0]);
  const names = values.only ? values.only.split(',').map(n => n.replace(/\.py$/, '')) : FILES;
  const command = engineCommand(values.engine, values.path);
  const all = [];
  for (const name of names) {
    const file = join(folder, `${name}.py`);
    if (!existsSync(file)) {
      if (values.only) throw new Error(`${file} is not there`);
      continue;
    }
    const result = await runFile(name, readFileSync(file, 'utf8'), { command });
    all.push(result);
    console.log(lineOf(result));
    if (values.verbose) for (const t of result.tests) if (t.what !== 'passed') console.log(`    ${t.what}  ${t.test}: ${t.why.split('\n')[0].slice(0, 300)}`);
  }
  if (!all.length) throw new Error(`there is none of ${FILES[0]}.py ... in ${folder}`);
  const total = what => all.reduce((n, r) => n + count(r, what), 0);
  console.log(`${'all'.padEnd(24)} ${total('passed')} passed  ${total('failed')} failed  ${total('unsupported')} unsupported  ${total('skipped')} skipped`);
  if (values.json) writeFileSync(values.json, JSON.stringify(all, null, 1));
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  await main().catch(error => { console.error(`peer-suite: ${error.message}`); process.exitCode = 2; });
}
