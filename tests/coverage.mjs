// npm run coverage: which lines of the engine the tests of the native engine run, by folder, as clang counts them.
//   npm run coverage -- [--lines FOLDER] [--resume] [--report]
// --lines asyncio   also each line of engine/asyncio that no test reaches
// --resume          goes on where the last one was ended: the same binaries, and only the parts that were not run to their end
// --report          no test is run: the counts so far
// Status 1 where a folder is below its bar.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../.ci/build.mjs';
import { install } from '../.ci/install.mjs';
import { root, run, stage } from '../.ci/say.mjs';

/** Per cent of the lines, of the engine and of a folder. */
const bars = { asyncio: 98, all: 90 };

const folder = join(root, '.build/coverage');
const profiles = join(folder, 'profiles');
const llvm = (name) => [`/usr/lib/llvm-19/bin/${name}`, `/usr/bin/${name}-19`].find((file) => existsSync(file)) ?? name;
const programs = ['ap', 'ap_unit', 'ap_allocation'].map((name) => join(folder, name));
// A pool of files that the processes add to, so that a thousand runs are not a thousand files.
const env = { AP_BUILD: 'coverage', LLVM_PROFILE_FILE: join(profiles, 'of-%4m.profraw') };

const finished = join(folder, 'parts.json');

/** name: [command, arguments, folder]; each file of tests in JavaScript is a part of its own. */
function parts() {
  const files = ['limits', 'conformance', 'threads', 'network', 'diagnose', 'explore', 'unit/trace', 'lesson']
    .flatMap((name) => readdirSync(join(root, 'tests', name)).filter((file) => file.endsWith('.test.mjs')).map((file) => `tests/${name}/${file}`))
    .filter((file) => !/wasm\.test/.test(file));
  return new Map([
    ['unit', ['./ap_unit', [], folder]],
    ['conformance', ['node', ['tests/conformance/compare.mjs', '--engine', 'native', '--known']]],
    ...files.map((file) => [file.replace(/^tests.|.test.mjs$/g, ''), ['node', ['--test', file]]]),
  ]);
}

async function measure(resume) {
  if (!resume) rmSync(profiles, { recursive: true, force: true });
  mkdirSync(profiles, { recursive: true });
  const done = new Set(resume && existsSync(finished) ? JSON.parse(readFileSync(finished, 'utf8')) : []);
  for (const [name, [command, args, cwd = root]] of parts()) {
    if (done.has(name)) continue;
    await stage(`coverage: ${name}`, async () => {
      // Counted all the same where it fails or takes too long: which lines are reached is the question here.
      const { output } = await run(command, args, { env, cwd, mayFail: true, limit: 1200 });
      const counts = /(\d+ passed, \d+ failed)|test cases:.*/.exec(output)?.[0].replace(/ +/g, ' ');
      return counts ?? (/^# pass (\d+)$/m.test(output) ? `${/^# pass (\d+)$/m.exec(output)[1]} passed, ${/^# fail (\d+)$/m.exec(output)?.[1]} failed` : output.trim().split('\n').at(-1));
    });
    writeFileSync(finished, JSON.stringify([...done.add(name)]));
  }
}

/** file: {line: how often}, of the engine's own sources. */
async function count() {
  const data = join(folder, 'all.profdata');
  const raw = readdirSync(profiles).map((name) => join(profiles, name));
  await run(llvm('llvm-profdata'), ['merge', '-sparse', '-o', data, ...raw]);
  const { stdout } = await run(llvm('llvm-cov'), ['export', '-format=lcov', `-instr-profile=${data}`, ...programs.flatMap((file, i) => (i ? ['-object', file] : [file]))]);
  const files = new Map();
  let lines;
  for (const text of stdout.split('\n')) {
    if (text.startsWith('SF:')) {
      const name = relative(root, text.slice(3));
      lines = name.startsWith('engine/') ? files.get(name) ?? files.set(name, new Map()).get(name) : undefined;
    } else if (lines && text.startsWith('DA:')) {
      const [line, times] = text.slice(3).split(',').map(Number);
      lines.set(line, Math.max(times, lines.get(line) ?? 0));
    }
  }
  return files;
}

const { values } = parseArgs({ options: { lines: { type: 'string' }, report: { type: 'boolean' }, resume: { type: 'boolean' } } });
if (!values.report) {
  if (!values.resume) {
    await install('test');
    await build('coverage');
  }
  await measure(values.resume);
}
const files = await count();
const sums = new Map();
for (const [name, lines] of files) {
  for (const key of [name.split('/')[1], 'all']) {
    const sum = sums.get(key) ?? sums.set(key, { lines: 0, reached: 0 }).get(key);
    sum.lines += lines.size;
    sum.reached += [...lines.values()].filter((times) => times > 0).length;
  }
}
let low = 0;
console.log(`\n${'engine/'.padEnd(12)}${'lines'.padStart(8)}${'reached'.padStart(10)}${'per cent'.padStart(11)}${'bar'.padStart(6)}`);
for (const [name, { lines, reached }] of [...sums].sort(([a], [b]) => (a === 'all') - (b === 'all') || a.localeCompare(b))) {
  const share = (100 * reached) / lines;
  if (share < (bars[name] ?? 0)) low++;
  console.log(`${name.padEnd(12)}${String(lines).padStart(8)}${String(reached).padStart(10)}${share.toFixed(2).padStart(11)}${String(bars[name] ?? '').padStart(6)}`);
}
if (values.lines) {
  for (const [name, lines] of [...files].filter(([name]) => name.startsWith(`engine/${values.lines}`))) {
    const missed = [...lines].filter(([, times]) => times === 0).map(([line]) => line).sort((a, b) => a - b);
    if (missed.length) console.log(`${name}  ${missed.length} of ${lines.size}: ${ranges(missed)}`);
  }
}
writeFileSync(join(folder, 'lines.json'), JSON.stringify(Object.fromEntries([...files].map(([name, lines]) => [name, Object.fromEntries(lines)]))));
process.exitCode = low ? 1 : 0;

/** 3, 4, 5, 9 as "3-5 9" */
function ranges(numbers) {
  const all = [];
  for (const n of numbers) {
    if (all.length && all.at(-1)[1] === n - 1) all.at(-1)[1] = n;
    else all.push([n, n]);
  }
  return all.map(([a, b]) => (a === b ? a : `${a}-${b}`)).join(' ');
}
