// The axis above the lanes, and what goes through all of them: grid, blocked stretches, the playhead.
import { scaleLinear } from 'd3-scale';
import { seconds } from '../shared.ts';
import { font, widthOf } from './palette.ts';
import { AXIS, placeOf, type Scene } from './scene.ts';

function ticks(scene: Scene): number[] {
  const { view, width, gutter } = scene;
  const wanted = Math.max(2, Math.floor((width - gutter) / 90));
  const all = scaleLinear().domain([view.begin, view.end]).ticks(wanted);
  return scene.axis === 'time' ? all.filter((t) => t >= 0) : all.filter((step) => Number.isInteger(step) && step >= 0);
}

export function drawGrid(context: CanvasRenderingContext2D, scene: Scene, scale: number): void {
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

/** While one holds the loop, nobody else can run: the stretch goes through every lane. */
export function drawBands(context: CanvasRenderingContext2D, scene: Scene, scale: number): void {
  const { palette, view, model, axis, width, gutter } = scene;
  const bottom = scene.lanes.reduce((end, { top, height }) => Math.max(end, top + height), 0);
  context.fillStyle = palette.blocked;
  context.globalAlpha = 0.09;
  let drawn = -Infinity;
  for (const jump of model.jumps) {
    if (jump.cause === 'idle') continue;
    const from = axis === 'time' ? jump.from : Math.floor(model.columnOf(jump.seq));
    const to = axis === 'time' ? jump.to : from + 1;
    const x0 = Math.max((from - view.begin) * scale, drawn);
    const x1 = (to - view.begin) * scale;
    if (x1 < 0 || x0 > width - gutter || x1 - x0 < 0.5) continue;
    context.fillRect(x0, 0, x1 - x0, bottom);
    drawn = x1;
  }
  context.globalAlpha = 1;
}

export function drawAxis(context: CanvasRenderingContext2D, scene: Scene, scale: number): void {
  const { palette, gutter, width, view, axis, model } = scene;
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, width, AXIS);
  context.strokeStyle = palette.edge;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(0, AXIS - 0.5);
  context.lineTo(width, AXIS - 0.5);
  context.stroke();
  context.font = font(12);
  context.textBaseline = 'middle';
  context.fillStyle = palette.muted;
  context.textAlign = 'left';
  context.fillText(axis === 'time' ? 'virtual time' : gutter < 140 ? 'step' : 'step, clock above', 12, AXIS / 2);
  const all = ticks(scene);
  const step = all.length > 1 ? all[1]! - all[0]! : 1;
  const digits = Math.max(axis === 'time' ? 1 : 0, Math.ceil(-Math.log10(step) - 1e-9));
  const clear = scene.axis === 'time' ? AXIS / 2 : AXIS - 9;
  const tag = tagOf(context, scene, scale);
  context.font = font(12);
  context.textAlign = 'center';
  let free = gutter + 2;
  for (const tick of all) {
    const x = gutter + (tick - view.begin) * scale;
    const words = axis === 'time' ? `${tick.toFixed(digits)} s` : String(tick);
    const half = widthOf(context, words) / 2;
    if (x < gutter - 1 || x + half > width - 2 || x - half < free) continue;
    if (tag && x + half > tag.left - 4 && x - half < tag.left + tag.width + 4) continue; // a half hidden number is none
    free = x + half + 10;
    context.fillText(words, x, clear);
  }
  if (axis === 'step') {
    // Columns have no time of their own: the clock stands where it has jumped.
    context.fillStyle = palette.accent;
    context.font = font(11);
    let last = -Infinity;
    for (const jump of model.jumps) {
      if (jump.cause !== 'idle') continue;
      const x = gutter + (model.columnOf(jump.seq) + 0.5 - view.begin) * scale;
      const words = `→ ${seconds(jump.to)} s`;
      const half = widthOf(context, words) / 2;
      if (x - half < gutter || x + half > width || x - half < last + 8) continue;
      last = x + half;
      context.fillText(words, x, 8);
    }
  }
  context.textAlign = 'left';
}

export function drawPlayhead(context: CanvasRenderingContext2D, scene: Scene, scale: number): void {
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

const FLAG = 'they part here';

/** Where the flag's words stand, beside its line where there is room; undefined: out of sight. */
function tagOf(context: CanvasRenderingContext2D, { flag, gutter, view, width }: Scene, scale: number): { x: number; left: number; width: number } | undefined {
  if (flag === undefined) return undefined;
  const x = gutter + (flag - view.begin) * scale;
  if (x < gutter - 1 || x > width + 1) return undefined;
  context.font = font(11, 600);
  const wide = widthOf(context, FLAG) + 12;
  return { x, left: Math.min(x, width - wide - 2), width: wide };
}

export function drawFlag(context: CanvasRenderingContext2D, scene: Scene, scale: number): void {
  const tag = tagOf(context, scene, scale);
  if (!tag) return;
  const { palette, height } = scene;
  context.strokeStyle = palette.failed;
  context.lineWidth = 1.5;
  context.setLineDash([5, 4]);
  context.beginPath();
  context.moveTo(tag.x, AXIS);
  context.lineTo(tag.x, height);
  context.stroke();
  context.setLineDash([]);
  context.textBaseline = 'middle';
  context.fillStyle = palette.failed;
  context.fillRect(tag.left, AXIS - 20, tag.width, 19);
  context.fillStyle = palette.surface;
  context.fillText(FLAG, tag.left + 6, AXIS - 10);
}
