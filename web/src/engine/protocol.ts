// What the page and the engine's worker say to each other.

/** The engine's wasm, as its Emscripten glue shows it (engine/api/wasm_exports.cpp). */
export interface EngineModule {
  HEAPU8: Uint8Array;
  apWrite(stream: number, bytes: Uint8Array): void;
  apEvents(words: Uint32Array): void;
  _ap_run(...texts: number[]): number;
  _ap_call(...texts: number[]): number;
  _ap_set_modules(data: number, size: number): void;
  _malloc(size: number): number;
  _free(at: number): void;
}

export interface Limits {
  steps?: number;
  memory?: number;
  recursion?: number;
  output?: number;
  loop_iterations?: number;
  virtual_seconds?: number;
}

/** How the simulated network answers. Without it: 200 after 2 s, with the method and the URL as text. */
export interface NetworkAnswer {
  /** Seconds until the answer is there (2); at the top also between sending and arriving in streams (0). */
  latency?: number;
  status?: number;
  headers?: Record<string, string>;
  /** The body as text, or as a value that is sent as JSON. */
  body?: string;
  json?: unknown;
  /** No answer but an error after the latency; "silent" never answers, so that a time-out ends it. */
  failure?: 'refused' | 'unknown host' | 'reset' | 'silent';
}

export interface NetworkOptions extends NetworkAnswer {
  /** Answers by URL, with `*` for any text; the first that fits counts. */
  urls?: Record<string, NetworkAnswer>;
}

export interface RunOptions {
  network?: NetworkOptions;
  filename?: string;
  /** hidden code that runs first, in the same module */
  setup?: string;
  seed?: number;
  input?: string[];
  categories?: string;
  lines?: boolean;
  /** Look for the usual mistakes: `diagnoses` and `diagnosis_text` of the result, and events before run_finished. */
  diagnose?: boolean;
  events?: boolean;
  format?: string;
  limits?: Limits;
}

/** A mistake that was noticed in a run; see engine/trace/diagnoser.hpp for the codes. */
export interface Diagnosis {
  code: string;
  severity: 'hint' | 'warning' | 'error';
  /** Virtual seconds at which it happened. */
  at: number;
  line?: number;
  task?: number;
  task_name?: string;
  /** Ids of other tasks and futures that it is about. */
  related?: number[];
  /** How often it happened at this line, if more than once. */
  times?: number;
  message: string;
  fix?: string;
}

export interface RunResult {
  exit: number;
  virtual_seconds?: number;
  limit?: boolean;
  unsupported?: boolean;
  deadlock?: { virtual_seconds: number; stdout_bytes: number };
  diagnoses?: Diagnosis[];
  diagnosis_text?: string;
  error?: string;
}

export type ToWorker =
  | { type: 'run'; id: number; source: string; options: RunOptions }
  // A question to a verb of engine/api/verbs.hpp.
  | { type: 'call'; id: number; name: string; source: string; options: object };

export type FromWorker =
  | { type: 'ready' }
  | { type: 'failed'; message: string }
  | { type: 'events'; id: number; words: Uint32Array }
  | { type: 'stdout' | 'stderr' | 'text'; id: number; bytes: Uint8Array }
  | { type: 'answer'; id: number; answer: unknown }
  | { type: 'done'; id: number; result: RunResult; truncated: boolean };
