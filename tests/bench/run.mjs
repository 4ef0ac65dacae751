// npm run bench: this engine and its peers side by side, from one run. Every program goes to each peer in turn, several
// times over, so that a busy machine is busy for all of them; what counts is the median of the processor time.
//
//   node tests/bench/run.mjs [--rounds N] [--only NAME,...] [--peers NAME,...] [--write]
//     --peers   of wasm, native, CPython, Pyodide, MicroPython; the first one is compared with the others
//     --write   also puts the tables into tests/bench/RESULTS.md
//   What it needs: `node .ci/build.mjs wasm node native`, and the target ap_bench (built here when it is missing); for the part
//   about the page also `node .ci/build.mjs page` and a Chromium.
//   The C++ runtime's peer: asio, where its headers are installed (Debian: libasio-dev).
//   A native CPython: $BENCH_PYTHON, else the newest python3.x on PATH.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '../../.ci/browser.mjs';
import { main, root, run, Sentence } from '../../.ci/say.mjs';
import { median, table } from './figures.mjs';

const here = join(root, 'tests/bench');
const bench = join(root, '.build/native/ap_bench');

/** What each program is, how its figure is said, and the bar against native CPython and Pyodide. */
const programs = [
  { name: 'sleep0', says: 'task switches by sleep(0)', unit: '/s', bar: [5, 12] },
  { name: 'gather', says: 'switches of gather, 1,000 tasks', unit: '/s', bar: [5, 12] },
  { name: 'create_task', says: 'create_task + await', unit: '/s', bar: [5, 12] },
  { name: 'queue', says: 'queue round trips', unit: '/s', bar: [5, 12] },
  { name: 'timers', says: '10,000 timers', unit: '/s', bar: [5, 12] },
  { name: 'await_1', says: 'switches through 1 await', unit: '/s', bar: [5, 12] },
  { name: 'await_50', says: 'switches through 50 awaits', unit: '/s', bar: [5, 12] },
  { name: 'fib', says: 'fib(25)', unit: 'ms', bar: [1, 2.5] },
  { name: 'while_loop', says: 'while loop, 3,000,000 steps', unit: 'ms', bar: [1, 2.5] },
  { name: 'lists_dicts', says: 'lists and dicts', unit: 'ms', bar: [1, 2.5] },
  { name: 'fstrings', says: '200,000 f-strings', unit: 'ms', bar: [1, 2.5] },
];

// --- peers ------------------------------------------------------------------------------------------------------------

function python() {
  const wanted = process.env.BENCH_PYTHON ? [process.env.BENCH_PYTHON] : ['python3.14', 'python3.13', 'python3.12', 'python3'];
  for (const command of wanted) {
    try {
      const version = execFileSync(command, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      return { command, version: version.trim() };
    } catch {
      // not this one
    }
  }
  return undefined;
}

const inNode = (file, ...args) => [process.execPath, join(here, 'peers', file), ...args];

function peerCommands() {
  const found = python();
  return [
    { name: 'wasm', command: inNode('engine.mjs') },
    { name: 'native', command: [bench, 'programs'] },
    ...(found ? [{ name: `CPython ${found.version}`, command: [found.command, join(here, 'peers/cpython.py')], reference: 0 }] : []),
    { name: 'Pyodide', command: inNode('pyodide.mjs'), reference: 1 },
    { name: 'MicroPython', command: inNode('micropython.mjs'), once: true },
  ];
}

/** A process that answers each path with seconds. */
class Peer {
  constructor({ name, command, reference, once }) {
    Object.assign(this, { name, reference, once });
    this.process = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'ignore'] });
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
    this.process.stdin.on('error', () => {});
  }

  async seconds(path) {
    this.process.stdin.write(path + '\n');
    const { value, done } = await this.lines.next();
    return done ? NaN : Number(value);
  }

  end() {
    this.process.stdin.end();
    this.process.kill();
  }
}

const operationsOf = (path) => Number(/^# operations: (\d+)$/m.exec(readFileSync(path, 'utf8'))[1]);

async function measure(chosen, wanted, rounds) {
  const peers = peerCommands().filter(({ name }) => !wanted || wanted.includes(name.split(' ')[0])).map((peer) => new Peer(peer));
  const seconds = new Map(chosen.map(({ name }) => [name, new Map(peers.map((peer) => [peer.name, []]))]));
  try {
    for (let round = -1; round < rounds; round++) {
      for (const { name } of chosen) {
        for (const peer of peers) {
          if (peer.once && round > 0) continue;
          const took = await peer.seconds(join(here, 'programs', `${name}.py`));
          if (round >= 0 || peer.once) seconds.get(name).get(peer.name).push(took);  // the first round warms up
        }
      }
      process.stderr.write(round < 0 ? 'warmed up' : ` ${round + 1}`);
    }
    process.stderr.write('\n');
  } finally {
    for (const peer of peers) peer.end();
  }
  return { peers, seconds };
}

// --- tables -----------------------------------------------------------------------------------------------------------

function figure(took, operations, unit) {
  if (!Number.isFinite(took)) return 'cannot';
  if (unit === '/s') return `${Math.round(operations / took / 1000)}k`;
  const ms = took * 1000 / operations;
  return ms < 10 ? ms.toFixed(1) : ms.toFixed(0);
}

const times = (ratio) => (Number.isFinite(ratio) ? `${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)}x` : '-');

function programTables(chosen, { peers, seconds }) {
  const reference = peers.filter((peer) => peer.reference !== undefined);
  const ratios = [], raw = [];
  for (const { name, says, unit, bar } of chosen) {
    const operations = operationsOf(join(here, 'programs', `${name}.py`));
    const took = (peer) => median(seconds.get(name).get(peer.name));
    const own = took(peers[0]);
    raw.push([says + (unit === '/s' ? ' a second' : ', ms'), ...peers.map((peer) => figure(took(peer), operations, unit))]);
    ratios.push([says, ...reference.flatMap((peer) => {
      const ratio = took(peer) / own;
      return [`${times(ratio)}${ratio >= bar[peer.reference] ? '' : ' (short)'}`, `${bar[peer.reference]}x`];
    }), ...peers.filter((peer) => peer.once).map((peer) => times(took(peer) / own))]);
  }
  const head = [`${peers[0].name} against`, ...reference.flatMap((peer) => [peer.name, 'bar']), ...peers.filter((peer) => peer.once).map(({ name }) => name)];
  return { ratios: table(head, ratios), raw: table(['medians', ...peers.map(({ name }) => name)], raw) };
}

function sizes() {
  const folder = join(root, 'dist/engine');
  const rows = readdirSync(folder).filter((name) => !/\.(br|gz)$/.test(name)).sort().map((name) => {
    const bytes = readFileSync(join(folder, name));
    return [name, `${(bytes.length / 1000).toFixed(0)} KB`, `${(brotliCompressSync(bytes).length / 1000).toFixed(1)} KB`];
  });
  return table(['file', 'plain', 'brotli'], rows);
}

// --- the command ------------------------------------------------------------------------------------------------------------------

await main(async () => {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, only: { type: 'string' }, peers: { type: 'string' }, write: { type: 'boolean' } } });
  const only = values.only?.split(',');
  const wanted = values.peers?.split(',');
  const chosen = programs.filter(({ name }) => !only || only.includes(name));
  if (chosen.length === 0) throw new Sentence(`There is no such program; there are ${programs.map(({ name }) => name).join(', ')}.`);
  const wasm = !wanted || wanted.includes('wasm');
  if (wasm && (!existsSync(join(root, 'dist/engine/engine.wasm')) || !existsSync(join(root, 'dist/node/index.mjs')))) {
    throw new Sentence('The engine is not built: `node .ci/build.mjs wasm node native`.');
  }
  if (!existsSync(join(here, 'node_modules'))) await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here });
  const targets = await run('cmake', ['--build', join(root, '.build/native'), '--target', 'help']);
  await run('cmake', ['--build', join(root, '.build/native'), '--target', 'ap_bench', ...(/\bap_bench_asio\b/.test(targets.output) ? ['ap_bench_asio'] : [])]);
  if (wasm) await run('cmake', ['--build', join(root, '.build/wasm'), '--target', 'ap_bench_wasm']);

  const measured = await measure(chosen, wanted, Number(values.rounds));
  const { ratios, raw } = programTables(chosen, measured);
  const parts = [
    '## Python programs: how many times faster than each peer\n', ratios,
    '## Python programs: the figures\n', raw,
  ];
  if (!only && wasm) {
    const [{ bytesOfTasks, runtimeTable }, { eventsTable }, { inspectTable }] = await Promise.all([import('./runtime.mjs'), import('./events.mjs'), import('./inspect.mjs')]);
    parts.push('## The C++ runtime alone\n', await runtimeTable(Number(values.rounds)), await bytesOfTasks(),
      '\n## Events\n', await eventsTable(Number(values.rounds)),
      '## Inspect, at steps of a program\n', await inspectTable(Number(values.rounds)), '## Sizes\n', sizes());
    if (existsSync(join(root, 'dist/web/index.html')) && chromium()) {
      const [{ navigationTable }, { editTable }] = await Promise.all([import('./page/navigation.mjs'), import('./page/edit.mjs')]);
      parts.push('## The page, in Chromium; by the clock\n', await navigationTable(Number(values.rounds)), await editTable(40));
    }
  }
  const text = parts.join('\n');
  console.log(text);
  if (values.write) {
    writeFileSync(join(here, 'RESULTS.md'), `# What the benchmarks gave

Made by \`npm run bench -- ${process.argv.slice(2).join(' ')}\` on ${cpus()[0]?.model.trim()}, node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}. Medians of ${values.rounds} interleaved
rounds, of processor time. *(short)*: the bar, which is one for wasm, is missed.${wasm ? ' MicroPython runs each program once and has no queues.' : ' Not measured here: wasm and what runs in it.'}

${text}`);
  }
});
