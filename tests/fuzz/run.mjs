// npm run fuzz: each target of tests/fuzz/targets, the ones in C++ with libFuzzer under both sanitizers. Status 1: one was broken.
//   npm run fuzz -- [--minutes 5 | --seconds 20] [--only run,parse] [--jobs 1]
// It starts with the seeds in tests/fuzz/seeds/<target>, for programs also with those of the conformance tests; what it learns
// stays in .build/fuzz/<target>, and an input that breaks something is written to .build/fuzz/<target>-*. Such an input,
// made small (`.build/asan/fuzz_run -minimize_crash=1 -runs=10000 FILE`), becomes a seed: every run begins with all of them.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../.ci/build.mjs';
import { install } from '../../.ci/install.mjs';
import { isMain, root } from '../../.ci/say.mjs';

/** What is fuzzed: a file of tests/fuzz/targets each, .cpp or .mjs. */
export const targets = ['run', 'parse', 'scenario', 'answers', 'share'];
const folder = join(root, '.build/fuzz');
const inNode = (target) => existsSync(join(root, `tests/fuzz/targets/${target}.mjs`));

/** Why a target cannot be run here; undefined where it can. */
export function missing(target) {
  if (inNode(target) || existsSync(join(root, `.build/asan/fuzz_${target}`))) return undefined;
  return "libFuzzer is not installed: it comes with clang 19's runtime (apt-get install clang-19 libclang-rt-19-dev)";
}

/** Runs one target for so many seconds; resolves to {target, executions, seconds, covered, findings: [text]}. */
export function fuzz(target, seconds) {
  // To read all programs takes a minute: a short run has some of them, other ones each day.
  const short = seconds < 100;
  const corpus = join(folder, short ? `${target}-short` : target);
  const seeds = join(root, 'tests/fuzz/seeds', target);
  mkdirSync(corpus, { recursive: true });
  if (target === 'run' || target === 'parse') {
    const programs = join(root, 'tests/conformance/programs');
    const small = readdirSync(programs, { recursive: true }).filter((name) => name.endsWith('.py') && statSync(join(programs, name)).size < 1500);
    const day = Math.floor(Date.now() / 86_400_000);
    small.filter((_, i) => !short || (i + day) % 10 === 0).forEach((name) => copyFileSync(join(programs, name), join(corpus, name.replaceAll('/', '-'))));
  }
  const artifact = join(folder, `${target}-`);
  const [command, ...args] = inNode(target)
    ? [process.execPath, join(root, `tests/fuzz/targets/${target}.mjs`), seeds, '--seconds', String(seconds), '--seed', String(Date.now() % 1e6), '--artifact', `${artifact}broken`]
    : [join(root, `.build/asan/fuzz_${target}`), corpus, ...(existsSync(seeds) ? [seeds] : []), `-max_total_time=${seconds}`, '-timeout=20', '-rss_limit_mb=2048', '-max_len=8192',
      '-print_final_stats=1', '-reload=0', `-artifact_prefix=${artifact}`, `-dict=${join(root, 'tests/fuzz/python.dict')}`];
  return new Promise((resolve) => {
    const began = performance.now();
    const child = spawn(command, args, { env: { ...process.env, ASAN_OPTIONS: 'detect_leaks=1:allocator_may_return_null=1' } });
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    child.stdout.resume();
    child.on('close', (code, signal) => {
      let status = code;
      // libFuzzer counts real time: what is done in time on its own met a busy machine.
      const late = /libFuzzer: timeout/.test(said) && /Test unit written to (\S+-timeout-\w+)/.exec(said)?.[1];
      if (late && spawnSync(command, ['-timeout=120', late], { stdio: 'ignore' }).status === 0) status = 0;
      const executions = Number(/stat::number_of_executed_units:\s*(\d+)/.exec(said)?.[1] ?? [...said.matchAll(/^#(\d+)\t/gm)].at(-1)?.[1] ?? 0);
      const covered = Number([...said.matchAll(/cov: (\d+)/g)].at(-1)?.[1] ?? 0);
      const findings = status === 0 ? [] : [said.split('\n').filter((line) => /ERROR|SUMMARY|runtime error|Test unit written|#\d+ 0x|assert/i.test(line)).slice(0, 30).join('\n') || `${signal ?? status}: ${said.slice(-1000)}`];
      resolve({ target, executions, seconds: (performance.now() - began) / 1000, covered, findings });
    });
  });
}

/** Adds a run to what all of them on this machine have come to, and gives that. */
function sumUp({ target, executions, seconds }) {
  const file = join(folder, 'sums.json');
  const sums = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const { executions: e = 0, hours: h = 0 } = sums[target] ?? {};
  sums[target] = { executions: e + executions, hours: h + seconds / 3600 };
  writeFileSync(file, JSON.stringify(sums));
  return sums[target];
}

if (isMain(import.meta)) {
  const { values } = parseArgs({ options: { minutes: { type: 'string' }, seconds: { type: 'string' }, only: { type: 'string' }, jobs: { type: 'string' }, built: { type: 'boolean' } } });
  const seconds = values.seconds ? Number(values.seconds) : Number(values.minutes ?? 5) * 60;
  if (!values.built) {
    await install('test');
    await build('asan');
  }
  const queue = values.only ? values.only.split(',') : [...targets];
  let failed = 0;
  let passed = 0;
  const work = async () => {
    for (let target = queue.shift(); target; target = queue.shift()) {
      if (missing(target)) {
        console.log(`${target}: skipped, ${missing(target)}`);
        continue;
      }
      const done = await fuzz(target, seconds);
      done.findings.length ? failed++ : passed++;
      const sum = sumUp(done);
      console.log(`${target}: ${done.executions} executions in ${done.seconds.toFixed(0)} s, ${done.covered} ${inNode(target) ? 'kinds of answer' : 'edges covered'}, ${done.findings.length ? `BROKEN\n${done.findings.join('\n')}` : 'nothing found'}`
        + ` (on this machine so far ${sum.executions} executions in ${sum.hours.toFixed(2)} hours)`);
    }
  };
  await Promise.all(Array.from({ length: Number(values.jobs ?? 1) }, work));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
