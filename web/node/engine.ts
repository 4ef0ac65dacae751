// The engine in node: loads the wasm once, runs programs one after the other.
import { readFile } from 'node:fs/promises';
// The glue that Emscripten makes; see package.json, imports.
import createModule from '#engine';

export interface Limits {
  steps?: number;
  memory?: number;
  recursion?: number;
  output?: number;
  loop_iterations?: number;
  virtual_seconds?: number;
}

export interface RunOptions {
  filename?: string;
  seed?: number;
  input?: string[];
  categories?: string;
  lines?: boolean;
  events?: boolean;
  format?: string;
  limits?: Limits;
}

export interface RunResult {
  exit: number;
  virtual_seconds: number;
  limit?: boolean;
  unsupported?: boolean;
  deadlock?: { virtual_seconds: number; stdout_bytes: number };
  error?: string;
}

export interface RunSink {
  stdout?(bytes: Uint8Array): void;
  stderr?(bytes: Uint8Array): void;
  /** Text of the format asked for: NDJSON, the debug trace, ... */
  text?(bytes: Uint8Array): void;
  /** Binary records of events; see engine/trace/recorder.hpp. */
  events?(words: Uint32Array): void;
}

interface EngineModule {
  HEAPU8: Uint8Array;
  apWrite(stream: number, bytes: Uint8Array): void;
  apEvents(words: Uint32Array): void;
  _ap_run(source: number, size: number, options: number, optionsSize: number): number;
  _ap_set_modules(data: number, size: number): void;
  _malloc(size: number): number;
  _free(at: number): void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Engine {
  private sink: RunSink = {};
  private constructor(private readonly module: EngineModule) {
    module.apWrite = (stream, bytes) => {
      if (stream === 1) this.sink.stdout?.(bytes);
      else if (stream === 2) this.sink.stderr?.(bytes);
      else this.sink.text?.(bytes);
    };
    module.apEvents = (words) => this.sink.events?.(words);
  }

  static async load(): Promise<Engine> {
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
    const bytes = typeof source === 'string' ? encoder.encode(source) : source;
    const text = encoder.encode(JSON.stringify(options));
    const at = this.copyIn(bytes);
    const optionsAt = this.copyIn(text);
    this.sink = sink;
    try {
      const answer = this.module._ap_run(at, bytes.length, optionsAt, text.length);
      return JSON.parse(this.readString(answer)) as RunResult;
    } finally {
      this.sink = {};
      this.module._free(at);
      this.module._free(optionsAt);
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
