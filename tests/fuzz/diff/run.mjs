#!/usr/bin/env node
// The differential fuzzer: random asyncio programs run on an engine and on CPython 3.14, and must not differ in stdout,
// exit status or virtual time.
//   node tests/fuzz/diff/run.mjs --count N [--seed FIRST] [--engine native|wasm|asan] [--path EXECUTABLE] [--jobs N]
//     [--cached]          take the recorded answers of the reference; Pyodide only runs what is not recorded or differs
//     [--cache FILE]      the reference's answers are kept in FILE (not part of the project), so that a long run can go on later
//     [--fill]            only asks the reference for what is not in the cache yet
//     [--offline]         never starts the reference: what is not known is skipped, seeds that differ are named and no more
//     [--check N]         with --cached: ask the reference again for N of the recorded answers
//     [--profile wide|scenes|trees]    programs of the second, third or fourth generator (wide/)
//     [--stderr]          compare what a learner reads of stderr too; the reference is always asked
//     [--max-failures N]  stop after that many mismatches that look different (default 10)
//     [--no-shrink] [--no-keep]   a mismatch is made small and kept in tests/conformance/programs/fuzz-found unless told otherwise
//   node tests/fuzz/diff/run.mjs --record N     records the reference's answers for the seeds 1..N
//   node tests/fuzz/diff/run.mjs --print SEED   prints the program of a seed
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROGRAMS, writeExpectation } from '../../conformance/corpus.mjs';
import { engineCommand, runOnEngine } from '../../conformance/engines.mjs';
import { diffText, difference, isRefusal } from '../../conformance/records.mjs';
import { ReferencePool } from '../../conformance/reference/pool.mjs';
import { AnswerCache, answerHash, programHash, readAnswers, writeAnswers } from './answers.mjs';
import { makeProgram, programText as firstText } from './program.mjs';
import { shrink } from './shrink.mjs';
import { shrinkText } from './shrink-text.mjs';
import { scenesText, wideText } from './wide/program.mjs';
import { treesText } from './wide/trees.mjs';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' }, engine: { type: 'string', default: 'native' }, path: { type: 'string' },
    jobs: { type: 'string' }, cached: { type: 'boolean' }, check: { type: 'string', default: '0' }, 'max-failures': { type: 'string', default: '10' },
    'no-shrink': { type: 'boolean' }, 'no-keep': { type: 'boolean' }, record: { type: 'string' }, cache: { type: 'string' }, fill: { type: 'boolean' }, offline: { type: 'boolean' }, profile: { type: 'string', default: 'first' }, stderr: { type: 'boolean' }, print: { type: 'string' },
  },
});
const CHUNK = 200;
const PROFILES = { first: firstText, wide: wideText, scenes: seed => scenesText(seed), trees: treesText };
const programText = PROFILES[options.profile];
const jobs = Number(options.jobs ?? cpus().length);
const unanswered = record => record.crash || record.timeout;
let pool = null;
const cache = options.cache ? new AnswerCache(options.cache) : null;
const reference = source => (pool ??= new ReferencePool({ jobs, timeout: 20 })).run(source);

/** Only what is compared, from the cache where it knows. */
async function answerOf(source) {
  const known = cache?.get(source);
  if (known) return known;
  const answer = answerHash(await reference(source));
  cache?.add(source, answer);
  return answer;
}

/** Fills the cache, a window of programs at a time so that no worker waits. */
async function fill(first, count) {
  const started = performance.now();
  let next = first, done = 0, asked = 0, told = started;
  const one = async () => {
    while (next < first + count) {
      const text = programText(next++);
      if (!cache.get(text)) { asked++; await answerOf(text); }
      if (++done % 100 === 0 && performance.now() - told > 60_000) {
        told = performance.now();
        console.log(`  ${done} of ${count}, ${(asked / (told - started) * 1000).toFixed(1)} a second`);
      }
    }
  };
  await Promise.all(Array.from({ length: jobs * 2 }, one));
  console.log(`${count} answers are in the cache, ${asked} of them new`);
  return 0;
}

async function record(count) {
  const answers = [];
  for (let from = 1; from <= count; from += CHUNK) {
    const seeds = Array.from({ length: Math.min(CHUNK, count - from + 1) }, (_, i) => from + i);
    answers.push(...await Promise.all(seeds.map(async seed => {
      const text = programText(seed);
      return { program: programHash(text), answer: await answerOf(text) };
    })));
    console.log(`  ${answers.length} of ${count}`);
  }
  writeAnswers(answers);
  console.log(`${count} answers recorded, ${answers.filter(a => a.answer.startsWith('-')).length} programs without one`);
  return 0;
}

class Fuzz {
  folder = mkdtempSync(join(tmpdir(), 'fuzz-diff-'));
  answers = options.cached ? readAnswers() : new Map();
  equal = 0; refused = 0; skipped = 0; checked = 0; stale = 0;
  mismatches = [];
  kinds = new Map();   // how a mismatch looks -> how often

  constructor(command) { this.command = command; }

  async onEngine(texts) {
    const files = texts.map((text, i) => {
      const file = join(this.folder, `p${i}.py`);
      writeFileSync(file, text);
      return file;
    });
    return runOnEngine(this.command, files, { jobs, chunk: 50 });
  }

  async chunk(seeds) {
    const texts = seeds.map(programText);
    const known = texts.map((text, i) => {
      const answer = this.answers.get(seeds[i]);
      if (answer && answer.program !== programHash(text)) { this.stale++; return null; }
      return answer?.answer ?? cache?.get(text) ?? null;
    });
    const [engine, live] = await Promise.all([
      this.onEngine(texts),
      Promise.all(texts.map(async (text, i) => {
        if ((known[i] && !options.stderr) || options.offline) return null;
        const answer = await reference(text);
        cache?.add(text, answerHash(answer));
        return answer;
      })),
    ]);
    for (let i = 0; i < seeds.length; i++) {
      if (known[i]?.startsWith('-') || (live[i] && unanswered(live[i]))) { this.skipped++; continue; }
      if (known[i] && !options.stderr && known[i] === answerHash(engine[i])) { this.equal++; continue; }
      if (options.offline) {
        if (known[i]) { this.mismatches.push(seeds[i]); if (engine[i].crash) console.log(`  seed ${seeds[i]}: ${engine[i].stderr}`); } else this.skipped++;
        continue;
      }
      const expected = live[i] ?? await reference(texts[i]);
      if (known[i]) cache?.add(texts[i], answerHash(expected));  // it may have been an older reference's
      const diff = difference(expected, engine[i], { stderr: Boolean(options.stderr) });
      if (!diff) this.equal++;
      else if (isRefusal(engine[i])) { this.refused++; console.log(`  seed ${seeds[i]}: refused: ${engine[i].stderr.trim().split('\n')[0]}`); }
      else await this.mismatch(seeds[i], diff, expected);
      if (this.enough) return;
    }
  }

  get enough() { return !options.offline && ( this.kinds.size >= Number(options['max-failures']) || this.mismatches.length >= 500); }

  async mismatch(seed, diff) {
    this.mismatches.push(seed);
    const looks = `${diff.kind} ${String(diff.actual).replace(/\b(?:x|k|a|g|Task-)?[\d.]+(?:e-\d+)?(?:\/\d+)?/g, '#')}`.slice(0, 100);
    const before = this.kinds.get(looks) ?? 0;
    this.kinds.set(looks, before + 1);
    if (before) return;
    console.log(`  seed ${seed}: ${diff.kind}${diff.line ? ` line ${diff.line}` : ''}\n      CPython ${String(diff.expected).slice(0, 200)}\n      engine  ${String(diff.actual).slice(0, 200)}`);
    if (options['no-shrink'] || options.cached) return;
    const fails = async texts => {
      const [engine, expected] = await Promise.all([this.onEngine(texts), Promise.all(texts.map(reference))]);
      return texts.map((_, i) => !unanswered(expected[i]) && !isRefusal(engine[i]) && !/SyntaxError|IndentationError|NameError/.test(expected[i].stderr)
        && (diff.kind === 'crash') === Boolean(engine[i].crash) && difference(expected[i], engine[i], { stderr: diff.kind === 'stderr' })?.kind === diff.kind);
    };
    const text = options.profile !== 'first' ? await shrinkText(programText(seed), fails) : await shrink(makeProgram(seed), fails);
    const [engine] = await this.onEngine([text]);
    const expected = await reference(text);
    const left = difference(expected, engine, { stderr: diff.kind === 'stderr' });
    console.log(text.replace(/^/gm, '      | ').trimEnd());
    if (left?.expectedLines) console.log(diffText(left).replace(/^/gm, '      '));
    if (options['no-keep']) return;
    const name = `fuzz-found/${options.profile === 'first' ? 'seed' : options.profile}_${seed}`;
    mkdirSync(join(PROGRAMS, 'fuzz-found'), { recursive: true });
    writeFileSync(join(PROGRAMS, name + '.py'), text);
    const { stdout, stderr, exit, virtual_seconds, deadlock, limit } = expected;
    writeExpectation({ name, source: text }, { stdout, stderr, exit, virtual_seconds, deadlock, limit });
    console.log(`      kept as ${name}.py`);
  }

  async check(count) {
    const seeds = [...this.answers.keys()];
    const step = Math.max(1, Math.floor(seeds.length / count));
    const chosen = seeds.filter((_, i) => i % step === Math.floor(Date.now() / 86_400_000) % step).slice(0, count);
    const wrong = [];
    await Promise.all(chosen.map(async seed => {
      const text = programText(seed), answer = this.answers.get(seed);
      if (answer.program !== programHash(text) || answer.answer !== answerHash(await reference(text))) wrong.push(seed);
    }));
    this.checked = chosen.length;
    if (wrong.length) console.log(`  recorded answers that are not CPython's: seeds ${wrong.join(', ')}`);
    return wrong.length;
  }

  async run() {
    const first = Number(options.seed), last = first + Number(options.count) - 1;
    const started = performance.now();
    let told = started;
    for (let from = first; from <= last && !this.enough; from += CHUNK) {
      await this.chunk(Array.from({ length: Math.min(CHUNK, last - from + 1) }, (_, i) => from + i));
      if (performance.now() - told > 20_000) {
        told = performance.now();
        const done = from + CHUNK - first;
        console.log(`  ${done} programs, ${(done / (told - started) * 1000).toFixed(0)} a second, ${this.mismatches.length} mismatches`);
      }
    }
    const wrong = Number(options.check) ? await this.check(Number(options.check)) : 0;
    const parts = [`${this.equal} equal`];
    if (this.refused) parts.push(`${this.refused} refused`);
    if (this.skipped) parts.push(`${this.skipped} without an answer of CPython`);
    if (this.stale) parts.push(`${this.stale} recorded for an older generator (run --record)`);
    if (this.checked) parts.push(`${this.checked - wrong} of ${this.checked} recorded answers confirmed`);
    const often = [...this.kinds].filter(([, n]) => n > 1).sort((a, b) => b[1] - a[1]);
    for (const [looks, n] of often) console.log(`  ${n} times: ${looks}`);
    if (options.offline && this.mismatches.length) console.log(`seeds that differ: ${this.mismatches.join(' ')}`);
    console.log(`\nseeds ${first} to ${last}: ${parts.join(', ')}`);
    console.log(`${this.equal + this.refused + this.skipped + this.mismatches.length} programs, ${this.mismatches.length} mismatches`);
    return this.mismatches.length || wrong ? 1 : 0;
  }
}

async function main() {
  if (!programText) throw new Error(`no profile is called ${options.profile}: ${Object.keys(PROFILES).join(', ')}`);
  if (options.print) { process.stdout.write(programText(Number(options.print))); return 0; }
  if (options.record) return record(Number(options.record));
  if (options.fill) return fill(Number(options.seed), Number(options.count));
  const fuzz = new Fuzz(engineCommand(options.engine, options.path));
  try { return await fuzz.run(); } finally { rmSync(fuzz.folder, { recursive: true, force: true }); }
}

main().then(status => { process.exitCode = status; }, error => { console.error(error.message); process.exitCode = 2; }).finally(() => pool?.close());
