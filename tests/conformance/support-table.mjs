#!/usr/bin/env node
// Writes SUPPORTED.md: the table of what is supported, from the test programs and from how they fare on the engines, and the
// share of what public teaching programs use (frequencies.json) that has a test program, and a passing one.
//   node tests/conformance/support-table.mjs [--engine native] [--engine wasm] [--verdicts NAME=FILE] [--missing] [--check]
// An engine that is not built is left out.  --verdicts takes what `compare.mjs --json` wrote instead of running the programs.
// --check changes nothing: exit 1 where SUPPORTED.md says too much, or leaves out much.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { listPrograms, readExpectation } from './corpus.mjs';
import { engineCommand, runOnEngine } from './engines.mjs';
import { difference, isRefusal } from './records.mjs';
import { Reference } from './reference/worker.mjs';

const readText = name => readFileSync(new URL(name, import.meta.url), 'utf8');
export const tableFile = fileURLToPath(new URL('SUPPORTED.md', import.meta.url));

async function verdictsOf(engine, programs) {
  let command;
  try { command = engineCommand(engine); } catch { return null; }
  const records = await runOnEngine(command, programs.map(p => p.file));
  return Object.fromEntries(programs.map((program, i) => {
    const expected = readExpectation(program);
    const verdict = expected && !difference(expected, records[i]) ? 'passed' : isRefusal(records[i]) ? 'refused' : 'failed';
    return [program.name, verdict];
  }));
}

const row = cells => `| ${cells.join(' | ')} |`;
const share = (part, whole) => whole ? `${(100 * part / whole).toFixed(part === whole ? 0 : 1)} %` : '–';

/**
 * The table and what it is made of: `features` and `sections` are lists of {name, number, covered, passing: {engine: number}};
 * of a section `missing` names the entries without a program.  `verdicts`: {engine: {program: 'passed'|'failed'|'refused'}}.
 */
export async function supportTable({ engines = ['native', 'wasm'], verdicts = {} } = {}) {
  const programs = listPrograms();
  const of = { ...verdicts };
  for (const name of engines) {
    const found = of[name] ?? await verdictsOf(name, programs);
    if (found) of[name] = found;
  }
  const names = Object.keys(of);
  const passing = list => Object.fromEntries(names.map(n => [n, list.filter(p => of[n][p.name ?? p] === 'passed').length]));

  const features = [...new Set(programs.map(p => p.feature))].map(name => {
    const list = programs.filter(p => p.feature === name);
    return { name, number: list.length, passing: passing(list) };
  });
  const all = { name: '**all**', number: programs.length, passing: passing(programs) };

  const reference = await Reference.boot();
  const used = reference.evaluate(readText('features.py'), programs.map(p => [p.name, p.source]));
  const users = new Map();
  for (const [name, list] of Object.entries(used)) for (const feature of list) users.set(feature, [...(users.get(feature) ?? []), name]);
  const sections = JSON.parse(readText('frequencies.json')).sections.map(({ name, entries }) => {
    const who = entries.map(([entry]) => users.get(`${name}/${entry}`) ?? []);
    return {
      name, number: entries.length, covered: who.filter(list => list.length).length,
      passing: Object.fromEntries(names.map(n => [n, who.filter(list => list.some(p => of[n][p] === 'passed')).length])),
      missing: entries.filter((_, i) => !who[i].length).map(([entry]) => entry),
    };
  });
  const sum = key => sections.reduce((total, s) => total + key(s), 0);
  const total = { name: '**all**', number: sum(s => s.number), covered: sum(s => s.covered), passing: Object.fromEntries(names.map(n => [n, sum(s => s.passing[n])])) };

  const out = ['# What is supported', '',
    'Written by `node tests/conformance/support-table.mjs`; not edited by hand.', '',
    `${programs.length} test programs, each compared with what CPython 3.14 does (stdout, exit status, virtual time, and what a learner reads of stderr). Those that differ still are named in [differs.txt](differs.txt).`, '',
    row(['feature', 'programs', ...names.map(n => `equal (${n})`)]), row(['---', '---:', ...names.map(() => '---:')]),
    ...features.map(f => row([f.name, f.number, ...names.map(n => f.passing[n])])),
    row([all.name, all.number, ...names.map(n => `${all.passing[n]} (${share(all.passing[n], all.number)})`)]),
    '', '## What public teaching programs use', '',
    'The entries of `frequencies.json` (what 878 public single-file programs use), how many of them have a test program, and one that is equal.', '',
    row(['entries', 'number', 'with a program', ...names.map(n => `equal (${n})`)]), row(['---', '---:', '---:', ...names.map(() => '---:')]),
    ...[...sections, total].map(s => row([s.name, s.number, `${s.covered} (${share(s.covered, s.number)})`, ...names.map(n => `${s.passing[n]} (${share(s.passing[n], s.number)})`)]))];
  const missing = sections.flatMap(s => s.missing.map(entry => `${s.name}: ${entry}`));
  if (missing.length) out.push('', `Without a program: ${missing.join('; ')}.`);
  return { text: out.join('\n') + '\n', features, all, sections, missing };
}

/** What is wrong with the written table, as sentences.  A few programs more than it knows of are no fault. */
export function staleness({ features, all }, written) {
  const rows = new Map([...written.split('\n## ')[0].matchAll(/^\| (\S+) \| (\d+) \| (\d+)/gm)].map(m => [m[1], { number: +m[2], equal: +m[3] }]));
  const faults = [];
  for (const { name, number, passing } of features) {
    const said = rows.get(name), equal = Object.values(passing)[0];
    if (!said) faults.push(`${name} is not in it`);
    else if (equal !== undefined && said.equal > equal) faults.push(`${name}: it says ${said.equal} equal, ${equal} of ${number} are`);
  }
  const told = rows.get('**all**');
  if (!told || all.number - told.number > 60) faults.push(`it knows of ${told?.number ?? 0} programs, there are ${all.number}`);
  return faults;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values: options } = parseArgs({
    options: { engine: { type: 'string', multiple: true, default: ['native', 'wasm'] }, verdicts: { type: 'string', multiple: true, default: [] }, missing: { type: 'boolean' }, check: { type: 'boolean' } },
  });
  const verdicts = Object.fromEntries(options.verdicts.map(pair => { const [name, file] = pair.split('='); return [name, JSON.parse(readFileSync(file, 'utf8'))]; }));
  const table = await supportTable({ engines: options.engine, verdicts });
  if (options.missing) process.stderr.write(table.missing.join('\n') + '\n');
  const faults = options.check ? staleness(table, existsSync(tableFile) ? readFileSync(tableFile, 'utf8') : '') : [];
  if (!options.check) writeFileSync(tableFile, table.text);
  if (faults.length) console.log(`SUPPORTED.md is old: ${faults.join('; ')}\nwrite it anew: node tests/conformance/support-table.mjs`);
  process.exit(faults.length ? 1 : 0); // the reference would keep the process alive
}
