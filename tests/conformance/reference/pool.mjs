// Worker processes, each with a reference inside, that take programs from one queue.
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { pyodideFolder } from './pyodide-folder.mjs';

const WORKER = fileURLToPath(new URL('worker.mjs', import.meta.url));
const PROGRAMS_PER_PROCESS = 5000; // Pyodide's JavaScript side keeps a little of every program

// A ring of tasks that is cancelled, a deep repr: CPython goes as deep as its own stack of 10 MB allows, and V8 needs a larger one for
// that than a process has from the start.
const STACK_KB = 250_000;
const START = ['-c', `ulimit -s ${STACK_KB + 8192} 2>/dev/null && exec "$0" --stack-size=${STACK_KB} "$@"; exec "$0" "$@"`, process.execPath];

const noRecord = (stderr, mark) => ({ stdout: '', stderr, exit: null, virtual_seconds: null, ...mark });
const masked = text => text.replace(/\b0x[0-9a-f]{6,16}\b/g, '0xADDR');

export class ReferencePool {
  #jobs; #timeout;
  #waiting = [];      // {source, resolve, reject}
  #workers = new Set();
  #idle = new Set();
  #closed = false;

  /** `timeout` is in wall seconds for one program. */
  constructor({ jobs = cpus().length, timeout = 30 } = {}) {
    pyodideFolder();
    this.#jobs = jobs;
    this.#timeout = timeout;
  }

  /** The record of one program: {stdout, stderr, exit, virtual_seconds, deadlock?, limit?, timeout?, crash?}.  Addresses are written 0xADDR. */
  run(source) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ source, resolve, reject });
      const [worker] = this.#idle;
      if (worker) worker.give();
      else if (this.#workers.size < this.#jobs) this.#start();
    });
  }

  close() {
    this.#closed = true;
    for (const worker of this.#workers) worker.process.kill();
  }

  #start() {
    const child = fork(WORKER, { execPath: '/bin/sh', execArgv: START, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    let current = null, timer = null, done = 0, ready = false;
    const worker = {
      process: child,
      give: () => {
        this.#idle.delete(worker);
        current = this.#waiting.shift();
        if (!current) { this.#idle.add(worker); child.unref(); child.channel?.unref(); return; }
        child.ref(); child.channel?.ref();
        timer = setTimeout(() => { child.kill('SIGKILL'); settle(noRecord(`killed after ${this.#timeout} s`, { timeout: true })); }, this.#timeout * 1000);
        child.send({ source: current.source });
      },
    };
    const settle = record => {
      clearTimeout(timer);
      const { resolve } = current;
      current = null;
      // where the deadlock was, in the text as it is handed on
      if (record.deadlock) {
        const before = Buffer.from(record.stdout).subarray(0, record.deadlock.stdout_bytes).toString();
        record = { ...record, deadlock: { ...record.deadlock, stdout_bytes: Buffer.byteLength(masked(before)) } };
      }
      resolve({ ...record, stdout: masked(record.stdout), stderr: masked(record.stderr) });
    };
    this.#workers.add(worker);
    child.on('message', message => {
      if (message.ready) { ready = true; worker.give(); return; }
      if (message.failed) { this.#fail(new Error(`the reference could not start: ${message.failed}`)); return; }
      if (!current) return;
      settle(message.record);
      if (message.worn || ++done >= PROGRAMS_PER_PROCESS) child.kill();
      else worker.give();
    });
    child.on('exit', () => {
      this.#workers.delete(worker);
      this.#idle.delete(worker);
      if (current) settle(noRecord('the interpreter died', { crash: true }));
      if (this.#closed) return;
      if (!ready) this.#fail(new Error('the reference could not start'));
      else if (this.#waiting.length) this.#start();
    });
  }

  #fail(error) {
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

/** Runs `programs` ([{source}]) and resolves to their records in the same order. */
export async function runOnReference(programs, { onRecord, ...options } = {}) {
  const pool = new ReferencePool(options);
  try {
    return await Promise.all(programs.map(async (program, i) => {
      const record = await pool.run(program.source);
      onRecord?.(i, record);
      return record;
    }));
  } finally {
    pool.close();
  }
}
