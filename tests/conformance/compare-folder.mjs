#!/usr/bin/env node
// Runs a folder of programs of your own on CPython 3.14 (the reference) and on the engine, and says where they differ.
//   npm run compare -- DIR [--only PATTERN] [--path EXECUTABLE] [--engine native|asan|wasm] [--answers FOLDER] [--timeout S] [--jobs N] [--verbose]
// What CPython answered is kept in FOLDER (DIR/.answers), so that a second time costs only the engine's run. Nothing is written elsewhere.
//
// equal         stdout, exit status, virtual time and what a learner reads of stderr
// stderr        only stderr differs
// refused       the engine names what it does not support and its line, before the program starts
// stopped       it does so while the program runs
// differs       anything else: the class that must be empty
// no answer     the reference cannot run it: it does not end, or needs processes, sockets, files of the machine
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { engineCommand, runOnEngine } from './engines.mjs';
import { diffText, difference, isRefusal } from './records.mjs';
import { runOnReference } from './reference/pool.mjs';

const NOT_HERE = /No module named '_|lacks multiprocessing|emscripten|Function not implemented|can't start new thread|No such file or directory|gaierror/;
const last = text => (text ?? '').trimEnd().split('\n').at(-1).slice(0, 200);

/** {kind, note, diff} of a program's two records. */
export function classify(expected, record) {
  if (expected.timeout || expected.crash) return { kind: 'no answer', note: last(expected.stderr) };
  const diff = difference(expected, record);
  if (!diff) return { kind: 'equal', note: '' };
  if (record.unsupported || isRefusal(record)) return { kind: 'refused', note: last(record.stderr) };
  if (expected.exit !== 0 && NOT_HERE.test(last(expected.stderr))) return { kind: 'no answer', note: last(expected.stderr) };
  const note = `${diff.kind}${diff.line ? ` line ${diff.line}` : ''}: CPython ${JSON.stringify(diff.expected)}, engine ${JSON.stringify(diff.actual)}`;
  if (diff.kind === 'stderr') return { kind: 'stderr', note, diff };
  return /NotImplementedError|not supported/.test(last(record.stderr)) ? { kind: 'stopped', note: last(record.stderr) } : { kind: 'differs', note, diff };
}

async function main() {
  const { values: options, positionals: [folder] } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string' }, path: { type: 'string' }, engine: { type: 'string', default: 'native' }, answers: { type: 'string' },
      timeout: { type: 'string', default: '20' }, jobs: { type: 'string', default: '1' }, verbose: { type: 'boolean' },
    },
  });
  if (!folder || !existsSync(folder)) throw new Error('usage: npm run compare -- DIR [--only PATTERN] [--verbose]   (DIR: a folder with Python programs)');
  const command = engineCommand(options.engine, options.path);
  const answers = options.answers ?? join(folder, '.answers');
  mkdirSync(answers, { recursive: true });
  const programs = readdirSync(folder, { recursive: true }).map(String).filter(name => name.endsWith('.py') && (!options.only || name.includes(options.only))).sort()
    .map(name => {
      const file = join(folder, name), source = readFileSync(file, 'utf8');
      return { name, source, file: relative(process.cwd(), file), answer: join(answers, createHash('sha256').update(source).digest('hex').slice(0, 24) + '.json') };
    });
  const unknown = programs.filter(program => !existsSync(program.answer));
  await runOnReference(unknown, {
    jobs: +options.jobs, timeout: +options.timeout, onRecord: (i, record) => writeFileSync(unknown[i].answer, JSON.stringify(record)),
  });
  const records = await runOnEngine(command, programs.map(program => program.file), { jobs: +options.jobs, chunk: 32 });
  const kinds = new Map(['equal', 'stderr', 'refused', 'stopped', 'differs', 'no answer'].map(kind => [kind, 0]));
  programs.forEach((program, i) => {
    const { kind, note, diff } = classify(JSON.parse(readFileSync(program.answer, 'utf8')), records[i]);
    kinds.set(kind, kinds.get(kind) + 1);
    if (kind === 'equal') return;
    console.log(`${kind.padEnd(9)}  ${program.name}  ${note.slice(0, 300)}`);
    if (options.verbose && diff?.expectedLines) console.log(diffText(diff).replace(/^/gm, '      '));
  });
  const answered = programs.length - kinds.get('no answer');
  console.log('\n' + [...kinds].map(([kind, n]) => `${kind} ${n}`).join(', '));
  console.log(`${kinds.get('equal')} of ${answered} that CPython answers are equal${answered ? ` (${(100 * kinds.get('equal') / answered).toFixed(1)} %)` : ''}`);
  return kinds.get('differs') ? 1 : 0;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  main().then(status => { process.exitCode = status; }, error => { console.error(error.message); process.exitCode = 2; });
}
