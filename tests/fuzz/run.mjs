// npm run fuzz: libFuzzer on each target of tests/fuzz/targets, under both sanitizers. Ends with status 1 when one was broken.
//   npm run fuzz -- [--minutes 5 | --seconds 20] [--only run,parse] [--jobs 2]
// It starts with the seeds in tests/fuzz/seeds/<target>, for programs also with those of the conformance tests; what it learns
// stays in .build/fuzz/corpus, and an input that breaks something is written to .build/fuzz/<target>-*. Such an input,
// made small (`fuzz_run -minimize_crash=1 FILE`), becomes a seed: every run begins with all of them.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../.ci/build.mjs';
import { isMain, root } from '../../.ci/say.mjs';

export const targets = ['parse', 'run', 'scenario', 'answers'];
const dictionary = join(root, 'tests/fuzz/python.dict');

/** Runs one target for so many seconds; resolves to {target, executions, seconds, coverage, findings: [text]}. */
export function fuzz(target, seconds) {
  const folder = join(root, '.build/fuzz');
  const corpus = join(folder, 'corpus', target);
  mkdirSync(corpus, { recursive: true });
  const seeds = join(root, 'tests/fuzz/seeds', target);
  mkdirSync(seeds, { recursive: true });
  if (target === 'run' || target === 'parse') {
    const programs = join(root, 'tests/conformance/programs');
    for (const name of readdirSync(programs, { recursive: true })) {
      if (name.endsWith('.py') && statSync(join(programs, name)).size < 1500) copyFileSync(join(programs, name), join(corpus, name.replaceAll('/', '-')));
    }
  }
  const options = [`-max_total_time=${seconds}`, '-timeout=20', '-rss_limit_mb=2048', '-max_len=8192', '-print_final_stats=1', '-reload=0', `-artifact_prefix=${folder}/${target}-`, `-dict=${dictionary}`];
  return new Promise((resolve) => {
    const child = spawn(join(folder, `fuzz_${target}`), [corpus, seeds, ...options], { env: { ...process.env, ASAN_OPTIONS: 'detect_leaks=1:allocator_may_return_null=1' } });
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    child.stdout.resume();
    child.on('close', (status, signal) => {
      const number = (pattern) => Number(pattern.exec(said)?.[1] ?? 0);
      const coverage = [...said.matchAll(/cov: (\d+)/g)].at(-1)?.[1];
      const findings = status === 0 ? [] : [said.split('\n').filter((line) => /ERROR|SUMMARY|runtime error|Test unit written|#\d+ 0x|assert/i.test(line)).slice(0, 30).join('\n') || `${signal ?? status}: ${said.slice(-1000)}`];
      resolve({ target, executions: number(/stat::number_of_executed_units:\s*(\d+)/), seconds, coverage: Number(coverage ?? 0), findings });
    });
  });
}

if (isMain(import.meta)) {
  const { values } = parseArgs({ options: { minutes: { type: 'string' }, seconds: { type: 'string' }, only: { type: 'string' }, jobs: { type: 'string' } } });
  const seconds = values.seconds ? Number(values.seconds) : Number(values.minutes ?? 5) * 60;
  await build('fuzz');
  const queue = values.only ? values.only.split(',') : [...targets];
  let failed = 0;
  let passed = 0;
  const work = async () => {
    for (let target = queue.shift(); target; target = queue.shift()) {
      const { executions, coverage, findings } = await fuzz(target, seconds);
      findings.length ? failed++ : passed++;
      console.log(`${target}: ${executions} executions in ${seconds} s, ${coverage} edges covered, ${findings.length ? `BROKEN\n${findings.join('\n')}` : 'nothing found'}`);
    }
  };
  await Promise.all(Array.from({ length: Number(values.jobs ?? 1) }, work));
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
