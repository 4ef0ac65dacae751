#!/usr/bin/env node
// Records what CPython 3.14 (the reference) does with every test program.
//   node tests/conformance/record.mjs [--only PATTERN] [--all] [--jobs N]     records new and changed programs (--all: every one)
//   node tests/conformance/record.mjs --check N [--seed S] [--jobs N]         runs a sample of N again and compares; changes nothing
//   node tests/conformance/record.mjs --shake [--only PATTERN]                runs all with other hash seeds and other addresses:
//                                                                             names programs whose output depends on them
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { listPrograms, readExpectation, removeOrphans, writeExpectation } from './corpus.mjs';
import { runOnReference } from './reference/pool.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' }, all: { type: 'boolean' }, check: { type: 'string' }, seed: { type: 'string' },
    shake: { type: 'boolean' }, jobs: { type: 'string' },
  },
});
const jobs = +(options.jobs ?? Math.max(1, cpus().length - 1));
const same = (a, b) => ['stdout', 'stderr', 'exit', 'virtual_seconds'].every(key => a[key] === b[key])
  && JSON.stringify(a.deadlock) === JSON.stringify(b.deadlock) && a.limit === b.limit;

function sample(list, count, seed) {
  const rest = [...list], chosen = [];
  let state = seed >>> 0;
  while (rest.length && chosen.length < count) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    chosen.push(...rest.splice(Math.floor(state / 2 ** 32 * rest.length), 1));
  }
  return chosen;
}

async function record(programs) {
  const todo = options.all ? programs : programs.filter(p => { const e = readExpectation(p); return !e || e.stale; });
  const problems = [];
  const records = await runOnReference(todo, { jobs });
  todo.forEach((program, i) => {
    const { stdout, stderr, exit, virtual_seconds, deadlock, limit, timeout, crash } = records[i];
    if (timeout || crash) { problems.push(`${program.file}: ${stderr}`); return; }
    writeExpectation(program, { stdout, stderr, exit, virtual_seconds, deadlock, limit });
  });
  const orphans = options.only ? [] : removeOrphans(programs);
  for (const problem of problems) console.log('  ' + problem);
  console.log(`${todo.length - problems.length} recorded, ${programs.length - todo.length} unchanged, ${orphans.length} removed, ${problems.length} without a record`);
  return problems.length ? 1 : 0;
}

async function check(programs) {
  const seed = Number(options.seed ?? Math.floor(Date.now() / 86_400_000)); // another sample every day
  const chosen = sample(programs, Number(options.check), seed);
  const records = await runOnReference(chosen, { jobs });
  const wrong = chosen.filter((program, i) => { const e = readExpectation(program); return !e || e.stale || !same(e, records[i]); });
  for (const program of wrong) console.log(`  ${program.file}: the recorded expectation is not what CPython does`);
  console.log(`${chosen.length - wrong.length} of ${chosen.length} expectations are what CPython does (sample ${seed})`);
  return wrong.length ? 1 : 0;
}

async function shake(programs) {
  let unstable = 0;
  const seen = await runOnReference(programs, { jobs });
  for (const seed of ['1', '2']) {
    process.env.REFERENCE_SHAKE = seed;
    const shaken = await runOnReference(programs, { jobs });
    programs.forEach((program, i) => {
      if (same(seen[i], shaken[i])) return;
      unstable++;
      console.log(`  ${program.file}: depends on hashes or addresses`);
    });
  }
  console.log(`${unstable} unstable`);
  return unstable ? 1 : 0;
}

const programs = listPrograms({ only: options.only });
process.exitCode = await (options.check ? check : options.shake ? shake : record)(programs);
