// Threads that wait for each other, which the reference (Pyodide has no threads) cannot run: each program ends with what
// it prints, which is what CPython with real threads prints, if Python code takes no time.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { engineCommand, runOnEngine } from '../conformance/engines.mjs';

const folder = fileURLToPath(new URL('programs/', import.meta.url));
const files = readdirSync(folder).filter(name => name.endsWith('.py')).sort();
const records = await runOnEngine(engineCommand(process.env.AP_ENGINE ?? 'native'), files.map(name => folder + name), { jobs: 1 });
files.forEach((name, i) => test(name, () => {
  const expected = readFileSync(folder + name, 'utf8').split('\n').filter(line => line.startsWith('# ')).map(line => line.slice(2) + '\n').join('');
  assert.equal(records[i].stdout, expected);
  assert.equal(records[i].stderr, '');
  assert.equal(records[i].exit, 0);
}));

// What would hang for ever with real threads ends here, and is told where it is the program's own line that waits.
const stuck = {
  'a thread that nobody lets go on': ['import threading\nlock = threading.Lock()\nlock.acquire()\nt = threading.Thread(target=lambda: (print("waits"), lock.acquire()))\nt.start()\nt.join()\n', 'waits\n', 6],
  'a lock that a thread has kept': ['import threading\nlock = threading.Lock()\nt = threading.Thread(target=lock.acquire)\nt.start()\nt.join()\nprint("main waits")\nlock.acquire()\n', 'main waits\n', 7],
  'a thread that waits when the program has ended': ['import threading\nthreading.Thread(target=threading.Event().wait).start()\nprint("main ends")\n', 'main ends\n'],
};
test('threads that wait for ever', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'threads-'));
  try {
    const written = Object.values(stuck).map(([source], i) => (writeFileSync(join(dir, `${i}.py`), source), join(dir, `${i}.py`)));
    const seen = await runOnEngine(engineCommand(process.env.AP_ENGINE ?? 'native'), written, { jobs: 1 });
    Object.entries(stuck).forEach(([name, [, stdout, line]], i) => {
      assert.equal(seen[i].stdout, stdout, name);
      assert.equal(seen[i].exit, line ? 1 : 0, name);
      if (line) assert.match(seen[i].stderr, new RegExp(`line ${line}, in <module>[^]*\nDeadlockError: deadlock: `), name);
    });
  } finally {
    rmSync(dir, { recursive: true });
  }
});
