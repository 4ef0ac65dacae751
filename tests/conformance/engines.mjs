// The engines under test (the environment's AP_BUILD names another build of the native one: coverage).  Each is a command that takes `run --json FILE...` and prints one JSON array.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const COMMANDS = {
  native: { file: `.build/${process.env.AP_BUILD ?? 'native'}/ap`, argv: file => [file] },
  asan: { file: '.build/asan/ap', argv: file => [file] },
  wasm: { file: 'dist/node/cli.mjs', argv: file => [process.execPath, file] },
};
export const ENGINES = Object.keys(COMMANDS);

/** The command line of an engine, or of the executable at `path`; throws when it has not been built. */
export function engineCommand(name, path) {
  const known = COMMANDS[name];
  if (!known) throw new Error(`no engine is called ${name}: ${ENGINES.join(', ')}`);
  const file = path ?? join(root, known.file);
  if (!existsSync(file)) throw new Error(`${file} is not there: build it first`);
  return known.argv(file);
}

function runOnce(command, files, timeout) {
  return new Promise(resolve => {
    const child = spawn(command[0], [...command.slice(1), 'run', '--json', ...files], { stdio: ['ignore', 'pipe', 'pipe'] });
    const out = [], err = [];
    let late = false;
    const timer = setTimeout(() => { late = true; child.kill('SIGKILL'); }, timeout * 1000);
    child.stdout.on('data', d => out.push(d));
    child.stderr.on('data', d => err.push(d));
    child.on('error', error => { clearTimeout(timer); resolve({ problem: String(error.message) }); });
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      try {
        const records = JSON.parse(Buffer.concat(out).toString());
        if (Array.isArray(records) && records.length === files.length) return resolve({ records });
      } catch { /* not JSON: below */ }
      const tail = Buffer.concat(err).toString().trim().split('\n').slice(-5).join('\n');
      resolve({ problem: late ? `killed after ${timeout} s` : `the engine died (${signal ?? 'status ' + status})${tail && ': ' + tail}` });
    });
  });
}

const named = (record, file) => {
  // the program is main.py to the reference
  const rename = text => String(text ?? '').replaceAll(resolve(file), 'main.py').replaceAll(file, 'main.py');
  return { ...record, stdout: rename(record.stdout), stderr: rename(record.stderr) };
};

/**
 * Runs the files, several at a time in one process; a file that takes the process with it is found and marked
 * {crash: true}, and the others are run again without it.  Resolves to records in the order of the files.
 */
export async function runOnEngine(command, files, { chunk = 64, timeout = 60, alone = Math.min(timeout, 20), jobs = 1, onRecord } = {}) {
  const records = new Array(files.length);
  const work = [];
  for (let i = 0; i < files.length; i += chunk) work.push([i, Math.min(i + chunk, files.length)]);
  const one = async ([from, to]) => {
    const result = await runOnce(command, files.slice(from, to), to - from === 1 ? alone : timeout);
    if (result.records) {
      result.records.forEach((record, k) => { records[from + k] = named(record, files[from + k]); onRecord?.(from + k, records[from + k]); });
    } else if (to - from === 1) {
      records[from] = { stdout: '', stderr: result.problem, exit: null, virtual_seconds: null, crash: true };
      onRecord?.(from, records[from]);
    } else {
      const middle = (from + to) >> 1;
      await one([from, middle]);
      await one([middle, to]);
    }
  };
  await Promise.all(Array.from({ length: jobs }, async () => { while (work.length) await one(work.shift()); }));
  return records;
}
