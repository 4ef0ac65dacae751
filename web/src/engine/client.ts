// The engines of a page: one pool, whoever asks: the program that is looked at, runs that are not shown, questions about
// a program, and every element of a page that embeds forty of them.
import { EngineError, Pool } from '../../package/pool.ts';
import type { RunOptions, RunResult } from './protocol.ts';
import { spawnEngine } from './spawn.ts';

export interface RunSink {
  events?(words: Uint32Array): void;
  stdout?(bytes: Uint8Array): void;
  stderr?(bytes: Uint8Array): void;
  text?(bytes: Uint8Array): void;
}

export type Outcome = { kind: 'done'; result: RunResult; truncated: boolean } | { kind: 'stopped' } | { kind: 'failed'; message: string };

const pool = new Pool(spawnEngine, Math.max(2, Math.min(4, navigator.hardwareConcurrency || 2)));

/** Loads an engine before it is needed. */
export function warm(): void {
  pool.warm();
}

/** Runs programs, one at a time: a new run, or stop(), ends the one before at once, whatever it does. */
export class EngineClient {
  private current: AbortController | undefined;

  /** `spares`: a second engine stands by, so that a run can follow at once on one that was stopped. */
  constructor(private readonly spares = false) {}

  get running(): boolean {
    return this.current !== undefined;
  }

  async run(source: string, options: RunOptions, sink: RunSink = {}): Promise<Outcome> {
    this.stop();
    const stop = (this.current = new AbortController());
    try {
      return await pool.submit<Outcome>({
        message: { type: 'run', source, options },
        signal: stop.signal,
        reply: (reply) => {
          if (reply.type === 'done') return { result: { kind: 'done', result: reply.result, truncated: reply.truncated } };
          if (reply.type === 'events') sink.events?.(reply.words);
          else if (reply.type === 'stdout' || reply.type === 'stderr' || reply.type === 'text') sink[reply.type]?.(reply.bytes);
          return undefined;
        },
      });
    } catch (error) {
      if (stop.signal.aborted) return { kind: 'stopped' };
      if (error instanceof EngineError) return { kind: 'failed', message: error.message };
      throw error;
    } finally {
      if (this.current === stop) this.current = undefined;
      // Only now, so that the first picture does not share the processor with a second engine's start.
      if (this.spares) pool.warm(2);
    }
  }

  /** Ends the running program. */
  stop(): void {
    this.current?.abort();
    this.current = undefined;
  }

  /**
   * Asks a verb of engine/api/verbs.hpp about a program: `call('inspect', source, { seq: 10 }, signal)`. An answer that is
   * a mistake in the question rejects with a TypeError that has the engine's sentence; a signal that is aborted rejects
   * with its reason and ends the work at once.
   */
  async call<Answer>(name: string, source: string, options: object = {}, signal?: AbortSignal): Promise<Answer> {
    const answer = await pool.submit<{ error?: string }>({
      message: { type: 'call', name, source, options },
      signal,
      reply: (reply) => (reply.type === 'answer' ? { result: reply.answer as { error?: string } } : undefined),
    });
    if (answer.error !== undefined) throw new TypeError(answer.error);
    return answer as Answer;
  }
}
