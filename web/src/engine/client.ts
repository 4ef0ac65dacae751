// Runs programs in the engine's worker. One program at a time: a new run, or stop(), ends the one before by
// terminating its worker, and a spare worker that has already loaded the engine takes its place. Questions about a
// program (call) have a worker of their own, so that they neither wait for a run nor end one.
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

interface Question {
  message: ToWorker & { type: 'call' };
  signal: AbortSignal | undefined;
  resolve(answer: unknown): void;
  reject(reason: unknown): void;
}

function spawn(): Worker {
  return new Worker(ownScript(workerUrl), { type: 'module', name: 'engine' });
}

export class EngineClient {
  private worker = spawn();
  private spare: Worker | undefined;
  private current: { id: number; settle(outcome: Outcome): void } | undefined;
  private count = 0;
  // Questions in the order in which they were asked; the worker has the first.
  private questions: Question[] = [];
  private answerer: Worker | undefined;

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
        if (data.type === 'ready' || data.type === 'answer' || data.id !== id) return;
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

  /**
   * Asks a verb of engine/api/verbs.hpp about a program: `call('inspect', source, { seq: 10 }, signal)`. An answer that is
   * a mistake in the question rejects with a TypeError that has the engine's sentence; a signal that is aborted rejects
   * with its reason and ends the work at once.
   */
  call<Answer>(name: string, source: string, options: object = {}, signal?: AbortSignal): Promise<Answer> {
    return new Promise<unknown>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const question: Question = { message: { type: 'call', id: ++this.count, name, source, options }, signal, resolve, reject };
      signal?.addEventListener('abort', () => this.withdraw(question), { once: true });
      if (this.questions.push(question) === 1) this.ask();
    }) as Promise<Answer>;
  }

  /** Gives the first question to the worker. */
  private ask(): void {
    const question = this.questions[0];
    if (!question) return;
    const worker = (this.answerer ??= spawn());
    const settle = (then: () => void) => {
      this.questions.shift();
      then();
      this.ask();
    };
    const fail = (message: string) => {
      this.answerer?.terminate(); // the engine's memory may be broken
      this.answerer = undefined;
      settle(() => question.reject(new Error(message)));
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'failed') return fail(data.message);
      if (data.type !== 'answer' || data.id !== question.message.id) return;
      const { error } = data.answer as { error?: string };
      settle(() => (error === undefined ? question.resolve(data.answer) : question.reject(new TypeError(error))));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      fail(event.message || 'the engine could not be loaded');
    };
    worker.postMessage(question.message);
  }

  private withdraw(question: Question): void {
    const at = this.questions.indexOf(question);
    if (at < 0) return;
    this.questions.splice(at, 1);
    question.reject(question.signal!.reason);
    if (at > 0) return;
    this.answerer?.terminate();
    this.answerer = undefined;
    this.ask();
  }
}
