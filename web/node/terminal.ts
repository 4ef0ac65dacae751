// What a terminal gets besides the output: colours, and a line that says how far a command is. Neither goes into a file or a pipe.
import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { Worker } from 'node:worker_threads';

const isDumb = process.env.TERM === 'dumb';

/** Colours for a stream: only on a terminal, and not with NO_COLOR (no-color.org). */
function paint(fd: number) {
  const on = !process.env.NO_COLOR && !isDumb && isatty(fd);
  const style = (from: number, to: number) => (text: string) => (on && text !== '' ? `\u001b[${from}m${text}\u001b[${to}m` : text);
  return { bold: style(1, 22), dim: style(2, 22), red: style(31, 39), green: style(32, 39), yellow: style(33, 39) };
}

export const out = paint(1);
export const err = paint(2);

/** Text of somebody's program may be in a sentence: nothing of it may move the terminal's cursor. */
// eslint-disable-next-line no-control-regex
export const clean = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');

// --- progress ---------------------------------------------------------------------------------------------------------
// The engine holds this thread while a program runs, so another one draws. Both write to the terminal, one at a time: the
// shared numbers are a lock, whether the line stands there, and whether the program's output stopped in the middle of a line.

const LOCK = 0;
const DRAWN = 1;
const INSIDE_LINE = 2;
const LENGTH = 3;
const ROOM = 200; // bytes of text

const drawer = `
const { workerData: { shared, what } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const state = new Int32Array(shared, 0, 4);
const text = new Uint8Array(shared, 16);
const began = Date.now();
setInterval(() => {
  const seconds = Math.round((Date.now() - began) / 1000);
  if (seconds < 1) return;
  while (Atomics.compareExchange(state, ${LOCK}, 0, 1) !== 0) Atomics.wait(state, ${LOCK}, 1, 20);
  if (!state[${INSIDE_LINE}]) {
    const said = Buffer.from(text.slice(0, state[${LENGTH}])).toString();
    try { writeSync(2, '\\r' + what + ': ' + seconds + ' s' + (said ? ', ' + said : '') + ' (Ctrl+C ends it)\\u001b[K'); } catch {}
    state[${DRAWN}] = 1;
  }
  Atomics.store(state, ${LOCK}, 0);
  Atomics.notify(state, ${LOCK});
}, 250);
`;

const encoder = new TextEncoder();
let state: Int32Array | undefined;
let text: Uint8Array | undefined;
let thread: Worker | undefined;

/** From a second on, a line on stderr says that (and for how long) the command is at work; only on a terminal. */
export function beginProgress(what: string): void {
  if (isDumb || !isatty(2)) return;
  const shared = new SharedArrayBuffer(16 + ROOM);
  state = new Int32Array(shared, 0, 4);
  text = new Uint8Array(shared, 16);
  thread = new Worker(drawer, { eval: true, workerData: { shared, what } });
  thread.unref();
}

/** What the line says besides the time, such as "37 of 100 checked". */
export function progress(said: string): void {
  if (!state || !text) return;
  hold();
  state[LENGTH] = encoder.encodeInto(clean(said), text).written;
  release();
}

export function endProgress(): void {
  if (!state) return;
  hold(); // for good: nothing is drawn any more
  erase();
  state = undefined;
  void thread?.terminate();
}

/** Writes output around the line, which makes room for it. */
export function besideProgress(fd: number, bytes: Uint8Array, write: () => void): void {
  if (!state || bytes.length === 0 || !isatty(fd)) return write();
  hold();
  erase();
  write();
  state[INSIDE_LINE] = bytes.at(-1) === 10 ? 0 : 1;
  release();
}

function hold(): void {
  while (Atomics.compareExchange(state!, LOCK, 0, 1) !== 0) Atomics.wait(state!, LOCK, 1, 20);
}

function release(): void {
  Atomics.store(state!, LOCK, 0);
  Atomics.notify(state!, LOCK);
}

function erase(): void {
  if (!state![DRAWN]) return;
  try {
    writeSync(2, '\r\u001b[K');
  } catch {
    // the terminal is gone
  }
  state![DRAWN] = 0;
}
