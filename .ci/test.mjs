// npm test: installs what is missing, builds, and runs all tests.
//   npm test -- --only unit,wasm     the stages of these names only
//   npm test -- --list               their names
// The last line is `N passed, N failed`, the sum over the stages; the status is non-zero when anything failed.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, engineDownload } from './build.mjs';
import { install } from './install.mjs';
import { onPath } from './packages.mjs';
import { root, run, seconds, Sentence } from './say.mjs';

/**
 * Bytes after brotli of what a visitor downloads of the engine before the first picture, and of the whole engine, which
 * follows. The aim for the first is 220,000; the numbers guard against growing.
 */
const downloadBudgets = { first: 216_000, engine: 525_000 };

// A stage: its name, the parts that have to be built, how it is run, and how its output is counted.
// A unit test finds its data by paths that are relative to its build folder (`cwd`).
// `run` is a command, or a function that gives one (nothing: there is no such test) or {passed, failed, output}.
const stages = [
  { name: 'generated', needs: [], run: ['sh', '-c', 'node engine/trace/generate.mjs --check && node web/docs/generate.mjs --check'], count: asOne },
  { name: 'types', needs: [], run: ['node', 'node_modules/typescript/bin/tsc', '-p', 'web/tsconfig.json'], count: asOne },
  { name: 'unit', needs: ['native'], run: ['./ap_unit'], cwd: '.build/native', count: doctest },
  { name: 'unit-asan', needs: ['asan'], run: ['./ap_unit'], cwd: '.build/asan', count: doctest },
  { name: 'native', needs: ['native'], run: conformance('native'), count: plainLine },
  { name: 'gate', needs: ['native'], run: () => onPath('valgrind') && ['node', 'tests/bench/gate.mjs'], count: plainLine },
  { name: 'asan', needs: ['asan'], run: conformance('asan'), count: plainLine },
  { name: 'fuzz', needs: ['asan'], run: ['node', 'tests/fuzz/run.mjs', '--built', '--seconds', '20', '--jobs', String(availableParallelism())], count: plainLine },
  { name: 'wasm', needs: ['wasm', 'node'], run: conformance('wasm'), count: plainLine },
  { name: 'node', needs: ['native', 'wasm', 'node', 'page'], run: () => nodeTests((file) => !file.startsWith('tests/browser/'), availableParallelism()), count: nodeTest },
  { name: 'model', needs: ['wasm'], run: vitest, count: vitestReport },
  { name: 'browser', needs: ['wasm', 'page', 'single'], run: () => nodeTests((file) => file.startsWith('tests/browser/') && !file.startsWith(timed), availableParallelism()), count: nodeTest },
  { name: 'timed', needs: ['wasm', 'page', 'single'], run: () => nodeTests((file) => file.startsWith(timed), 1), count: nodeTest },
  { name: 'size', needs: ['wasm'], run: size },
];

/** Tests in a browser that look at the clock have the machine to themselves. */
const timed = 'tests/browser/timed/';

/** Seconds after which a stage is ended and has failed. */
const limit = 900;

const symbolizer = '/usr/lib/llvm-19/bin/llvm-symbolizer';
const env = {
  UBSAN_OPTIONS: 'print_stacktrace=1',
  ...(existsSync(symbolizer) ? { ASAN_SYMBOLIZER_PATH: symbolizer, UBSAN_SYMBOLIZER_PATH: symbolizer } : {}),
};

// --- commands -------------------------------------------------------------------------------------------------------

function conformance(engine) {
  return ['node', 'tests/conformance/compare.mjs', '--engine', engine, '--known'];
}

function testFiles(ending, folder = 'tests') {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true }).map((file) => `${folder}/${file}`)
    .filter((file) => file.endsWith(ending) && !file.includes('node_modules/')).sort();
}

/** `together`: files at the same time. */
function nodeTests(wanted, together) {
  const files = testFiles('.test.mjs').filter(wanted);
  return files.length > 0 && ['node', '--test', `--test-concurrency=${together}`, '--test-reporter=spec', ...files];
}

const report = join(root, '.build/vitest.json');
function vitest() {
  if (testFiles('.test.ts').length + testFiles('.test.ts', 'web').length === 0) return undefined;
  rmSync(report, { force: true });
  return ['node', 'node_modules/vitest/vitest.mjs', 'run', '--config', '.ci/vitest.config.mjs', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
}

function size() {
  const sum = { passed: 0, failed: 0, output: '' };
  for (const [name, budget] of Object.entries(downloadBudgets)) {
    const bytes = engineDownload(name) ?? Infinity;
    sum[bytes <= budget ? 'passed' : 'failed']++;
    sum.output += `engine.mjs and ${name}.wasm are ${bytes} bytes after brotli; the budget is ${budget}\n`;
  }
  return sum;
}

// --- how an output is counted -------------------------------------------------------------------------------------

/** For commands that only tell by their status. */
function asOne(_output, status) {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function doctest(output) {
  return found(/test cases:\s*\d+ \|\s*(\d+) passed \|\s*(\d+) failed/, output);
}

/** The runner itself closes with `N passed, N failed`. */
function plainLine(output) {
  return found(/^(\d+) passed, (\d+) failed$/m, output);
}

function nodeTest(output) {
  const number = (word) => Number(new RegExp(`^\\S+ ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  return { passed: number('pass'), failed: number('fail') + number('cancelled') };
}

/** The tests of node's runner that took longest, above ten seconds: where the time of `npm test` goes. */
function slowest(output = '') {
  return [...output.matchAll(/^\S (.*) \(([\d.]+)ms\)$/gm)].filter(([, , ms]) => ms > 10_000).sort(([, , a], [, , b]) => b - a).slice(0, 8);
}

function vitestReport() {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites };
}

function found(pattern, output) {
  const [, passed, failed] = pattern.exec(output) ?? [0, 0, 0];
  return { passed: Number(passed), failed: Number(failed) };
}

// --- running --------------------------------------------------------------------------------------------------------

async function runStage(stage, broken) {
  const because = stage.needs.find((part) => broken.has(part));
  if (because) return { passed: 0, failed: 1, output: `not run: the build of "${because}" failed\n` };
  const command = typeof stage.run === 'function' ? stage.run() : stage.run;
  if (!command) return { passed: 0, failed: 1, output: 'there is no such test\n' };
  if (!Array.isArray(command)) return command;
  const { status, output } = await run(command[0], command.slice(1), { env, mayFail: true, limit, cwd: join(root, stage.cwd ?? '.') });
  const { passed, failed } = stage.count(output, status);
  // A runner that died, or that ran nothing, has not passed.
  return { passed, failed: failed === 0 && (status !== 0 || passed === 0) ? 1 : failed, output };
}

async function main() {
  const start = performance.now();
  const chosen = choose();
  await install('test');
  const broken = new Set();
  for (const part of ['native', 'asan', 'wasm', 'node', 'page', 'single']) {
    if (!chosen.some(({ needs }) => needs.includes(part))) continue;
    try {
      await build(part);
    } catch (error) {
      console.error(error instanceof Sentence ? error.message : error);
      broken.add(part);
    }
  }
  const sum = { passed: 0, failed: 0 };
  for (const stage of chosen) {
    const began = performance.now();
    const { passed, failed, output } = await runStage(stage, broken);
    sum.passed += passed;
    sum.failed += failed;
    console.log(`${`test: ${stage.name}`.padEnd(30)} ${`${passed} passed, ${failed} failed`.padEnd(44)} ${seconds(began).padStart(8)}`);
    for (const line of output?.match(/^\w+: skipped, .*$/gm) ?? []) console.log(`  | ${line}`);
    for (const [, name, ms] of slowest(output)) console.log(`  | ${(ms / 1000).toFixed(0).padStart(4)} s  ${name}`);
    if (failed > 0) console.log(output.replace(/^/gm, '  | '));
  }
  console.log(`\nall of it took ${seconds(start)}`);
  return sum;
}

function choose() {
  let options;
  try {
    options = parseArgs({ options: { only: { type: 'string', multiple: true }, list: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new Sentence(`${error.message}. Usage: npm test -- [--only NAME[,NAME...]] [--list]`);
  }
  const names = stages.map(({ name }) => name);
  if (options.list) {
    console.log(names.join('\n'));
    process.exit(0);
  }
  const only = options.only?.flatMap((list) => list.split(','));
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Sentence(`There is no stage "${unknown}"; the stages are ${names.join(', ')}.`);
  return only ? stages.filter(({ name }) => only.includes(name)) : stages;
}

let sum = { passed: 0, failed: 1 };
try {
  sum = await main();
} catch (error) {
  console.error(error instanceof Sentence ? error.message : error);
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
