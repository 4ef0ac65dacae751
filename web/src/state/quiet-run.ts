// Runs that are not shown: to check an answer, to try a number, to look inside a step. They have an engine of their own,
// so that what the learner looks at goes on undisturbed, and wait for one another.
import { EngineClient } from '../engine/client.ts';
import type { RunOptions } from '../engine/protocol.ts';
import { EventDecoder, type TraceEvent } from '../trace/events.generated.ts';
import { TraceModel } from '../trace/model.ts';

const engine = new EngineClient();
let queue: Promise<unknown> = Promise.resolve();
const known = new Map<string, Promise<TraceModel>>();

function afterOthers<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work);
  queue = turn.catch(() => undefined);
  return turn;
}

export function runQuietly(source: string, options: RunOptions = {}): Promise<TraceModel> {
  const key = JSON.stringify([source, options]);
  const before = known.get(key);
  if (before) return before;
  const run = afterOthers(() => one(source, options));
  known.set(key, run);
  run.catch(() => known.delete(key));
  if (known.size > 20) known.delete(known.keys().next().value!);
  return run;
}

/** The answer of one of the engine's verbs about a program; throws an Error with a sentence. */
export function ask<T>(verb: string, source: string, options: object = {}, signal?: AbortSignal): Promise<T> {
  return engine.call<T>(verb, source, options, signal);
}

/** The run in one of the engine's formats: ndjson, text, chrome, svg ... */
export function exportRun(source: string, options: RunOptions, format: string): Promise<Blob> {
  return afterOthers(async () => {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const outcome = await engine.run(source, { ...options, format }, { text: (bytes) => pieces.push(bytes as Uint8Array<ArrayBuffer>) });
    if (outcome.kind === 'failed') throw new Error(outcome.message);
    return new Blob(pieces);
  });
}

async function one(source: string, options: RunOptions): Promise<TraceModel> {
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
