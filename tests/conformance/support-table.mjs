#!/usr/bin/env node
// Writes the Markdown table of what is supported, from the test programs and from how they fare on the engines, and the
// share of what public teaching programs use (frequencies.json) that has a test program, and a passing one.
//   node tests/conformance/support-table.mjs [--engine native] [--engine wasm] [--verdicts NAME=FILE] [--missing] > table.md
// An engine that is not built is left out.  --verdicts takes what `compare.mjs --json` wrote instead of running the programs.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listPrograms, readExpectation } from './corpus.mjs';
import { engineCommand, runOnEngine } from './engines.mjs';
import { difference, isRefusal } from './records.mjs';
import { Reference } from './reference/worker.mjs';

const { values: options } = parseArgs({
  options: { engine: { type: 'string', multiple: true, default: ['native', 'wasm'] }, verdicts: { type: 'string', multiple: true, default: [] }, missing: { type: 'boolean' } },
});
const readText = name => readFileSync(new URL(name, import.meta.url), 'utf8');

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

const programs = listPrograms();
const engines = new Map();
for (const name of options.engine) {
  const verdicts = await verdictsOf(name, programs);
  if (verdicts) engines.set(name, verdicts);
}
for (const pair of options.verdicts) {
  const [name, file] = pair.split('=');
  engines.set(name, JSON.parse(readFileSync(file, 'utf8')));
}
const names = [...engines.keys()];
const passing = (engine, list) => list.filter(p => engines.get(engine)[p.name] === 'passed').length;

const out = ['# What is supported', '', `Generated from ${programs.length} test programs, each compared with what CPython 3.14 does (stdout, exit status, virtual time, and what a learner reads of stderr).`, ''];
out.push(row(['feature', 'programs', ...names.map(n => `passing ${n}`)]), row(['---', '---:', ...names.map(() => '---:')]));
const features = [...new Set(programs.map(p => p.feature))];
for (const feature of features) {
  const list = programs.filter(p => p.feature === feature);
  out.push(row([feature, list.length, ...names.map(n => passing(n, list))]));
}
out.push(row(['**all**', programs.length, ...names.map(n => `${passing(n, programs)} (${share(passing(n, programs), programs.length)})`)]));

const reference = await Reference.boot();
const used = reference.evaluate(readText('features.py'), programs.map(p => [p.name, p.source]));
const users = new Map();
for (const [name, list] of Object.entries(used)) for (const feature of list) users.set(feature, [...(users.get(feature) ?? []), name]);
const { sections } = JSON.parse(readText('frequencies.json'));
out.push('', '## What public teaching programs use', '', 'The entries of `frequencies.json`, and how many of them have a test program, and one that passes.', '');
out.push(row(['entries', 'number', 'with a program', ...names.map(n => `passing ${n}`)]), row(['---', '---:', '---:', ...names.map(() => '---:')]));
const total = { entries: 0, covered: 0, passing: Object.fromEntries(names.map(n => [n, 0])) }, missing = [];
for (const { name, entries } of sections) {
  const who = entries.map(([entry]) => users.get(`${name}/${entry}`) ?? []);
  const covered = who.filter(list => list.length).length;
  entries.forEach(([entry], i) => { if (!who[i].length) missing.push(`${name}: ${entry}`); });
  const passed = names.map(n => who.filter(list => list.some(p => engines.get(n)[p] === 'passed')).length);
  total.entries += entries.length;
  total.covered += covered;
  names.forEach((n, i) => { total.passing[n] += passed[i]; });
  out.push(row([name, entries.length, `${covered} (${share(covered, entries.length)})`, ...passed.map(p => `${p} (${share(p, entries.length)})`)]));
}
out.push(row(['**all**', total.entries, `${total.covered} (${share(total.covered, total.entries)})`, ...names.map(n => `${total.passing[n]} (${share(total.passing[n], total.entries)})`)]));
if (missing.length) out.push('', `Without a program: ${missing.join('; ')}.`);
if (options.missing) process.stderr.write(missing.join('\n') + '\n');
console.log(out.join('\n'));
process.exit(0);
