// How long a program goes on after Stop, for each of endless.mjs; processor time, so that a busy machine does not count.
//   node tests/limits/stop.mjs [--engine native|asan|wasm] [--after MS] [--share K/N] [TEXT]      prints those that are late
// Natively the engine is asked to stop; in wasm V8 is, as when the page and the package end the engine's worker.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import vm from 'node:vm';
import { isMain, root } from '../../.ci/say.mjs';
import { endless } from './endless.mjs';
import { instance } from './instance.mjs';

/** Milliseconds within which a program has to be over, its output told and its memory given back. */
export const allowed = 100;

/**
 * @param programs pairs of name and source
 * @param after milliseconds of processor time before Stop
 * @returns for each {name, late: milliseconds from Stop to the end, or a sentence}
 */
export async function stopAll(programs, { engine = process.env.AP_BUILD ?? 'native', after = 100, jobs = 2, tell } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'stop-'));
  const results = new Array(programs.length);
  const queue = programs.entries();
  const work = async () => {
    for (const [i, [name, source]] of queue) {
      if (engine === 'wasm') {
        results[i] = { name, late: await inWasm(source, after) };
        if (tell && isLate(results[i])) tell(results[i]);
        continue;
      }
      const file = join(folder, `${i}.py`);
      writeFileSync(file, source);
      results[i] = { name, late: await one(engine, file, after) };
      if (tell && isLate(results[i])) tell(results[i]);
    }
  };
  // In wasm it is real time that counts, so there is one at a time.
  await Promise.all(Array.from({ length: engine === 'wasm' ? 1 : jobs }, work));
  rmSync(folder, { recursive: true });
  return results;
}

function one(engine, file, after) {
  return new Promise((resolve) => {
    execFile(join(root, `.build/${engine}/ap`), ['run', '--json', '--stop-after', String(after), file], { timeout: 20_000, killSignal: 'SIGKILL', maxBuffer: 1 << 28 }, (error, stdout) => {
      if (error?.killed) return resolve('it did not stop within 20 s');
      if (error) return resolve(`the engine died: ${error.signal ?? error.code}`);
      const [{ stop_ms, exit, stderr }] = JSON.parse(stdout);
      if (exit !== 3) return resolve(`it ended by itself, status ${exit}: ${stderr.trim().split('\n').at(-1)}`);
      if (!stderr.includes('RunLimitReached: the program was stopped')) return resolve(`it does not say that it was stopped: ${stderr.trim().split('\n').at(-1)}`);
      resolve(stop_ms ?? 0);
    });
  });
}

/**
 * The program runs under V8's watchdog, which stops it as the end of a worker does: `worker.terminate()` and a page's Stop are
 * this, and then the worker's memory is given back, which takes longer the larger it is and is no part of the program.
 */
async function inWasm(source, after) {
  let late = Infinity;
  for (let tries = 0; tries < 4 && late > allowed; tries++) {  // real time: the machine may be busy with others
    const engine = await instance();
    const began = performance.now();
    try {
      globalThis.stopped = () => engine.run(source);
      const result = vm.runInThisContext('stopped()', { timeout: after });
      return `it ended by itself: ${JSON.stringify({ exit: result.exit, stderr: result.stderr.slice(-200) })}`;
    } catch (error) {
      if (error.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') return `the engine died: ${error.message}`;
    }
    late = Math.min(late, performance.now() - began - after);
  }
  return late;
}

export const isLate = ({ late }) => typeof late === 'string' || late > allowed;

/** The k-th of n shares. */
export const share = (k, n) => endless.filter((_, i) => i % n === k);

if (isMain(import.meta)) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { engine: { type: 'string' }, after: { type: 'string' }, share: { type: 'string' }, jobs: { type: 'string' } } });
  const [k, n] = (values.share ?? '0/1').split('/').map(Number);
  const programs = share(k, n).filter(([name]) => name.includes(positionals[0] ?? ''));
  const results = await stopAll(programs, { engine: values.engine, after: Number(values.after ?? 100), jobs: Number(values.jobs ?? 2), tell: ({ name, late }) => console.log(`${typeof late === 'string' ? late : `${late.toFixed(0)} ms`}\t${name}`) });
  const late = results.filter(isLate);
  const times = results.map((r) => r.late).filter((is) => typeof is === 'number').sort((a, b) => a - b);
  console.log(`${results.length - late.length} of ${results.length} stop within ${allowed} ms; the median takes ${times[times.length >> 1]?.toFixed(1)} ms, the slowest of those that stop ${times.at(-1)?.toFixed(0)} ms`);
  process.exitCode = late.length ? 1 : 0;
}
