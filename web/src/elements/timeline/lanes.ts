// One lane: its bars with their words, how its task ended, and for the loop what the clock does.
import { seconds } from '../shared.ts';
import { visible, type LaneLayout, type Piece } from '../../trace/layout.ts';
import type { Span, SpanState, Task } from '../../trace/model.ts';
import { ENDS, STATES, waits } from '../../trace/words.ts';
import { font, rounded, shorten, widthOf, type Patterns } from './palette.ts';
import { placeOf, type Scene } from './scene.ts';

export function drawLane(context: CanvasRenderingContext2D, scene: Scene, laid: LaneLayout, k: number, scale: number, patterns: Patterns): void {
  const { palette, width, gutter, view } = scene;
  const { lane, top, height } = laid;
  const room = width - gutter;
  if (lane.kind === 'loop' || (lane.kind === 'task' && lane.task.id === scene.selectedTask)) {
    context.fillStyle = lane.kind === 'loop' ? palette.sunken : palette['accent-soft'];
    context.globalAlpha = lane.kind === 'loop' ? 0.8 : 1;
    context.fillRect(0, top, room, height);
    context.globalAlpha = 1;
  }
  // Bars without width cover what lies beside them, so they are drawn last.
  const thin: Piece[] = [];
  const wide: number[] = [];
  visible(laid, view.begin, view.end, scale, (piece) => {
    const span = laid.spans[piece.index]!;
    if (piece.x1 - piece.x0 < 4) thin.push(piece);
    else if (span.state === 'idle') drawIdle(context, scene, span, top, height, piece.x0, Math.min(room, piece.x1));
    else if (lane.kind === 'timers') drawTimer(context, scene, span, top, height, piece.x0, piece.x1, patterns);
    else drawBar(context, scene, span, box(span.state, top, height), Math.max(-10, piece.x0), Math.min(room + 10, piece.x1), patterns);
    if (piece.x1 - piece.x0 >= 4 && span.state !== 'idle') wide.push(piece.x0);
    if (scene.hover?.lane === k && scene.hover.index === piece.index) outline(context, scene, span, top, height, piece);
  });
  drawThin(context, scene, laid, thin, patterns);
  if (lane.kind === 'loop' && scene.axis === 'time') drawCounts(context, scene, laid, thin, [...wide, room]);
  for (const piece of thin) if (scene.hover?.lane === k && scene.hover.index === piece.index) outline(context, scene, laid.spans[piece.index]!, top, height, piece);
  if (lane.kind === 'task') drawEnds(context, scene, lane.task, top, height, scale);
  context.strokeStyle = palette.edge;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(0, top + height - 0.5);
  context.lineTo(room, top + height - 0.5);
  context.stroke();
}

interface Box {
  y: number;
  h: number;
}

/** Who runs, or holds the loop, stands out. */
function box(state: SpanState, top: number, height: number): Box {
  const tall = state === 'running' || state === 'blocked';
  const inset = tall ? 4 : 6;
  return { y: top + inset, h: height - 2 * inset };
}

function drawBar(context: CanvasRenderingContext2D, scene: Scene, span: Span, { y, h }: Box, x0: number, x1: number, patterns: Patterns): void {
  const { palette } = scene;
  context.fillStyle = patterns[span.state];
  rounded(context, x0, y, x1 - x0, h, 4);
  context.fill();
  context.strokeStyle = palette[span.state];
  context.lineWidth = 1;
  context.stroke();
  const left = Math.max(0, x0);
  const right = Math.min(scene.width - scene.gutter, x1);
  if (right - left > 22) writeInside(context, scene, span, left, right, y, h);
}

/** Many at once, so without outlines; of those that share a pixel the most telling one is seen. */
function drawThin(context: CanvasRenderingContext2D, scene: Scene, { spans, top, height }: LaneLayout, pieces: readonly Piece[], patterns: Patterns): void {
  const { palette } = scene;
  let last: SpanState | undefined;
  for (const { x0, x1, index, dense } of pieces) {
    const { state } = spans[index]!;
    if (state !== last) {
      last = state;
      context.fillStyle = dense || state !== 'blocked' ? palette[state] : patterns[state];
    }
    const { y, h } = state === 'idle' || state === 'timer' ? { y: top + height / 2 - 2, h: 4 } : box(state, top, height);
    // Alone it is made wide enough to be seen and hit; among others it has its pixel.
    const w = dense ? Math.max(1, Math.round(x1) - Math.round(x0)) : 4;
    context.fillRect(dense ? Math.round(x0) : Math.round(x0) - 2, y, w, h);
  }
}

function outline(context: CanvasRenderingContext2D, scene: Scene, span: Span, top: number, height: number, { x0, x1 }: Piece): void {
  const { y, h } = box(span.state, top, height);
  context.strokeStyle = scene.palette.text;
  context.lineWidth = 2;
  rounded(context, Math.max(-4, x1 - x0 < 4 ? x0 - 3 : x0), y, Math.min(scene.width, x1 - x0 < 4 ? 6 : x1 - x0), h, 4);
  context.stroke();
}

// --- the loop -------------------------------------------------------------------------------------------------------

/** Nothing is ready: an arrow over the stretch that the clock jumps, and where to. */
function drawIdle(context: CanvasRenderingContext2D, scene: Scene, span: Span, top: number, height: number, x0: number, x1: number): void {
  const { palette } = scene;
  const y = Math.round(top + height / 2) + 0.5;
  const from = Math.max(0, x0 + 5);
  const to = x1 - 5;
  if (to - from < 6) return;
  context.strokeStyle = context.fillStyle = palette['edge-strong'];
  context.lineWidth = 1.5;
  context.setLineDash([2, 4]);
  context.beginPath();
  context.moveTo(from, y);
  context.lineTo(to - 5, y);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(to - 7, y - 4);
  context.lineTo(to, y);
  context.lineTo(to - 7, y + 4);
  context.fill();
  context.font = font(12);
  const said = [`nothing is ready: the clock jumps to ${seconds(span.end)} s`, `clock jumps to ${seconds(span.end)} s`, `jumps ${seconds(span.end - span.start)} s`, `+${seconds(span.end - span.start)} s`]
    .find((words) => widthOf(context, words) + 84 <= to - from || (words.startsWith('+') && widthOf(context, words) + 30 <= to - from));
  if (!said) return;
  const w = widthOf(context, said) + 12;
  const left = (from + to - w) / 2;
  context.fillStyle = palette.sunken;
  context.fillRect(left, top + 6, w, height - 12);
  context.fillStyle = palette.muted;
  context.textBaseline = 'middle';
  context.fillText(said, left + 6, y + 0.5);
}

/** Steps at one instant lie upon each other: how many there are. Nothing is counted where all is crowded. */
function drawCounts(context: CanvasRenderingContext2D, scene: Scene, { spans, top, height }: LaneLayout, pieces: readonly Piece[], bars: readonly number[]): void {
  if (pieces[0]?.dense) return;
  context.font = font(11, 600);
  context.textBaseline = 'middle';
  context.fillStyle = scene.palette.running;
  let bar = 0;
  for (const [i, { x0, index, first, count }] of pieces.entries()) {
    if (count < 2 || count > 999 || spans[index]!.state !== 'running') continue;
    while (bar < bars.length && bars[bar]! < x0 - 1) bar++;
    const room = Math.min(pieces[i + 1]?.x0 ?? Infinity, bars[bar] ?? Infinity) - x0;
    if (room < 30) continue;
    let steps = 0;
    for (let k = first; k < first + count; k++) if (spans[k]!.state === 'running') steps++;
    const words = `${steps}×`;
    if (steps > 1 && room >= 2 * widthOf(context, words) + 12) context.fillText(words, x0 + 5, top + height / 2 + 0.5);
  }
}

// --- timers ---------------------------------------------------------------------------------------------------------

function drawTimer(context: CanvasRenderingContext2D, scene: Scene, span: Span, top: number, height: number, x0: number, x1: number, patterns: Patterns): void {
  const { palette, model } = scene;
  const room = scene.width - scene.gutter;
  const y = top + 3;
  const h = height - 6;
  context.fillStyle = patterns.timer;
  context.strokeStyle = palette.timer;
  context.lineWidth = 1;
  rounded(context, Math.max(-10, x0), y, Math.min(room + 10, x1) - Math.max(-10, x0), h, h / 2);
  context.fill();
  context.stroke();
  const timer = model.timers.get(span.ref);
  if (timer && timer.endSeq >= 0 && x1 > 0 && x1 < room) {
    // It rings, or was cancelled before.
    context.beginPath();
    if (timer.fired) {
      context.arc(x1 - h / 2, top + height / 2, 2.5, 0, 7);
      context.fillStyle = palette.timer;
      context.fill();
    } else {
      const x = x1 - h / 2;
      context.moveTo(x - 3, top + height / 2 - 3);
      context.lineTo(x + 3, top + height / 2 + 3);
      context.moveTo(x + 3, top + height / 2 - 3);
      context.lineTo(x - 3, top + height / 2 + 3);
      context.stroke();
    }
  }
  context.font = font(11);
  context.textBaseline = 'middle';
  context.fillStyle = palette.text;
  const left = Math.max(0, x0) + 8;
  const text = [span.label, span.label.split(' of ').at(-1)!].find((words) => widthOf(context, words) <= Math.min(room, x1) - left - h);
  if (text) context.fillText(text, left, top + height / 2 + 0.5);
}

// --- words ----------------------------------------------------------------------------------------------------------

/** What a bar says, the most telling first: the longest that has room is taken. */
function captions(scene: Scene, { state, label, start, end }: Span): string[] {
  const { icon, word } = STATES[state];
  const long = scene.axis === 'time' && end > start ? ` ${seconds(end - start)} s` : '';
  switch (state) {
    case 'waiting':
      return label ? [`${icon} ${waits(label)}`, `${icon} ${label}`, icon] : [`${icon} ${word}${long}`, icon];
    case 'blocked':
      return [`${icon} BLOCKED by ${label}${long}`, `${icon} BLOCKED${long}`, `${icon} BLOCKED`, icon];
    case 'running':
    case 'thread':
      return label ? [`${icon} ${label}`, label, icon] : [`${icon} ${word}${long}`, icon];
    default:
      return [`${icon} ${word}${long}`, ...(long ? [`${icon}${long}`] : []), icon];
  }
}

function writeInside(context: CanvasRenderingContext2D, scene: Scene, span: Span, x0: number, x1: number, y: number, h: number): void {
  const { palette } = scene;
  const strong = span.state === 'running' || span.state === 'blocked' || span.state === 'thread';
  context.font = font(12, strong ? 600 : 400);
  context.textBaseline = 'middle';
  const said = captions(scene, span).find((words) => widthOf(context, words) <= x1 - x0 - 12);
  if (!said) return;
  const width = widthOf(context, said);
  // A plate under the words keeps them legible on the pattern.
  context.fillStyle = palette.surface;
  context.globalAlpha = 0.9;
  rounded(context, x0 + 4, y + 2, width + 6, h - 4, 3);
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = palette.text;
  context.fillText(said, x0 + 7, y + h / 2 + 0.5);
}

function drawEnds(context: CanvasRenderingContext2D, scene: Scene, task: Task, top: number, height: number, scale: number): void {
  const { palette, view } = scene;
  const middle = top + height / 2;
  for (const cancel of task.cancels) {
    const x = (placeOf(scene, cancel.seq) - view.begin) * scale;
    context.fillStyle = palette.cancelled;
    context.beginPath();
    context.moveTo(x - 5, top + 1);
    context.lineTo(x + 5, top + 1);
    context.lineTo(x, top + 8);
    context.fill();
  }
  if (!task.outcome) return;
  const { icon, color, word } = ENDS[task.outcome];
  const x = (placeOf(scene, task.finishedSeq) - view.begin) * scale + 12;
  if (x < -20 || x > scene.width) return;
  context.fillStyle = palette[color];
  context.beginPath();
  context.arc(x, middle, 8, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = palette.surface;
  context.font = font(11, 600);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(icon, x, middle + 0.5);
  context.textAlign = 'left';
  context.fillStyle = palette[color];
  context.font = font(12);
  const said = shorten(context, task.outcome === 'raised' ? (task.exception ?? word) : word, scene.width - scene.gutter - x - 14);
  if ([...said].length > 3) context.fillText(said, x + 12, middle + 0.5);
}
