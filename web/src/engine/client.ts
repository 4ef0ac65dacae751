// Runs programs in the engine's worker. One program at a time: a new run, or stop(), ends the one before by
// terminating its worker, and a spare worker that has already loaded the engine takes its place.
import { ownScript } from '../trusted.ts';
import type { FromWorker, RunOptions, RunResult, ToWorker } from './protocol.ts';
import workerUrl from './worker.ts?worker&url';

export interface RunSink {
  events?(words: Uint32Array): void;
  stdout?(bytes: Uint8Array): void;
  stderr?(bytes: Uint8Array): void;
  text?(bytes: Uint8Array): void;
}

export type Outcome = { kind: 'done'; result: RunResult; truncated: boolean } | { kind: 'stopped' } | { kind: 'failed'; message: string };

function spawn(): Worker {
  return new Worker(ownScript(workerUrl), { type: 'module', name: 'engine' });
}

export class EngineClient {
  private worker = spawn();
  private spare: Worker | undefined;
  private current: { id: number; settle(outcome: Outcome): void } | undefined;
  private count = 0;

  get running(): boolean {
    return this.current !== undefined;
  }

  run(source: string, options: RunOptions, sink: RunSink = {}): Promise<Outcome> {
    if (this.current) this.stop();
    const id = ++this.count;
    const worker = this.worker;
    return new Promise((resolve) => {
      const settle = (outcome: Outcome) => {
        if (this.current?.id === id) this.current = undefined;
        worker.onmessage = worker.onerror = null;
        resolve(outcome);
        // Only now, so that the first picture does not share the processor with a second engine's start.
        this.spare ??= spawn();
      };
      this.current = { id, settle };
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data.type === 'failed') {
          this.replace();
          return settle({ kind: 'failed', message: data.message });
        }
        if (data.type === 'ready' || data.id !== id) return;
        if (data.type === 'done') return settle({ kind: 'done', result: data.result, truncated: data.truncated });
        if (data.type === 'events') sink.events?.(data.words);
        else sink[data.type]?.(data.bytes);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        this.replace(); // the engine's memory may be broken
        settle({ kind: 'failed', message: event.message || 'the engine could not be loaded' });
      };
      worker.postMessage({ type: 'run', id, source, options } satisfies ToWorker);
    });
  }

  /** Ends the running program at once, whatever it does. */
  stop(): void {
    const current = this.current;
    if (!current) return;
    this.replace();
    current.settle({ kind: 'stopped' });
  }

  private replace(): void {
    this.worker.terminate();
    this.worker = this.spare ?? spawn();
    this.spare = undefined;
  }
}
