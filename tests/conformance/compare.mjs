#!/usr/bin/env node
// Runs the test programs on an engine and compares with the expectations recorded from CPython 3.14.
//   node tests/conformance/compare.mjs --engine native|wasm|asan [--path EXECUTABLE] [--only PATTERN] [--verbose] [--refused]
//     [--kinds] [--jobs N] [--json FILE]
// --refused  a program that the engine refuses (names the unsupported feature and its line, prints nothing) is no failure;
//            in programs/may_be_refused that is so in any case
// --kinds    closes with how many failures are of which kind
// --known    programs that differ still are read from differs.txt beside this file: they are counted apart and do not fail;
//            one of them that passes by now is told (--update-known writes the list anew)
// --json     writes {name: 'passed'|'failed'|'refused'} to FILE, for the table of what is supported
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listPrograms, readExpectation } from './corpus.mjs';
import { engineCommand, runOnEngine } from './engines.mjs';
import { diffText, difference, isRefusal } from './records.mjs';

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'native' }, path: { type: 'string' }, only: { type: 'string' }, jobs: { type: 'string', default: '1' },
    verbose: { type: 'boolean' }, refused: { type: 'boolean' }, kinds: { type: 'boolean' }, json: { type: 'string' }, known: { type: 'boolean' }, 'update-known': { type: 'boolean' },
  },
});

const short = value => { const text = typeof value === 'string' ? value : JSON.stringify(value); return text.length > 160 ? text.slice(0, 157) + '...' : text; };

function describe(diff) {
  if (diff.kind === 'crash') return `crash: ${short(diff.actual)}`;
  const where = diff.line ? ` line ${diff.line}` : '';
  const told = diff.kind === 'exit' && diff.stderr ? `\n      stderr  ${short(diff.stderr.trim().split('\n').at(-1))}` : '';
  return `${diff.kind}${where}\n      CPython ${short(diff.expected)}\n      engine  ${short(diff.actual)}${told}`;
}

const knownFile = new URL('differs.txt', import.meta.url);
function readKnown() {
  if (!existsSync(knownFile)) return new Set();
  return new Set(readFileSync(knownFile, 'utf8').split('\n').filter(line => line && !line.startsWith('#')));
}

async function main() {
  const command = engineCommand(options.engine, options.path);
  const programs = listPrograms({ only: options.only });
  const records = await runOnEngine(command, programs.map(p => p.file), { jobs: +options.jobs });
  const folders = new Map(), failures = [], kinds = new Map(), verdicts = {};
  const known = options.known ? readKnown() : new Set(), still = [], passing = [];
  programs.forEach((program, i) => {
    const expected = readExpectation(program);
    const diff = !expected ? { kind: 'no expectation', expected: 'npm run conformance:record', actual: '' }
      : expected.stale ? { kind: 'stale expectation', expected: 'npm run conformance:record', actual: '' }
        : difference(expected, records[i]);
    const verdict = !diff ? 'passed' : isRefusal(records[i]) ? 'refused' : 'failed';
    verdicts[program.name] = verdict;
    const folder = folders.get(program.feature) ?? { passed: 0, failed: 0, refused: 0 };
    folders.set(program.feature, folder);
    folder[verdict]++;
    if (known.has(program.name)) {
      (verdict === 'passed' ? passing : still).push(program.name);
      return;
    }
    if (verdict === 'failed' || (verdict === 'refused' && !options.refused && !program.mayBeRefused)) {
      failures.push({ program, diff, verdict, record: records[i] });
      const kind = verdict === 'refused' ? 'refused' : diff.kind;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  });
  for (const { program, diff, verdict, record } of failures) {
    if (verdict === 'refused') { console.log(`  ${program.file}: refused: ${short(record.stderr.trim())}`); continue; }
    console.log(`  ${program.file}: ${describe(diff)}`);
    if (options.verbose && diff.expectedLines) console.log(diffText(diff).replace(/^/gm, '      '));
  }
  const width = Math.max(...[...folders.keys()].map(name => name.length), 7);
  console.log(`\n${'feature'.padEnd(width)}  passed  failed  refused`);
  for (const [name, f] of folders) {
    console.log(`${name.padEnd(width)}  ${String(f.passed).padStart(6)}  ${String(f.failed || '').padStart(6)}  ${String(f.refused || '').padStart(7)}`);
  }
  if (options.kinds) console.log('\n' + [...kinds].sort((a, b) => b[1] - a[1]).map(([kind, n]) => `${kind}: ${n}`).join(', '));
  if (options.json) writeFileSync(options.json, JSON.stringify(verdicts, null, 1) + '\n');
  if (options['update-known']) {
    const names = Object.keys(verdicts).filter(name => verdicts[name] !== 'passed').sort();
    writeFileSync(knownFile, '# Programs whose answer is not CPython\'s yet: refused by name, or different. Written by compare.mjs --update-known.\n' + names.join('\n') + '\n');
  }
  if (still.length) console.log(`\n${still.length} differ still, as differs.txt says`);
  for (const name of passing) console.log(`  ${name} passes by now: take it off differs.txt (--update-known)`);
  const passed = Object.values(verdicts).filter(v => v === 'passed').length;
  const refused = Object.values(verdicts).filter(v => v === 'refused').length;
  if (refused) console.log(`\n${refused} refused by name and line`);
  const failed = options['update-known'] ? 0 : failures.length;
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}

main().then(status => { process.exitCode = status; }, error => { console.error(error.message); process.exitCode = 2; });
