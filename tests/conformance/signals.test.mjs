// What the reference has no operating system for: signals that a program sends to itself, as CPython's documentation has it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { engineCommand, runOnEngine } from './engines.mjs';

const PROGRAM = `
import asyncio, os, signal

async def handler(): pass

async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    loop.add_signal_handler(signal.SIGINT, print, "interrupted", "once")
    loop.call_later(2, os.kill, os.getpid(), signal.SIGTERM)
    loop.call_later(1, signal.raise_signal, signal.SIGINT)
    await stop.wait()
    print(loop.time(), loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    for wrong in (lambda: loop.add_signal_handler(signal.SIGTERM, handler), lambda: loop.add_signal_handler("x", print),
                  lambda: loop.add_signal_handler(4000, print), lambda: loop.add_signal_handler(signal.SIGKILL, print)):
        try:
            wrong()
        except Exception as e:
            print(type(e).__name__, e)

asyncio.run(main())
`;

test('a handler of the loop is called for a signal that the program sends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signals-'));
  try {
    const file = join(folder, 'main.py');
    writeFileSync(file, PROGRAM);
    const [record] = await runOnEngine(engineCommand('native'), [file]);
    assert.equal(record.stdout, [
      'interrupted once', '2.0 True False', 'TypeError coroutines cannot be used with add_signal_handler()',
      "TypeError sig must be an int, not 'x'", 'ValueError invalid signal number 4000', 'RuntimeError sig 9 cannot be caught', ''].join('\n'), record.stderr);
    assert.equal(record.exit, 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
