// The whole state in a link: JSON, deflated, in URL-safe base64. Links come from strangers: whatever does not unpack
// into a small, plain state is refused, and quickly.

import type { Limits, RunOptions } from '../engine/protocol.ts';

export interface Shared {
  source: string;
  /** what of a run's options makes it another run; limits are at most the usual ones */
  options?: Pick<RunOptions, 'seed' | 'input' | 'network' | 'limits'>;
  step?: number;
  task?: number;
  axis?: 'time' | 'step';
}

const MAX_LINK = 120_000; // characters
const MAX_STATE = 300_000; // bytes, unpacked

/** A link may lower these, and never raise them. */
const USUAL: Required<Limits> = { steps: 2e9, memory: 1 << 28, recursion: 1000, output: 1 << 20, loop_iterations: 500_000, virtual_seconds: 1e15, events: 1e7 };

export async function pack(state: Shared): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(state));
  const packed = await gather(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')), Infinity);
  let text = '';
  for (let i = 0; i < packed.length; i += 8192) text += String.fromCharCode(...packed.subarray(i, i + 8192));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Throws an Error with a sentence for people where the text is no state. */
export async function unpack(text: string): Promise<Shared> {
  if (text.length > MAX_LINK) throw new Error('This link is too long to be one of this page.');
  let value: unknown;
  try {
    const packed = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const bytes = await gather(inPieces(packed).pipeThrough(new DecompressionStream('deflate-raw')), MAX_STATE);
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Error('This link is damaged: its program cannot be read.');
  }
  const { source, options, step, task, axis } = (value ?? {}) as Record<string, unknown>;
  if (typeof source !== 'string') throw new Error('This link holds no program.');
  return { source, options: isObject(options) ? optionsOf(options) : undefined, step: natural(step), task: natural(task), axis: axis === 'step' ? 'step' : axis === 'time' ? 'time' : undefined };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is of the right form; the network's answers are for the engine to check, which says what is wrong with them. */
function optionsOf({ seed, input, network, limits }: Record<string, unknown>): Shared['options'] {
  const options: NonNullable<Shared['options']> = {};
  if (natural(seed) !== undefined) options.seed = natural(seed);
  if (Array.isArray(input) && input.every((line) => typeof line === 'string')) options.input = input as string[];
  if (isObject(network)) options.network = network as RunOptions['network'];
  if (isObject(limits)) {
    options.limits = {};
    for (const name of Object.keys(USUAL) as (keyof Limits)[]) {
      const limit = limits[name];
      if (typeof limit === 'number' && limit >= 0 && (name === 'virtual_seconds' || Number.isSafeInteger(limit))) options.limits[name] = Math.min(limit, USUAL[name]);
    }
  }
  return options;
}

function natural(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** A browser unpacks each piece that it is given whole, before anything of it can be read: of 512 bytes come at most 530,000. */
function inPieces(bytes: Uint8Array<ArrayBuffer>): ReadableStream<BufferSource> {
  let at = 0;
  return new ReadableStream<BufferSource>({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, (at += 512)));
      else controller.close();
    },
  }, { highWaterMark: 0 });
}

/** Reads a stream to its end, or gives up as soon as it is longer than allowed. */
async function gather(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new RangeError('too long');
    }
    pieces.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
