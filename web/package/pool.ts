// A few engines, each in a worker, shared by whoever asks: the embedded elements of a page, the calls of a script, the
// submissions of a class. A worker does one job at a time; a job that is called off takes its worker with it, since a
// program that runs in wasm cannot be interrupted otherwise.
import type { FromWorker, ToWorker } from '../src/engine/protocol.ts';

/** A web worker or a thread of node, as the pool needs it. */
export interface EngineWorker {
  post(message: ToWorker): void;
  terminate(): void;
  /** What it says, and that it has died, go here from now on. */
  listen(on: { message(reply: FromWorker): void; failed(message: string): void }): void;
  /** In node: whether it keeps the process alive. */
  busy?(is: boolean): void;
}

type Message<M> = M extends { id: number } ? Omit<M, 'id'> : never;

export interface Job<Result> {
  message: Message<ToWorker>;
  /** Takes each reply; the one for which it gives a result ends the job. */
  reply(reply: FromWorker): { result: Result } | undefined;
  signal?: AbortSignal | undefined;
}

/** The engine could not be loaded, or broke down: a defect of ours, or a host that does not serve its files. */
export class EngineError extends Error {
  override name = 'EngineError';
  readonly code = 'engine';
}

interface Waiting {
  id: number;
  job: Job<unknown>;
  resolve(result: unknown): void;
  reject(reason: unknown): void;
  worker?: EngineWorker;
}

export class Pool {
  private readonly idle: EngineWorker[] = [];
  private readonly queue: Waiting[] = [];
  private readonly active = new Set<Waiting>();
  private workers = 0;
  private count = 0;

  /** @param size how many engines there may be at once; they are started when they are needed */
  constructor(private readonly spawn: () => EngineWorker, private readonly size: number) {}

  /** Sees to it that `workers` engines have been started, ahead of the jobs that will want them. */
  warm(workers = 1): void {
    while (this.workers < Math.min(workers, this.size)) this.idle.push(this.start());
  }

  /**
   * Does a job when a worker is free, in the order of asking. Rejects with the signal's reason when it is called off,
   * with an EngineError when the engine breaks down.
   */
  submit<Result>(job: Job<Result>): Promise<Result> {
    return new Promise<unknown>((resolve, reject) => {
      const { signal } = job;
      if (signal?.aborted) return reject(signal.reason);
      const waiting: Waiting = { id: ++this.count, job, resolve, reject };
      signal?.addEventListener('abort', () => this.withdraw(waiting), { once: true });
      this.queue.push(waiting);
      this.pump();
    }) as Promise<Result>;
  }

  /** Ends all workers; jobs that are not done are rejected. */
  close(): void {
    for (const waiting of [...this.active, ...this.queue]) {
      waiting.worker?.terminate();
      waiting.reject(new EngineError('the engine was closed'));
    }
    for (const worker of this.idle) worker.terminate();
    this.active.clear();
    this.queue.length = this.idle.length = this.workers = 0;
  }

  private start(): EngineWorker {
    this.workers++;
    const worker = this.spawn();
    this.rest(worker);
    return worker;
  }

  /** Nothing is expected of an idle worker, but it may fail to load: then it is none any more. */
  private rest(worker: EngineWorker): void {
    const gone = () => {
      const at = this.idle.indexOf(worker);
      if (at < 0) return;
      this.idle.splice(at, 1);
      this.workers--;
      worker.terminate();
    };
    worker.listen({ message: (reply) => reply.type === 'failed' && gone(), failed: gone });
    worker.busy?.(false);
  }

  private pump(): void {
    while (this.queue.length > 0 && (this.idle.length > 0 || this.workers < this.size)) {
      this.give(this.idle.pop() ?? this.start(), this.queue.shift()!);
    }
  }

  private give(worker: EngineWorker, waiting: Waiting): void {
    waiting.worker = worker;
    this.active.add(waiting);
    worker.busy?.(true);
    const broken = (message: string) => {
      this.lose(waiting);
      waiting.reject(new EngineError(message));
      this.pump();
    };
    worker.listen({
      failed: broken,
      message: (reply) => {
        if (reply.type === 'failed') return broken(reply.message);
        if (!('id' in reply) || reply.id !== waiting.id) return;
        let over: { result: unknown } | undefined;
        try {
          over = waiting.job.reply(reply);
        } catch (error) {
          // The receiver failed, not the engine; still, nobody wants the rest.
          this.lose(waiting);
          waiting.reject(error);
          return this.pump();
        }
        if (!over) return;
        this.active.delete(waiting);
        this.idle.push(worker);
        this.rest(worker);
        waiting.resolve(over.result);
        this.pump();
      },
    });
    worker.post({ ...waiting.job.message, id: waiting.id } as ToWorker);
  }

  private lose(waiting: Waiting): void {
    this.active.delete(waiting);
    waiting.worker?.terminate();
    this.workers--;
  }

  private withdraw(waiting: Waiting): void {
    const at = this.queue.indexOf(waiting);
    if (at >= 0) this.queue.splice(at, 1);
    else if (this.active.has(waiting)) this.lose(waiting);
    else return;
    waiting.reject(waiting.job.signal!.reason);
    this.pump();
  }
}
