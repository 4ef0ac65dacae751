// What the page and the engine's worker say to each other.

/** The engine's wasm, as its Emscripten glue shows it (engine/api/wasm_exports.cpp). */
export interface EngineModule {
  HEAPU8: Uint8Array;
  /** Both get views of the engine's memory: who keeps them copies them. */
  apWrite(stream: number, bytes: Uint8Array): void;
  apEvents(words: Uint32Array): void;
  _ap_run(...texts: number[]): number;
  _ap_call(...texts: number[]): number;
  _ap_set_modules(data: number, size: number): void;
  _malloc(size: number): number;
  _free(at: number): void;
}

/** What stops a program: exit 3, and on stderr a sentence with the line. */
export interface Limits {
  /** of the interpreter: jumps back and calls (2,000,000,000) */
  steps?: number;
  /** bytes of Python objects (268,435,456) */
  memory?: number;
  /** calls inside calls, as sys.getrecursionlimit() says (1000) */
  recursion?: number;
  /** bytes of stdout and stderr together (1,048,576) */
  output?: number;
  /** rounds of the event loop (500,000) */
  loop_iterations?: number;
  /** virtual seconds (1e15) */
  virtual_seconds?: number;
  /** events that are told; without anybody who looks on there are none (10,000,000) */
  events?: number;
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
  /** without it every address answers 200 after 2 virtual seconds */
  network?: NetworkOptions;
  /** what tracebacks call the program (main.py) */
  filename?: string;
  /** hidden code that runs first, in the same module */
  setup?: string;
  /** of `random` (0) */
  seed?: number;
  /** answers to input(), one after the other */
  input?: string[];
  /** which events, separated by commas (default); engine/trace/events.def names them */
  categories?: string;
  /** events for each line of the program, too (false) */
  lines?: boolean;
  /** so many line events with nothing else between them; further ones are left out, which one event says. Without it all are told */
  lines_in_a_row?: number;
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
  /** 0; 1 after an exception that nobody caught, or a program that is refused; what sys.exit() got; 3 when a limit stopped it */
  exit: number;
  /** what the program's clock showed at its end */
  virtual_seconds?: number;
  /** a limit stopped it */
  limit?: boolean;
  /** it was refused by name and line: it uses what is not there */
  unsupported?: boolean;
  /** it would have waited for ever: since when, and what it had printed until then */
  deadlock?: { virtual_seconds: number; stdout_bytes: number };
  /** one line with what to write instead of what Python 3.14 no longer has, if the program ended by that */
  hint?: string;
  diagnoses?: Diagnosis[];
  diagnosis_text?: string;
  /** the question was wrong: a sentence; the package's functions throw it instead */
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
