// Runs many programs on the reference, in several worker processes.
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { pyodideFolder } from './pyodide-folder.mjs';

const WORKER = fileURLToPath(new URL('worker.mjs', import.meta.url));
const PROGRAMS_PER_PROCESS = 5000; // Pyodide's JavaScript side keeps a little of every program

const noRecord = (stderr, mark) => ({ stdout: '', stderr, exit: null, virtual_seconds: null, ...mark });
const masked = text => text.replace(/\b0x[0-9a-f]{6,16}\b/g, '0xADDR');

/**
 * Runs `programs` ([{source}], or anything with a source) and resolves to their records in the same order:
 * {stdout, stderr, exit, virtual_seconds, deadlock?, limit?, timeout?, crash?}.  Addresses are written 0xADDR.
 * `onRecord(index, record)` is called as they come.  `timeout` is in wall seconds for one program.
 */
export function runOnReference(programs, { jobs = cpus().length, timeout = 30, onRecord } = {}) {
  pyodideFolder();
  const records = new Array(programs.length);
  let next = 0, finished = 0;
  return new Promise((resolve, reject) => {
    if (!programs.length) resolve(records);
    const finish = (index, record) => {
      record.stdout = masked(record.stdout);
      record.stderr = masked(record.stderr);
      records[index] = record;
      finished++;
      onRecord?.(index, record);
      if (finished === programs.length) resolve(records);
    };
    const startWorker = () => {
      const worker = fork(WORKER, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      let current = -1, timer = null, ready = false, done = 0;
      const give = () => {
        if (next >= programs.length) { worker.kill(); return; }
        current = next++;
        timer = setTimeout(() => settle(noRecord(`killed after ${timeout} s`, { timeout: true })), timeout * 1000);
        worker.send({ source: programs[current].source });
      };
      const settle = record => {
        clearTimeout(timer);
        const index = current;
        current = -1;
        if (record.timeout) worker.kill('SIGKILL');
        finish(index, record);
      };
      worker.on('message', message => {
        if (message.failed) { reject(new Error(`the reference could not start: ${message.failed}`)); return; }
        if (message.ready) { ready = true; give(); return; }
        if (current < 0) return;
        settle(message.record);
        if (message.worn || ++done >= PROGRAMS_PER_PROCESS) worker.kill();
        else give();
      });
      worker.on('exit', () => {
        if (!ready) { reject(new Error('the reference could not start')); return; }
        if (current >= 0) settle(noRecord('the interpreter died', { crash: true }));
        if (next < programs.length) startWorker();
      });
    };
    for (let j = 0; j < Math.min(jobs, programs.length); j++) startWorker();
  });
}
