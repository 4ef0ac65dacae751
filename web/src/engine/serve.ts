// What a worker does that holds an engine: it runs programs and answers questions, one after the other. The engine runs
// in a worker so that no program can freeze the page: stopping one is terminating its worker.
import { bytesOf, giveModules } from './parts.ts';
import type { EngineModule, FromWorker, RunResult, ToWorker } from './protocol.ts';

const scope = self as unknown as {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
};

// Some three million events, more than a second of busy waiting tells line by line. A picture of more helps nobody and would
// fill the page's memory; the run itself goes on.
const MAX_WORDS = 16_000_000;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

let engine: Promise<EngineModule>;
let complete: () => Promise<void>;

/**
 * Serves an engine to whoever has started this worker.
 * @param parts `complete` sees to it that all of the engine is there, where it comes in parts (parts.ts)
 */
export function serveEngine(parts: { engine: Promise<EngineModule>; complete?(): Promise<void> }): void {
  engine = parts.engine;
  complete = parts.complete ?? (() => Promise.resolve());
  engine.then(
    () => scope.postMessage({ type: 'ready' }),
    (error: unknown) => scope.postMessage({ type: 'failed', message: String(error) }),
  );
  scope.onmessage = ({ data }) => {
    // A trap in the engine is a defect of ours; the page says so and loads the engine afresh.
    (data.type === 'run' ? run(data) : call(data)).catch((error: unknown) => scope.postMessage({ type: 'failed', message: String(error) }));
  };
}

/** An engine in one piece, with its modules or their address. */
export async function wholeEngine(createModule: (settings: Record<string, unknown>) => Promise<EngineModule>, modules: string | URL | Uint8Array | undefined, settings: Record<string, unknown> = {}): Promise<EngineModule> {
  const [module, pack] = await Promise.all([createModule(settings), modules instanceof Uint8Array ? modules : modules && bytesOf(modules)]);
  if (pack) giveModules(module, pack);
  return module;
}

function copyIn(module: EngineModule, bytes: Uint8Array): number {
  const at = module._malloc(bytes.length || 1);
  module.HEAPU8.set(bytes, at);
  return at;
}

const streams = { 1: 'stdout', 2: 'stderr', 3: 'text' } as const;

/** Calls an export with the address and length of each text; its answer is JSON. */
function withTexts(module: EngineModule, texts: string[], call: (...parts: number[]) => number): unknown {
  const all = texts.map((text) => encoder.encode(text));
  const at = all.map((bytes) => copyIn(module, bytes));
  const answer = call(...at.flatMap((start, i) => [start, all[i]!.length]));
  const heap = module.HEAPU8;
  const text = decoder.decode(heap.slice(answer, heap.indexOf(0, answer)));
  for (const start of at) module._free(start);
  return JSON.parse(text);
}

async function call({ id, name, source, options }: ToWorker & { type: 'call' }): Promise<void> {
  const module = await engine;
  await complete();
  module.apWrite = module.apEvents = () => {};
  scope.postMessage({ type: 'answer', id, answer: withTexts(module, [name, source, JSON.stringify(options)], module._ap_call) });
}

async function run({ id, source, options }: ToWorker & { type: 'run' }): Promise<void> {
  const module = await engine;
  let words = 0;
  module.apWrite = (stream, view) => {
    const type = streams[stream as 1 | 2 | 3];
    // Once the picture is cut off, so is its commentary.
    if (type === 'text' && words > MAX_WORDS) return;
    const bytes = view.slice();
    scope.postMessage({ type, id, bytes }, [bytes.buffer]);
  };
  module.apEvents = (view) => {
    words += view.length;
    if (words > MAX_WORDS) return;
    const chunk = view.slice();
    scope.postMessage({ type: 'events', id, words: chunk }, [chunk.buffer]);
  };
  const result = withTexts(module, [source, JSON.stringify(options)], module._ap_run) as RunResult;
  scope.postMessage({ type: 'done', id, result, truncated: words > MAX_WORDS });
  // Now there is time; what fails here is fetched when it is wanted.
  complete().catch(() => undefined);
}
