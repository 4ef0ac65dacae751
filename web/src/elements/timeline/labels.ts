// The names to the left of the lanes.
import { font, shorten, widthOf } from './palette.ts';
import { AXIS, type Scene } from './scene.ts';

export function drawLabels(context: CanvasRenderingContext2D, scene: Scene): void {
  const { palette, gutter, height, lanes } = scene;
  context.save();
  context.beginPath();
  context.rect(0, AXIS, gutter, height - AXIS);
  context.clip();
  context.fillStyle = palette.surface;
  context.fillRect(0, AXIS, gutter, height - AXIS);
  context.translate(0, AXIS - scene.scrollTop);
  context.textBaseline = 'middle';
  context.lineWidth = 1;
  for (const [k, { lane, top, height: h }] of lanes.entries()) {
    if (top + h < scene.scrollTop || top > scene.scrollTop + height) continue;
    const y = top + h / 2 + 0.5;
    // The rows of timers belong together.
    if (lane.kind !== 'timers' || lanes[k + 1]?.lane.kind !== 'timers') {
      context.strokeStyle = palette.edge;
      context.beginPath();
      context.moveTo(0, top + h - 0.5);
      context.lineTo(gutter, top + h - 0.5);
      context.stroke();
    }
    context.fillStyle = palette.text;
    context.font = font(13);
    let x = 12;
    let text = '';
    let note = '';
    if (lane.kind === 'loop') {
      context.fillStyle = palette.sunken;
      context.fillRect(0, top, gutter, h - 1);
      context.fillStyle = palette.text;
      context.font = font(13, 600);
      text = 'event loop';
    } else if (lane.kind === 'task') {
      if (lane.task.id === scene.selectedTask) {
        context.fillStyle = palette['accent-soft'];
        context.fillRect(0, top, gutter, h - 1);
        context.fillStyle = palette.accent;
        context.fillRect(0, top, 3, h - 1);
        context.fillStyle = palette.text;
        context.font = font(13, 600);
      }
      x += Math.min(lane.task.depth, 6) * 14;
      if (lane.task.depth > 0) {
        context.strokeStyle = palette['edge-strong'];
        context.beginPath();
        context.moveTo(x - 8.5, top + 4);
        context.lineTo(x - 8.5, Math.round(y) + 0.5);
        context.lineTo(x - 3, Math.round(y) + 0.5);
        context.stroke();
      }
      text = lane.task.name;
      note = /^Task-\d+$/.test(lane.task.name) ? `${lane.task.function}()` : '';
      // On a phone there is room for one of them, and what it runs says more than a number.
      if (note && widthOf(context, text) + 30 > gutter - x) [text, note] = [note, ''];
    } else if (lane.kind === 'thread') {
      text = lane.thread.name;
      note = 'thread';
    } else {
      context.fillStyle = palette.muted;
      context.font = font(12);
      text = lane.row === 0 ? 'timers' : '';
    }
    const room = gutter - x - 8;
    text = shorten(context, text, room);
    context.fillText(text, x, y);
    const used = widthOf(context, text) + 6;
    if (note && room - used > 24) {
      context.fillStyle = palette.muted;
      context.font = font(12);
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
