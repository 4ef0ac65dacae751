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

export const LOOP_HEIGHT = 34;
export const TASK_HEIGHT = 30;
export const THIN_HEIGHT = 18;

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
    const height = lane.kind === 'loop' ? LOOP_HEIGHT : lane.kind === 'timers' ? THIN_HEIGHT : TASK_HEIGHT;
    const laid = { lane, top, height, spans, from, to };
    top += height;
    return laid;
  });
}

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
  /** more than one span lies in these pixels */
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
  while (i < count && from[i]! <= end) {
    const x0 = (from[i]! - begin) * scale;
    const x1 = (to[i]! - begin) * scale;
    if (x1 - x0 >= 1) {
      each({ x0, x1, index: i, dense: false });
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
    each({ x0, x1: Math.max(x1, x0 + 1), index: best, dense: next - i > 3 });
    i = next;
  }
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
