// What the scripts say: one line a stage with its time, and one clear sentence when something cannot be had.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A failure that the reader can act on: its message is the whole answer, no stack. */
export class Sentence extends Error {}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs `work`, then prints `name  result  time`. What `work` returns, when a string, is said in the line. */
export async function stage(name, work) {
  const start = performance.now();
  const result = await work();
  const said = typeof result === 'string' ? result : 'done';
  console.log(`${name.padEnd(30)} ${said.padEnd(44)} ${seconds(start).padStart(8)}`);
  return result;
}

/**
 * Runs a program to its end, its output kept; resolves to {status, output, stdout}.
 * show: pass the output on as it comes. mayFail: a failure is the caller's affair, else it throws and shows the output.
 * limit: seconds after which the program is ended, and all that it started.
 */
export function run(command, args, { cwd = root, env = {}, show = false, mayFail = false, limit = 0 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: limit > 0 });
    let output = '';
    let stdout = '';
    const take = (stream, sink) => {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        if (sink === process.stdout) stdout += text;
        if (show) sink.write(text);
      });
    };
    take(child.stdout, process.stdout);
    take(child.stderr, process.stderr);
    const timer = limit && setTimeout(() => {
      output += `\n${command} took more than ${limit} s\n`;
      endGroup(child.pid);
    }, limit * 1000);
    if (limit) groups.add(child.pid);
    child.on('error', (error) => {
      clearTimeout(timer);
      groups.delete(child.pid);
      if (mayFail) resolve({ status: 127, output: String(error), stdout: '' });
      else reject(new Sentence(`${command} could not be started: ${error.message}.`));
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      groups.delete(child.pid);
      const status = code ?? 128;
      if (signal) output += `\n${command} was ended by ${signal}\n`;
      if (status === 0 || mayFail) return resolve({ status, output, stdout });
      if (!show) process.stderr.write(output);
      reject(new Sentence(`\`${[command, ...args].join(' ')}\` failed with status ${status}; its output is above.`));
    });
  });
}

// A program with a limit leads a group of its own, so that what it started can be ended with it. SIGTERM first: that
// is how a test closes its browser.
const groups = new Set();

function endGroup(pid) {
  const signal = (name) => {
    try {
      process.kill(-pid, name);
    } catch {
      // it is gone
    }
  };
  signal('SIGTERM');
  setTimeout(() => signal('SIGKILL'), 3000).unref();
}

for (const name of ['SIGINT', 'SIGTERM']) {
  process.once(name, () => {
    for (const pid of groups) endGroup(pid);
    setTimeout(() => process.exit(130), groups.size > 0 ? 1000 : 0);
  });
}

/** The main function of a script: a Sentence is printed alone, and the status is non-zero. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Sentence ? error.message : error);
    process.exit(1);
  }
}

/** Did node start this very file (and not merely import it)? */
export const isMain = (meta) => process.argv[1] !== undefined && fileURLToPath(meta.url) === process.argv[1];
