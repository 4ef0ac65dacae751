// The engine in node: loads the wasm once, runs programs one after the other.
import { readFile } from 'node:fs/promises';
import type { Inspection, InspectOptions } from '../src/engine/inspect.ts';
import type { EngineModule, RunOptions, RunResult } from '../src/engine/protocol.ts';

export type { Diagnosis, Limits, RunOptions, RunResult } from '../src/engine/protocol.ts';

export interface RunSink {
  stdout?(bytes: Uint8Array): void;
  stderr?(bytes: Uint8Array): void;
  /** Text of the format asked for: NDJSON, the debug trace, ... This and the events are views that hold only during the call. */
  text?(bytes: Uint8Array): void;
  /** Binary records of events; see engine/trace/recorder.hpp. */
  events?(words: Uint32Array): void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Engine {
  private sink: RunSink = {};
  private constructor(private readonly module: EngineModule) {
    module.apWrite = (stream, bytes) => {
      if (stream === 1) this.sink.stdout?.(bytes.slice());
      else if (stream === 2) this.sink.stderr?.(bytes.slice());
      else this.sink.text?.(bytes);
    };
    module.apEvents = (words) => this.sink.events?.(words);
  }

  static async load(): Promise<Engine> {
    // The glue that Emscripten makes; see package.json, imports. Only here, so that --help need not load it.
    const { default: createModule } = await import('#engine');
    const module: EngineModule = await createModule({});
    const engine = new Engine(module);
    const pack = await readPack();
    if (pack) {
      const at = engine.copyIn(pack);
      module._ap_set_modules(at, pack.length);
      module._free(at);
    }
    return engine;
  }

  /** Runs `source` to its end. What it prints arrives through `sink` meanwhile. */
  run(source: Uint8Array | string, options: RunOptions = {}, sink: RunSink = {}): RunResult {
    this.sink = sink;
    try {
      return this.withTexts([source, JSON.stringify(options)], this.module._ap_run) as RunResult;
    } finally {
      this.sink = {};
    }
  }

  /**
   * Asks a verb of engine/api/verbs.hpp about a program: `engine.call('inspect', source, { seq: 10 })`. An answer that
   * is a mistake in the question is thrown, as a TypeError with the engine's sentence.
   */
  call<Answer>(name: string, source: Uint8Array | string, options: object = {}): Answer {
    const answer = this.withTexts([name, source, JSON.stringify(options)], this.module._ap_call);
    const { error } = answer as { error?: string };
    if (error !== undefined) throw new TypeError(error);
    return answer as Answer;
  }

  /** The same as the engine wrote it, mistakes too: for who passes it on. */
  callText(name: string, source: Uint8Array | string, options: object = {}): string {
    return this.textOf([name, source, JSON.stringify(options)], this.module._ap_call);
  }

  /** The whole state right after an event: call stacks, locals, queues, timers, locks. */
  inspect(source: Uint8Array | string, options: InspectOptions): Inspection {
    return this.call<Inspection>('inspect', source, options);
  }

  /** Calls an export with the address and length of each text; its answer is JSON. */
  private withTexts(texts: (Uint8Array | string)[], call: (...parts: number[]) => number): unknown {
    return JSON.parse(this.textOf(texts, call));
  }

  /** Calls an export with the address and length of each text; its answer is JSON. */
  private textOf(texts: (Uint8Array | string)[], call: (...parts: number[]) => number): string {
    const all = texts.map((text) => (typeof text === 'string' ? encoder.encode(text) : text));
    const at = all.map((bytes) => this.copyIn(bytes));
    try {
      return this.readString(call(...at.flatMap((start, i) => [start, all[i]!.length])));
    } finally {
      for (const start of at) this.module._free(start);
    }
  }

  private copyIn(bytes: Uint8Array): number {
    const at = this.module._malloc(bytes.length || 1);
    this.module.HEAPU8.set(bytes, at);
    return at;
  }

  private readString(at: number): string {
    const heap = this.module.HEAPU8;
    return decoder.decode(heap.subarray(at, heap.indexOf(0, at)));
  }
}

/** The modules written in Python travel beside the engine. */
async function readPack(): Promise<Uint8Array | null> {
  try {
    return await readFile(new URL('../engine/stdlib.pack', import.meta.url));
  } catch {
    return null;
  }
}
