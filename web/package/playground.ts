// What the package offers to scripts, in node and in browsers alike: `run, trace, events, inspect, diagnose, explore, check`.
// The engine runs in workers, so that no call blocks and every call can be called off.
import type { Inspection } from '../src/engine/inspect.ts';
import type { RunOptions as EngineRunOptions, RunResult } from '../src/engine/protocol.ts';
import { EventDecoder, type TraceEvent } from '../src/trace/events.generated.ts';
import { EngineError, type Pool } from './pool.ts';

export { EngineError };
export type { Inspection, TraceEvent, RunResult };
export type { Limits } from '../src/engine/protocol.ts';

/** The question itself is wrong: an option that does not exist, a format nobody knows. Its message says which, and what there is. */
export class OptionError extends TypeError {
  override name = 'OptionError';
  readonly code = 'option';
}

/** Calls a run off: the promise rejects with the signal's reason, and the program ends at once, whatever it does. */
export interface Abortable {
  signal?: AbortSignal;
}

/** How a program is run. Seconds are virtual: waiting takes no time. */
export type RunOptions = Omit<EngineRunOptions, 'events' | 'format'> & Abortable;

/** A run that is over. */
export interface Finished extends RunResult {
  stdout: string;
  stderr: string;
}

export type TraceFormat = 'text' | 'ndjson' | 'rows' | 'chrome' | 'mermaid-sequence' | 'mermaid-gantt' | 'svg';

/** Where to look: after event `seq`, or at the last event that is not later than `time` seconds. */
export type At = { seq: number } | { time: number };

export interface Playground {
  /**
   * Runs a program and gives what it printed.
   *
   *     const { stdout, exit, virtual_seconds } = await run('import asyncio\nasyncio.run(asyncio.sleep(3600))');
   *
   * @param source Python source text
   * @returns stdout and stderr as text, exit (0, 1 after an uncaught exception, what sys.exit() got, 3 when a limit
   *   stopped it), virtual_seconds
   * @throws OptionError for an option that does not exist, EngineError, or the signal's reason
   */
  run(source: string, options?: RunOptions): Promise<Finished>;

  /**
   * Runs a program and gives its trace as text.
   *
   *     console.log(await trace(source, { format: 'text' }));
   *
   * @param options.format text (the story in words; the default), ndjson (an event a line, engine/trace/events.schema.json),
   *   rows (the story as JSON lines), chrome (ui.perfetto.dev), mermaid-sequence, mermaid-gantt, svg
   */
  trace(source: string, options?: RunOptions & { format?: TraceFormat }): Promise<string>;

  /**
   * The events of a run as they happen. Leaving the loop ends the program.
   *
   *     for await (const event of events(source)) if (event.type === 'task_created') console.log(event.t, event.name);
   *
   * @param options.categories which events, separated by commas: see engine/trace/events.def; by default those of scheduling and output
   * @returns the iterator's return value is the run's result
   */
  events(source: string, options?: RunOptions): AsyncGenerator<TraceEvent, RunResult, void>;

  /**
   * The whole state at one event: call stacks, locals, ready queue, timers, locks, queues. The program is run again to there.
   *
   *     const { tasks, loops } = await inspect(source, { at: { time: 1.5 } });
   */
  inspect(source: string, options: RunOptions & { at: At }): Promise<Inspection>;

  /**
   * Runs a program and gives what is wrong with it, in sentences: never awaited, deadlock, blocked loop, lost update ...
   *
   *     const { diagnoses } = await diagnose(source);
   */
  diagnose(source: string, options?: RunOptions): Promise<Record<string, unknown>>;

  /**
   * Runs a program over the possible orders of timers with equal deadlines: is what it prints guaranteed?
   *
   *     const { outputs } = await explore(source);
   */
  explore(source: string, options?: RunOptions & Record<string, unknown>): Promise<Record<string, unknown>>;

  /**
   * Checks answers to a scenario's questions by running its programs.
   *
   * @param scenario the scenario with its programs, as the package's loadScenario() or the page's files give it
   * @param answers a value for each question's id
   */
  check(scenario: object, answers: Record<string, unknown>, options?: Abortable): Promise<Record<string, unknown>>;

  /**
   * Any other question that the engine answers (engine/api/verbs.hpp), as it comes.
   *
   * @throws OptionError where the question or its options are wrong
   */
  call<Answer = Record<string, unknown>>(name: string, source: string, options?: object & Abortable): Promise<Answer>;

  /** Ends the engines. A script need not call it: idle engines do not keep a process alive. */
  close(): void;
}

export function playground(pool: Pool): Playground {
  const refuse = (error: string | undefined) => {
    if (error !== undefined) throw new OptionError(error);
  };

  /** Runs with whatever is to be taken on the way. */
  async function running(source: string, options: EngineRunOptions, signal: AbortSignal | undefined, take: Takers): Promise<RunResult> {
    const result = await pool.submit<RunResult>({
      message: { type: 'run', source: String(source), options },
      signal,
      reply: (reply) => {
        if (reply.type === 'done') return { result: reply.result };
        if (reply.type === 'events') take.events?.(reply.words);
        else if (reply.type === 'stdout' || reply.type === 'stderr' || reply.type === 'text') take[reply.type]?.(reply.bytes);
        return undefined;
      },
    });
    refuse(result.error);
    return result;
  }

  async function call(name: string, source: string, options: object, signal: AbortSignal | undefined): Promise<Record<string, unknown>> {
    const answer = await pool.submit<Record<string, unknown> & { error?: string }>({
      message: { type: 'call', name, source: String(source), options },
      signal,
      reply: (reply) => (reply.type === 'answer' ? { result: reply.answer as Record<string, unknown> } : undefined),
    });
    refuse(answer.error);
    return answer;
  }

  return {
    async run(source, { signal, ...options } = {}) {
      const out = new Text();
      const err = new Text();
      const result = await running(source, options, signal, { stdout: out.take, stderr: err.take });
      return { ...result, stdout: out.end(), stderr: err.end() };
    },

    async trace(source, { signal, format = 'text', ...options } = {}) {
      const text = new Text();
      await running(source, { ...options, format }, signal, { text: text.take });
      return text.end();
    },

    async *events(source, { signal, ...options } = {}) {
      const chunks: Uint32Array[] = [];
      const left = new AbortController();
      let wake: () => void = () => undefined;
      let settled = false;
      const over = running(source, { ...options, events: true }, anyOf(left.signal, signal), {
        events: (words) => {
          chunks.push(words);
          wake();
        },
      }).finally(() => {
        settled = true;
        wake();
      });
      over.catch(() => undefined); // it is awaited below, or the reader has left
      const decoder = new EventDecoder();
      const portion: TraceEvent[] = [];
      try {
        for (;;) {
          const words = chunks.shift();
          if (words) {
            portion.length = 0;
            decoder.decode(words, portion);
            yield* portion;
          } else if (settled) return await over;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        left.abort(); // no more than this can be done for a program in an endless loop
      }
    },

    inspect: (source, { signal, at, ...options }) => call('inspect', source, { ...options, ...('time' in at ? { t: at.time } : { seq: at.seq }) }, signal) as Promise<unknown> as Promise<Inspection>,
    diagnose: (source, { signal, ...options } = {}) => call('diagnose', source, options, signal),
    explore: (source, { signal, ...options } = {}) => call('explore', source, options, signal),
    check: (scenario, answers, { signal } = {}) => call('check', '', { scenario, answers }, signal),
    call: async <Answer>(name: string, source: string, { signal, ...options }: object & Abortable = {}) => (await call(name, source, options, signal)) as Answer,
    close: () => pool.close(),
  };
}

interface Takers {
  stdout?(bytes: Uint8Array): void;
  stderr?(bytes: Uint8Array): void;
  text?(bytes: Uint8Array): void;
  events?(words: Uint32Array): void;
}

/** Bytes that come in pieces, which may end inside a character. */
class Text {
  private readonly decoder = new TextDecoder();
  private text = '';
  readonly take = (bytes: Uint8Array): void => {
    this.text += this.decoder.decode(bytes, { stream: true });
  };
  end(): string {
    return this.text + this.decoder.decode();
  }
}

function anyOf(one: AbortSignal, other: AbortSignal | undefined): AbortSignal {
  return other ? AbortSignal.any([one, other]) : one;
}
