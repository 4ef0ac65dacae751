// Where the lanes and spans lie on an axis, ready for drawing many times a second. Pure.
import type { Lane, Span, TraceModel } from './model.ts';

export interface LaneLayout {
  lane: Lane;
  top: number;
  height: number;
  spans: readonly Span[];
  /** begin and end of each span in units of the axis */
  from: Float64Array;
  to: Float64Array;
}

export const LOOP_HEIGHT = 36;
export const TASK_HEIGHT = 32;
export const THIN_HEIGHT = 21;

export function layout(model: TraceModel, axis: 'time' | 'step'): LaneLayout[] {
  let top = 0;
  return model.lanes().map((lane) => {
    const { spans } = lane;
    const from = new Float64Array(spans.length);
    const to = new Float64Array(spans.length);
    spans.forEach((span, i) => {
      const open = span.to < 0;
      if (axis === 'time') {
        from[i] = span.start;
        to[i] = open ? model.end : span.end;
      } else {
        from[i] = model.columnOf(span.from);
        // A jump of the clock is one event: it has its column to itself.
        to[i] = span.state === 'idle' ? Math.floor(from[i]!) + 1 : model.columnOf(open ? model.lastSeq : span.to);
      }
    });
    const height = heightOf(lane);
    const laid = { lane, top, height, spans, from, to };
    top += height;
    return laid;
  });
}

const heightOf = ({ kind }: Lane): number => (kind === 'loop' ? LOOP_HEIGHT : kind === 'timers' ? THIN_HEIGHT : TASK_HEIGHT);

/** Index of the first span that ends after `place`; spans lie one after the other. */
export function firstEndingAfter(to: Float64Array, place: number): number {
  let low = 0;
  let high = to.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (to[middle]! > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

export interface Piece {
  /** pixels */
  x0: number;
  x1: number;
  /** the span to draw; of many that share one pixel the most telling one */
  index: number;
  /** the spans that share these pixels */
  first: number;
  count: number;
  /** they are so many that a picture of each is not possible */
  dense: boolean;
}

const WEIGHT: Record<string, number> = { blocked: 4, running: 3, ready: 2, waiting: 1, sleeping: 1, idle: 0, thread: 1, timer: 1 };

/**
 * What to draw of a lane between two places of the axis, at so many pixels a unit: never more pieces than pixels,
 * however many spans there are, so that a lane of 100,000 spans costs what one of a thousand does.
 */
export function visible(laid: LaneLayout, begin: number, end: number, scale: number, each: (piece: Piece) => void): void {
  const { from, to, spans } = laid;
  const count = spans.length;
  let i = firstEndingAfter(to, begin - 2 / scale);
  // Spans without width end where they begin: step back over those at the very edge.
  while (i > 0 && to[i - 1]! >= begin) i--;
  // Where spans are narrow on the whole, one that is alone in its pixel is not to be drawn wider than it is.
  const crowded = i < count && end > begin && spansBetween(from, i, end) > 0.25 * (end - begin) * scale;
  while (i < count && from[i]! <= end) {
    const x0 = (from[i]! - begin) * scale;
    const x1 = (to[i]! - begin) * scale;
    if (x1 - x0 >= 1) {
      each({ x0, x1, index: i, first: i, count: 1, dense: false });
      i++;
      continue;
    }
    // All that end within this pixel become one piece.
    const border = begin + (x0 + 1) / scale;
    let next = i + 1;
    if (next < count && to[next]! < border) {
      let step = 1;
      while (next + step < count && to[next + step]! < border) {
        next += step;
        step *= 2;
      }
      while (next < count && to[next]! < border) next++;
    }
    let best = i;
    for (let k = i + 1; k < Math.min(next, i + 32); k++) if (WEIGHT[spans[k]!.state]! > WEIGHT[spans[best]!.state]!) best = k;
    each({ x0, x1: Math.max(x1, x0 + 1), index: best, first: i, count: next - i, dense: crowded });
    i = next;
  }
}

/** How many spans begin before `end`, from index `i`. */
function spansBetween(from: Float64Array, i: number, end: number): number {
  let low = i;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[middle]! <= end) low = middle + 1;
    else high = middle;
  }
  return low - i;
}

/** The span under a point, looking a few pixels around for those without width; -1 for none. */
export function spanAt(laid: LaneLayout, place: number, slack: number): number {
  let best = -1;
  const { from, to, spans } = laid;
  for (let i = Math.max(0, firstEndingAfter(to, place - slack) - 1); i < spans.length && from[i]! <= place + slack; i++) {
    if (to[i]! < place - slack) continue;
    const inside = from[i]! <= place && place <= to[i]!;
    const thin = to[i]! - from[i]! < slack;
    if (best < 0 || (thin && WEIGHT[spans[i]!.state]! >= WEIGHT[spans[best]!.state]!) || (inside && !(to[best]! - from[best]! < slack))) best = i;
  }
  return best;
}

/**
 * Lanes on their way from one layout to another, `part` of the way (0 to 1): bars of the same lane and place in it move,
 * what is new stands where it belongs. For a number that is dragged, so that the eye can follow what moves.
 */
export function between(before: ReadonlyMap<string, LaneLayout>, after: readonly LaneLayout[], part: number): LaneLayout[] {
  if (part >= 1) return [...after];
  const mix = (a: number, b: number) => a + (b - a) * part;
  return after.map((laid) => {
    const old = before.get(laneKey(laid.lane));
    if (!old) return laid;
    const at = (from: Float64Array, to: Float64Array) => to.map((value, i) => (i < from.length && old.spans[i]?.state === laid.spans[i]!.state ? mix(from[i]!, value) : value));
    return { ...laid, top: mix(old.top, laid.top), from: at(old.from, laid.from), to: at(old.to, laid.to) };
  });
}

export const lanesByKey = (lanes: readonly LaneLayout[]): Map<string, LaneLayout> => new Map(lanes.map((laid) => [laneKey(laid.lane), laid]));

function laneKey(lane: Lane): string {
  return lane.kind === 'task' ? `task ${lane.task.id}` : lane.kind === 'thread' ? `thread ${lane.thread.id}` : lane.kind === 'timers' ? `timers ${lane.row}` : 'loop';
}
