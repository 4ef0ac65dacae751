// What the switches of wrong beliefs (engine/base/beliefs.hpp) cost a run that has none: instructions, counted by callgrind,
// of the engine as it is and of one that is built without them.
//   node tests/bench/beliefs.mjs [program ...]
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (command, args) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error || status) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr.slice(-400)}`);
  return stdout + stderr;
};
const without = '.build/no-beliefs';
run('cmake', ['--preset', 'native', '-B', without, '-DCMAKE_CXX_FLAGS=-DAP_NO_BELIEFS']);
run('cmake', ['--build', without, '--target', 'ap', '-j', '2']);
if (!existsSync(join(root, '.build/native/ap'))) throw new Error('.build/native/ap is missing: node .ci/build.mjs native');

// Without debug information, which valgrind may not be able to read.
const engines = ['.build/native', without].map((folder, i) => {
  const engine = `${without}/ap-${i ? 'without' : 'with'}`;
  run('strip', ['--strip-debug', '-o', engine, `${folder}/ap`]);
  return engine;
});

/** Instructions of one run. */
const instructions = (engine, program) => Number(/Collected : (\d+)/.exec(run('valgrind', ['--tool=callgrind', '--callgrind-out-file=/dev/null', engine, 'run', program]))[1]);
const programs = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(join(root, 'tests/bench/programs')).filter((name) => name.endsWith('.py')).map((name) => join('tests/bench/programs', name));
console.log('| program | instructions with the switches | without | more |\n|---|---|---|---|');
for (const program of programs) {
  const [own, none] = engines.map((engine) => instructions(engine, program));
  console.log(`| ${basename(program)} | ${own.toLocaleString('en')} | ${none.toLocaleString('en')} | ${((own / none - 1) * 100).toFixed(2)} % |`);
}
