// The C++ runtime alone, natively and in wasm, and beside it asio, natively: nanoseconds of processor an operation.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../.ci/say.mjs';
import { processorSeconds } from './peers/serve.mjs';
import { median, table } from './figures.mjs';

/**
 * In the order of operations.cpp: name, words, rounds, bars in ns natively and in wasm. So many rounds that making a run, and V8's
 * compiling of what is hot, are no part of the figure; asio's timers take fewer.
 */
export const operations = [
  { name: 'switch', says: 'switch, among 1,000 tasks', rounds: 3000, bar: [6, 15] },
  { name: 'spawn', says: 'spawn + await', rounds: 1_000_000, bar: [30, 50] },
  { name: 'handoff', says: 'future hand-off', rounds: 1_000_000, bar: [15, 25] },
  { name: 'call', says: 'awaited call', rounds: 5_000_000, bar: [8, 20] },
  { name: 'sleep', says: 'one of 1,000 sleepers re-armed', rounds: 1000, asio: 100, bar: [90, 120] },
];

const binary = join(root, '.build/native/ap_bench');
const asio = join(root, '.build/native/ap_bench_asio');
const timed = (command, { name }, rounds) => Number(execFileSync(command, [name, String(rounds)], { encoding: 'utf8' }));

export async function runtimeTable(rounds) {
  const file = join(root, '.build/wasm/bench/ap_bench.mjs');
  const wasm = existsSync(file) ? await (await import(pathToFileURL(file).href)).default() : undefined;
  const rows = [];
  for (const [i, operation] of operations.entries()) {
    const took = { native: [], wasm: [], asio: [] };
    wasm?._ap_bench(i, operation.rounds / 10);
    for (let round = 0; round < rounds; round++) {
      took.native.push(timed(binary, operation, operation.rounds));
      if (existsSync(asio)) took.asio.push(timed(asio, operation, operation.asio ?? operation.rounds));
      if (!wasm) continue;
      const start = processorSeconds();
      const count = wasm._ap_bench(i, operation.rounds);
      took.wasm.push(((processorSeconds() - start) * 1e9) / count);
    }
    const said = (list) => (list.length ? median(list).toFixed(0) : '-');
    rows.push([operation.says, said(took.native), operation.bar[0], said(took.asio), said(took.wasm), operation.bar[1]]);
  }
  return `${table(['ns an operation', 'native', 'bar', 'asio', 'wasm', 'bar'], rows)}
asio's contexts have no variables and its timers ask the operating system each time; its clock is a simulated one here, too.
`;
}

/** A sentence about what 100,000 sleeping tasks take. */
export async function bytesOfTasks() {
  const [inCpp, inPython] = execFileSync(binary, ['bytes'], { encoding: 'utf8' }).split(' ').map(Number);
  const file = join(root, '.build/wasm/bench/ap_bench.mjs');
  const wasm = existsSync(file) ? await (await import(pathToFileURL(file).href)).default() : undefined;
  const small = wasm ? ` In wasm: ${wasm._ap_bench_bytes(0, 100_000).toFixed(0)} and ${wasm._ap_bench_bytes(1, 100_000).toFixed(0)} bytes.` : '';
  return `\nA sleeping task with its timer takes ${inCpp} bytes natively when it is written in C++, ${inPython} in Python.${small}\n`;
}
