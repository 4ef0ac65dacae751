// What the package offers to scripts, in node and in browsers alike: `run, trace, events, inspect, diagnose, explore, check`.
// The engine runs in workers, so that no call blocks and every call can be called off.
import type { Bundle, CheckVerdict, Diagnosed, Exploration } from './answers.ts';
import type { Inspection } from '../src/engine/inspect.ts';
import type { RunOptions as EngineRunOptions, RunResult } from '../src/engine/protocol.ts';
import { EventDecoder, type TraceEvent } from '../src/trace/events.generated.ts';
import { EngineError, type Pool } from './pool.ts';

export { EngineError };
export type { Bundle, CheckVerdict, Diagnosed, Exploration, ExploredOutput, QuestionVerdict } from './answers.ts';
export type { Inspection, TraceEvent, RunResult };
export type { Diagnosis, Limits, NetworkAnswer, NetworkOptions } from '../src/engine/protocol.ts';

/**
 * The question itself is wrong: an option that does not exist, a format nobody knows. Its `message` is a sentence that says
 * which, and what there is; its `code` is `'option'`.
 */
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

/** Where to look: after event `seq`, or at the last event that is not later than `time` virtual seconds. */
export type At = { seq: number } | { time: number };

export interface ExploreOptions extends RunOptions {
  /** at most so many runs (256); with `jitter`: exactly so many (100) */
  runs?: number;
  /** instead of the orders of equal deadlines: each delay up to so many percent longer or shorter, another draw each run */
  jitter?: number;
}

/** What the package exports as functions: `import { run } from 'asyncio-playground'`. All but `events` return promises. */
export interface Playground {
  /**
   * Runs a program and gives what it printed. An exception that the program does not catch is no error of this call: it is
   * in `stderr`, and `exit` is 1.
   *
   * @param source Python source text
   * @param options seed, input, setup, network, limits, diagnose ... ([RunOptions](#runoptions))
   * @returns {@link Finished}: stdout and stderr as text, exit (0; 1 after an uncaught exception; what sys.exit() got; 3
   *   when a limit stopped it), virtual_seconds
   * @throws OptionError for an option that does not exist; EngineError when the engine cannot be loaded; the signal's
   *   reason when the run was called off
   * @example
   * const { stdout, exit, virtual_seconds } = await run(`
   * import asyncio
   * asyncio.run(asyncio.sleep(3600))
   * print("an hour")
   * `);
   * console.log(stdout, exit, virtual_seconds); // "an hour\n" 0 3600
   */
  run(source: string, options?: RunOptions): Promise<Finished>;

  /**
   * Runs a program and gives its trace as one text.
   *
   * @param source Python source text
   * @param options.format text (the story in words; the default), ndjson (an event a line, engine/trace/events.schema.json),
   *   rows (the story as JSON lines), chrome (ui.perfetto.dev), mermaid-sequence, mermaid-gantt, svg
   * @returns the text; times in it are virtual seconds (chrome: microseconds, as that format wants)
   * @throws OptionError for a format or an option that does not exist; EngineError; the signal's reason
   * @example
   * const story = await trace('import asyncio\nasyncio.run(asyncio.sleep(2))', { format: 'text' });
   * console.log(story.includes('sleep')); // true
   */
  trace(source: string, options?: RunOptions & { format?: TraceFormat }): Promise<string>;

  /**
   * The events of a run as they happen, for `for await`. Leaving the loop ends the program.
   *
   * @param source Python source text
   * @param options.categories which events, separated by commas, such as "scheduling,output", "all" or "default,-network"
   * @returns an async iterator of {@link TraceEvent}: `seq`, `t` (virtual seconds), `type`, then the type's own fields; the
   *   iterator's return value is the run's {@link RunResult}
   * @throws OptionError, EngineError or the signal's reason, from the loop
   * @example
   * const source = 'import asyncio\nasync def main():\n    print("a")\n    await asyncio.sleep(1.5)\n    print("b")\nasyncio.run(main())';
   * const printed = [];
   * for await (const event of events(source)) if (event.type === 'output') printed.push(`${event.text.trim()} at ${event.t} s`);
   * console.log(printed.join(', ')); // "a at 0 s, b at 1.5 s"
   */
  events(source: string, options?: RunOptions): AsyncGenerator<TraceEvent, RunResult, void>;

  /**
   * The whole state at one event: call stacks, locals, ready queue, timers, locks, queues. The program is run again to there.
   *
   * @param source Python source text
   * @param options.at `{ seq }`, the number of an event, or `{ time }`, virtual seconds; the other options must be those of
   *   the run whose events are meant
   * @returns {@link Inspection}: tasks with state and stack, event loops with ready queue and timers (deadlines in virtual
   *   seconds), locks, global variables
   * @throws OptionError where `at` is missing or lies beyond the program's end; EngineError; the signal's reason
   * @example
   * const { t, tasks } = await inspect('import asyncio\nasyncio.run(asyncio.sleep(2))', { at: { time: 1.5 } });
   * console.log(t, tasks[0].state, tasks[0].waits_for.until); // 0 "waiting" 2
   */
  inspect(source: string, options: RunOptions & { at: At }): Promise<Inspection>;

  /**
   * Runs a program and gives what is wrong with it, in sentences: never awaited, deadlock, blocked loop, lost update ...
   *
   * @param source Python source text
   * @returns {@link Diagnosed}: the finished run, with `diagnoses` (each with code, severity, line, at in virtual seconds,
   *   message, fix) and `diagnosis_text`, the same for a terminal
   * @throws OptionError, EngineError or the signal's reason
   * @example
   * const { diagnoses } = await diagnose('import asyncio\nasyncio.sleep(1)');
   * console.log(diagnoses[0].code, diagnoses[0].line); // "forgotten_await" 2
   */
  diagnose(source: string, options?: RunOptions): Promise<Diagnosed>;

  /**
   * Is what a program prints guaranteed? Runs it over the possible orders of timers with equal deadlines, or, with `jitter`,
   * with delays that vary.
   *
   * @param source Python source text
   * @param options.runs,jitter see [ExploreOptions](#exploreoptions)
   * @returns {@link Exploration}: guaranteed, count, a sentence, and each output; the first is CPython's own
   * @throws OptionError, EngineError or the signal's reason
   * @example
   * const source = `
   * import asyncio
   * async def say(name):
   *     await asyncio.sleep(1)
   *     print(name)
   * async def main():
   *     await asyncio.gather(say("a"), say("b"))
   * asyncio.run(main())
   * `;
   * const { guaranteed, outputs } = await explore(source);
   * console.log(guaranteed, outputs.map(({ stdout }) => stdout).join('|')); // false "a\nb\n|b\na\n"
   */
  explore(source: string, options?: ExploreOptions): Promise<Exploration>;

  /**
   * Checks answers to a scenario's questions by running its programs: behaviour counts, not text.
   *
   * @param scenario what loadScenario() gives (in node), or the same made by hand: {@link Bundle}
   * @param answers a value for each question's id: a number, a text, an array of lines, a program ... (scenarios/README.md)
   * @returns {@link CheckVerdict}: correct, points, of, and each question's verdict with feedback and misconceptions
   * @throws OptionError where the scenario is not one; EngineError; the signal's reason. A wrong kind of answer is no
   *   error of this call: that question's verdict has an `error`
   * @example
   * const verdict = await check(loadScenario('loop/who-is-first'), { total: 2, 'a-end': 1 });
   * console.log(verdict.questions.total.correct, verdict.questions['a-end'].beliefs[0].id); // true "every_await_overlaps"
   */
  check(scenario: Bundle, answers: Record<string, unknown>, options?: Abortable): Promise<CheckVerdict>;

  /**
   * Any other question that the engine answers (engine/api/verbs.hpp), as it comes.
   *
   * @param name of a verb, such as "run" or "inspect"
   * @param source what the verb takes as its source
   * @returns the engine's answer, a JSON object
   * @throws OptionError where the question or its options are wrong; EngineError; the signal's reason
   * @example
   * const { stdout } = await call('run', 'print(6 * 7)');
   * console.log(stdout); // "42\n"
   */
  call<Answer = Record<string, unknown>>(name: string, source: string, options?: object & Abortable): Promise<Answer>;

  /**
   * Ends the engines. A script need not call it: idle engines do not keep a process alive. What is still running rejects with
   * an EngineError; a later call starts new engines.
   *
   * @returns nothing
   * @throws nothing
   * @example
   * close();
   */
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
    diagnose: async (source, { signal, ...options } = {}) => (await call('diagnose', source, options, signal)) as unknown as Diagnosed,
    explore: async (source, { signal, ...options } = {}) => (await call('explore', source, options, signal)) as unknown as Exploration,
    check: async (scenario, answers, { signal } = {}) => (await call('check', JSON.stringify(scenario), { answers }, signal)) as unknown as CheckVerdict,
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
