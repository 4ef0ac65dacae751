// Two runs side by side: how much longer one takes, and where they part. Pure.
import type { TraceModel } from './model.ts';
import { sentence } from './narrate.ts';

interface Place {
  seq: number;
  t: number;
  text: string;
}

export interface Parting {
  step: number;
  /** event, time, and what happens there in the one and the other */
  one: Place;
  other: Place;
}

/** The first step at which the runs differ; undefined where they are alike to their ends. */
export function parting(a: TraceModel, b: TraceModel): Parting | undefined {
  const steps = Math.max(a.stops.step.length, b.stops.step.length);
  for (let i = 0; i < steps; i++) {
    const one = at(a, i);
    const other = at(b, i);
    if (one.text !== other.text || Math.abs(one.t - other.t) > 1e-9) return { step: i + 1, one, other };
  }
  return undefined;
}

function at(model: TraceModel, i: number): Place {
  const seq = model.stops.step[i];
  const event = seq === undefined ? undefined : model.events[seq];
  return event ? { seq: event.seq, t: event.t, text: sentence(model, event) } : { seq: model.lastSeq, t: model.end, text: 'It has ended.' };
}
