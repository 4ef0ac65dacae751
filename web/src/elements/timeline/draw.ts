// Draws the timeline on a canvas: colours come from the page's palette, patterns tell the states apart without them.
import { scaleLinear } from 'd3-scale';
import { seconds } from '../shared.ts';
import { ENDS, STATES } from '../../trace/words.ts';
import { visible, type LaneLayout } from '../../trace/layout.ts';
import type { SpanState, Task, TraceModel } from '../../trace/model.ts';

export interface View {
  begin: number;
  end: number;
}

export interface Scene {
  model: TraceModel;
  lanes: readonly LaneLayout[];
  axis: 'time' | 'step';
  view: View;
  width: number;
  height: number;
  scrollTop: number;
  gutter: number;
  playhead: number;
  selectedTask: number;
  hover: { lane: number; index: number } | undefined;
  stale: boolean;
  palette: Palette;
}

export type Palette = Record<
  'text' | 'muted' | 'edge' | 'edge-strong' | 'surface' | 'sunken' | 'accent' | 'accent-soft' | 'mark' | 'running' | 'ready' | 'waiting' | 'sleeping' | 'blocked' | 'cancelled'
  | 'failed' | 'done' | 'idle' | 'thread' | 'timer', string>;

const NAMES = ['text', 'muted', 'edge', 'edge-strong', 'surface', 'sunken', 'accent', 'accent-soft', 'mark', 'running', 'ready', 'waiting', 'sleeping', 'blocked', 'cancelled',
  'failed', 'done', 'idle', 'thread', 'timer'] as const;

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Palette;
}

export const AXIS = 30;

/** Place of an event on the axis of a scene. */
export function placeOf(scene: Pick<Scene, 'model' | 'axis'>, seq: number): number {
  return scene.axis === 'time' ? scene.model.timeAt(seq) : scene.model.columnOf(seq);
}

export function draw(context: CanvasRenderingContext2D, scene: Scene): void {
  const { width, height, gutter, palette, view } = scene;
  context.clearRect(0, 0, width, height);
  if (scene.model.events.length === 0) return;
  const scale = (width - gutter) / (view.end - view.begin || 1);
  const patterns = patternsFor(context, palette);

  context.save();
  context.beginPath();
  context.rect(gutter, AXIS, width - gutter, height - AXIS);
  context.clip();
  drawGrid(context, scene, scale);
  context.translate(gutter, AXIS - scene.scrollTop);
  for (const [k, laid] of scene.lanes.entries()) {
    if (laid.top + laid.height < scene.scrollTop || laid.top > scene.scrollTop + height) continue;
    drawLane(context, scene, laid, k, scale, patterns);
  }
  drawArrows(context, scene, scale);
  context.restore();

  drawAxis(context, scene, scale);
  drawLabels(context, scene);
  drawPlayhead(context, scene, scale);
}

function ticks(scene: Scene): number[] {
  const { view, width, gutter } = scene;
  const wanted = Math.max(2, Math.floor((width - gutter) / 90));
  const all = scaleLinear().domain([view.begin, view.end]).ticks(wanted);
  return scene.axis === 'time' ? all.filter((t) => t >= 0) : all.filter((step) => Number.isInteger(step) && step >= 0);
}

function drawGrid(context: CanvasRenderingContext2D, scene: Scene, scale: number): void {
  const { palette, gutter, height, view } = scene;
  context.strokeStyle = palette.edge;
  context.lineWidth = 1;
  context.beginPath();
  for (const tick of ticks(scene)) {
    const x = Math.round(gutter + (tick - view.begin) * scale) + 0.5;
    context.moveTo(x, AXIS);
    context.lineTo(x, height);
  }
  context.stroke();
}

function drawAxis(context: CanvasRenderingContext2D, scene: Scene, scale: number): void {
  const { palette, gutter, width, view, axis } = scene;
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, width, AXIS);
  context.strokeStyle = palette.edge;
  context.beginPath();
  context.moveTo(0, AXIS - 0.5);
  context.lineTo(width, AXIS - 0.5);
  context.stroke();
  context.font = '12px ' + fonts.sans;
  context.textBaseline = 'middle';
  context.fillStyle = palette.muted;
  const all = ticks(scene);
  const step = all.length > 1 ? all[1]! - all[0]! : 1;
  const digits = Math.max(axis === 'time' ? 1 : 0, Math.ceil(-Math.log10(step) - 1e-9));
  context.textAlign = 'center';
  for (const tick of all) {
    const x = gutter + (tick - view.begin) * scale;
    if (x < gutter - 1 || x > width - 12) continue;
    context.fillText(axis === 'time' ? `${tick.toFixed(digits)} s` : String(tick), Math.max(x, gutter + 22), AXIS / 2);
  }
  context.textAlign = 'left';
  context.fillText(axis === 'time' ? 'virtual time' : 'step', 12, AXIS / 2);

  // Where the clock jumped: on the time axis a small arrow over the stretch, on the step axis the new time.
  context.fillStyle = palette.accent;
  let last = -Infinity;
  for (const jump of scene.model.jumps) {
    if (axis !== 'step' || jump.cause !== 'idle') continue;
    const x = gutter + (scene.model.columnOf(jump.seq) + 0.5 - view.begin) * scale;
    if (x < gutter || x > width || x - last < 64) continue;
    last = x;
    context.textAlign = 'center';
    context.font = '11px ' + fonts.sans;
    context.fillText(`→ ${seconds(jump.to)} s`, x, AXIS - 6);
  }
  context.textAlign = 'left';
}

function drawLane(context: CanvasRenderingContext2D, scene: Scene, laid: LaneLayout, k: number, scale: number, patterns: Patterns): void {
  const { palette, width, gutter, view } = scene;
  const { lane, top, height } = laid;
  const room = width - gutter;
  if (lane.kind === 'task' && lane.task.id === scene.selectedTask) {
    context.fillStyle = palette['accent-soft'];
    context.fillRect(0, top, room, height);
  } else if (lane.kind === 'loop') {
    context.fillStyle = palette.sunken;
    context.fillRect(0, top, room, height);
  }
  const inset = lane.kind === 'timers' ? 5 : 6;
  visible(laid, view.begin, view.end, scale, ({ x0, x1, index, dense }) => {
    const span = laid.spans[index]!;
    const thin = x1 - x0 < 4;
    const left = thin ? x0 - 2 : x0;
    const w = thin ? 4 : x1 - x0;
    const tall = span.state === 'running' || span.state === 'blocked';
    const y = top + (tall ? inset - 2 : span.state === 'idle' ? height / 2 - 3 : inset);
    const h = tall ? height - 2 * inset + 4 : span.state === 'idle' ? 6 : height - 2 * inset;
    context.globalAlpha = dense ? 0.75 : 1;
    context.fillStyle = patterns[span.state];
    rounded(context, left, y, w, h, Math.min(4, w / 2));
    context.fill();
    if (!thin && span.state !== 'idle') {
      context.strokeStyle = palette[span.state];
      context.lineWidth = 1;
      context.stroke();
    }
    context.globalAlpha = 1;
    if (scene.hover && scene.hover.lane === k && scene.hover.index === index) {
      context.strokeStyle = palette.text;
      context.lineWidth = 2;
      context.stroke();
    }
    if (w > 34 && lane.kind !== 'timers') writeInside(context, scene, span.state, caption(scene, span.state, span.label, span.end - span.start), Math.max(0, left), Math.min(room, left + w), y, h);
  });
  if (lane.kind === 'task') drawEnds(context, scene, lane.task, top, height, scale);
  context.strokeStyle = palette.edge;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(0, top + height - 0.5);
  context.lineTo(room, top + height - 0.5);
  context.stroke();
}

function caption(scene: Scene, state: SpanState, label: string, length: number): string {
  const { word } = STATES[state];
  const long = scene.axis === 'time' && length > 0 ? ` ${seconds(length)} s` : '';
  if (state === 'waiting' && label) return `waits for ${label}`;
  if (state === 'blocked') return `BLOCKED by ${label}${long}`;
  if (state === 'running' && label) return label;
  if (state === 'thread') return label;
  return word + long;
}

function writeInside(context: CanvasRenderingContext2D, scene: Scene, state: SpanState, text: string, x0: number, x1: number, y: number, h: number): void {
  const { palette } = scene;
  if (state === 'idle') return;
  const room = x1 - x0 - 12;
  const strong = state === 'running' || state === 'blocked' || state === 'thread';
  context.font = `${strong ? '600 ' : ''}12px ${fonts.sans}`;
  context.textBaseline = 'middle';
  const full = `${STATES[state].icon} ${text}`;
  const said = context.measureText(full).width <= room ? full : STATES[state].icon;
  const width = context.measureText(said).width;
  if (width > room) return;
  // A plate under the words keeps them legible on the pattern.
  context.fillStyle = palette.surface;
  context.globalAlpha = 0.88;
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
  context.fillStyle = palette[color];
  context.beginPath();
  context.arc(x, middle, 8, 0, 2 * Math.PI);
  context.fill();
  context.fillStyle = palette.surface;
  context.font = '600 11px ' + fonts.sans;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(icon, x, middle + 0.5);
  context.textAlign = 'left';
  context.fillStyle = palette[color];
  context.font = '12px ' + fonts.sans;
  if (scene.width - scene.gutter >= 400) context.fillText(task.outcome === 'raised' ? (task.exception ?? word) : word, x + 12, middle + 0.5);
}

/** Who created, woke and cancelled the selected task, and whom it woke. */
function drawArrows(context: CanvasRenderingContext2D, scene: Scene, scale: number): void {
  const task = scene.model.tasks.get(scene.selectedTask);
  if (!task) return;
  const { palette, view } = scene;
  const tops = new Map<number, number>();
  for (const { lane, top, height } of scene.lanes) tops.set(lane.kind === 'task' ? lane.task.id : lane.kind === 'loop' ? 0 : -1, top + height / 2);
  const to = tops.get(task.id)!;
  let left = 300;
  const arrow = (seq: number, from: number, into: number, color: string, dashed: boolean) => {
    const y0 = tops.get(from);
    const y1 = into === task.id ? to : tops.get(into);
    const x = (placeOf(scene, seq) - view.begin) * scale;
    if (y0 === undefined || y1 === undefined || y0 === y1 || x < 0 || x > scene.width || left-- < 0) return;
    context.strokeStyle = color;
    context.fillStyle = color;
    context.lineWidth = 1.5;
    context.setLineDash(dashed ? [4, 3] : []);
    const down = Math.sign(y1 - y0);
    const tip = y1 - down * 10;
    context.beginPath();
    context.moveTo(x, y0);
    context.bezierCurveTo(x + 14, y0 + down * 8, x + 14, tip - down * 8, x + 2, tip);
    context.stroke();
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(x - 3, tip - down * 4);
    context.lineTo(x + 7, tip - down * 5);
    context.lineTo(x, tip + down * 4);
    context.fill();
  };
  arrow(task.createdSeq, task.creator, task.id, palette.accent, false);
  for (const wake of task.wakes) if (wake.reason === 'woken') arrow(wake.seq, wake.by, task.id, palette.ready, false);
  for (const cancel of task.cancels) arrow(cancel.seq, cancel.by, task.id, palette.cancelled, true);
  for (const other of scene.model.tasks.values()) {
    if (other === task) continue;
    if (other.creator === task.id) arrow(other.createdSeq, task.id, other.id, palette.accent, false);
    for (const wake of other.wakes) if (wake.by === task.id && wake.reason === 'woken') arrow(wake.seq, task.id, other.id, palette.ready, false);
  }
}

function drawLabels(context: CanvasRenderingContext2D, scene: Scene): void {
  const { palette, gutter, height } = scene;
  context.save();
  context.beginPath();
  context.rect(0, AXIS, gutter, height - AXIS);
  context.clip();
  context.fillStyle = palette.surface;
  context.fillRect(0, AXIS, gutter, height - AXIS);
  context.translate(0, AXIS - scene.scrollTop);
  context.textBaseline = 'middle';
  for (const { lane, top, height: h } of scene.lanes) {
    if (top + h < scene.scrollTop || top > scene.scrollTop + height) continue;
    const y = top + h / 2 + 0.5;
    context.strokeStyle = palette.edge;
    context.beginPath();
    context.moveTo(0, top + h - 0.5);
    context.lineTo(gutter, top + h - 0.5);
    context.stroke();
    context.fillStyle = palette.text;
    context.font = '13px ' + fonts.sans;
    let x = 12;
    let text = '';
    let note = '';
    if (lane.kind === 'loop') {
      context.fillStyle = palette.sunken;
      context.fillRect(0, top, gutter, h - 1);
      context.fillStyle = palette.text;
      context.font = '600 13px ' + fonts.sans;
      text = 'event loop';
    } else if (lane.kind === 'task') {
      if (lane.task.id === scene.selectedTask) {
        context.fillStyle = palette['accent-soft'];
        context.fillRect(0, top, gutter, h - 1);
        context.fillStyle = palette.accent;
        context.fillRect(0, top, 3, h - 1);
        context.fillStyle = palette.text;
        context.font = '600 13px ' + fonts.sans;
      }
      x += Math.min(lane.task.depth, 6) * 14;
      if (lane.task.depth > 0) {
        context.strokeStyle = palette['edge-strong'];
        context.beginPath();
        context.moveTo(x - 7, top + 4);
        context.lineTo(x - 7, y);
        context.lineTo(x - 2, y);
        context.stroke();
      }
      text = lane.task.name;
      note = /^Task-\d+$/.test(lane.task.name) ? `${lane.task.function}()` : '';
    } else if (lane.kind === 'thread') {
      text = lane.thread.name;
    } else {
      context.fillStyle = palette.muted;
      context.font = '12px ' + fonts.sans;
      text = lane.row === 0 ? 'timers' : '';
    }
    const room = gutter - x - 6;
    text = shorten(context, text, room);
    context.fillText(text, x, y);
    const used = context.measureText(text).width + 6;
    if (note && room - used > 24) {
      context.fillStyle = palette.muted;
      context.font = '12px ' + fonts.sans;
      context.fillText(shorten(context, note, room - used), x + used, y);
    }
  }
  context.restore();
  context.strokeStyle = palette.edge;
  context.beginPath();
  context.moveTo(gutter - 0.5, 0);
  context.lineTo(gutter - 0.5, height);
  context.stroke();
}

function drawPlayhead(context: CanvasRenderingContext2D, scene: Scene, scale: number): void {
  const { palette, gutter, view, height, width } = scene;
  const x = gutter + (placeOf(scene, scene.playhead) - view.begin) * scale;
  if (x < gutter - 1 || x > width + 1) return;
  context.strokeStyle = palette.accent;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x, AXIS - 8);
  context.lineTo(x, height);
  context.stroke();
  context.fillStyle = palette.accent;
  context.beginPath();
  context.moveTo(x - 6, AXIS - 10);
  context.lineTo(x + 6, AXIS - 10);
  context.lineTo(x, AXIS - 2);
  context.fill();
}

function shorten(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  const characters = [...text];
  while (characters.length > 1 && context.measureText(characters.join('') + '…').width > room) characters.pop();
  return characters.join('') + '…';
}

function rounded(context: CanvasRenderingContext2D, x: number, y: number, w: number, h: number, r: number): void {
  context.beginPath();
  context.roundRect(x, y, w, h, Math.max(0, r));
}

const fonts = { sans: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif' };

// --- patterns -------------------------------------------------------------------------------------------------------

type Patterns = Record<SpanState, CanvasPattern | string>;
let made: { palette: Palette; patterns: Patterns } | undefined;

function patternsFor(context: CanvasRenderingContext2D, palette: Palette): Patterns {
  if (made?.palette === palette) return made.patterns;
  const tile = (size: number, color: string, base: number, paint: (c: CanvasRenderingContext2D) => void): CanvasPattern => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = size;
    const c = canvas.getContext('2d')!;
    c.fillStyle = c.strokeStyle = color;
    c.globalAlpha = base;
    c.fillRect(0, 0, size, size);
    c.globalAlpha = 1;
    paint(c);
    return context.createPattern(canvas, 'repeat')!;
  };
  const slanted = (c: CanvasRenderingContext2D, size: number, width: number) => {
    c.lineWidth = width;
    c.beginPath();
    for (const shift of [-size, 0, size]) {
      c.moveTo(shift - 1, size + 1);
      c.lineTo(shift + size + 1, -1);
    }
    c.stroke();
  };
  const patterns: Patterns = {
    running: palette.running,
    blocked: tile(10, palette.blocked, 0.75, (c) => slanted(c, 10, 3.5)),
    ready: tile(6, palette.ready, 0.25, (c) => {
      c.beginPath();
      c.arc(3, 3, 1.4, 0, 7);
      c.fill();
    }),
    waiting: tile(8, palette.waiting, 0.14, (c) => {
      c.globalAlpha = 0.5;
      slanted(c, 8, 1.2);
    }),
    sleeping: tile(6, palette.sleeping, 0.22, (c) => {
      c.globalAlpha = 0.35;
      c.fillRect(0, 2, 6, 1);
    }),
    idle: tile(6, palette.idle, 0, (c) => c.fillRect(0, 0, 3, 6)),
    thread: tile(6, palette.thread, 0.45, (c) => {
      c.globalAlpha = 0.5;
      c.fillRect(0, 1, 6, 2);
    }),
    timer: tile(4, palette.timer, 0.15, (c) => c.fillRect(0, 3, 4, 1)),
  };
  made = { palette, patterns };
  return patterns;
}
