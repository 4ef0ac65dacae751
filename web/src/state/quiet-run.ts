// Runs that are not shown: to check an answer, to try a number. They have an engine of their own, so that what the
// learner looks at goes on undisturbed, and wait for one another.
import { EngineClient } from '../engine/client.ts';
import type { RunOptions } from '../engine/protocol.ts';
import { EventDecoder, type TraceEvent } from '../trace/events.generated.ts';
import { TraceModel } from '../trace/model.ts';

let engine: EngineClient | undefined;
let queue: Promise<unknown> = Promise.resolve();
const known = new Map<string, Promise<TraceModel>>();

export function runQuietly(source: string, options: RunOptions = {}): Promise<TraceModel> {
  const key = JSON.stringify([source, options]);
  const before = known.get(key);
  if (before) return before;
  const run = queue.then(() => one(source, options));
  queue = run.catch(() => undefined);
  known.set(key, run);
  run.catch(() => known.delete(key));
  if (known.size > 20) known.delete(known.keys().next().value!);
  return run;
}

/** The run in one of the engine's formats: ndjson, text, chrome, svg ... */
export function exportRun(source: string, options: RunOptions, format: string): Promise<Blob> {
  const run = queue.then(async () => {
    engine ??= new EngineClient();
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const outcome = await engine.run(source, { ...options, format }, { text: (bytes) => pieces.push(bytes as Uint8Array<ArrayBuffer>) });
    if (outcome.kind === 'failed') throw new Error(outcome.message);
    return new Blob(pieces);
  });
  queue = run.catch(() => undefined);
  return run;
}

async function one(source: string, options: RunOptions): Promise<TraceModel> {
  engine ??= new EngineClient();
  const model = new TraceModel();
  const decoder = new EventDecoder();
  const outcome = await engine.run(source, { ...options, events: true }, {
    events: (words) => {
      const events: TraceEvent[] = [];
      decoder.decode(words, events);
      model.push(events);
    },
  });
  if (outcome.kind === 'failed') throw new Error(outcome.message);
  if (outcome.kind === 'done' && outcome.result.error) throw new Error(outcome.result.error);
  return model;
}
