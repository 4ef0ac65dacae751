// Who created, woke and cancelled the selected task, and whom it created, woke and cancelled.
import { placeOf, type Scene } from './scene.ts';

/** More would be a carpet. */
const MOST = 300;

export function drawArrows(context: CanvasRenderingContext2D, scene: Scene, scale: number): void {
  const task = scene.model.tasks.get(scene.selectedTask);
  if (!task) return;
  const { palette, view } = scene;
  const tops = new Map<number, number>();
  for (const { lane, top, height } of scene.lanes) tops.set(lane.kind === 'task' ? lane.task.id : lane.kind === 'loop' ? 0 : -1, top + height / 2);
  let left = MOST;
  const room = scene.width - scene.gutter;
  const arrow = (seq: number, from: number, into: number, color: string, dash: number[]) => {
    if (left <= 0) return;
    const x = (placeOf(scene, seq) - view.begin) * scale;
    if (x < 0 || x > room) return;
    const y0 = tops.get(from);
    const y1 = tops.get(into);
    if (y0 === undefined || y1 === undefined || y0 === y1) return;
    left--;
    context.strokeStyle = context.fillStyle = color;
    context.lineWidth = 2;
    context.setLineDash(dash);
    const down = Math.sign(y1 - y0);
    const tip = y1 - down * 10;
    context.beginPath();
    context.moveTo(x, y0);
    context.bezierCurveTo(x + 16, y0 + down * 8, x + 16, tip - down * 8, x + 2, tip);
    context.stroke();
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(x - 3, tip - down * 4);
    context.lineTo(x + 8, tip - down * 5);
    context.lineTo(x, tip + down * 5);
    context.fill();
  };
  arrow(task.createdSeq, task.creator, task.id, palette.accent, CREATES);
  for (const wake of task.wakes) if (wake.reason === 'woken') arrow(wake.seq, wake.by, task.id, palette.ready, WAKES);
  for (const cancel of task.cancels) arrow(cancel.seq, cancel.by, task.id, palette.cancelled, CANCELS);
  for (const other of scene.model.tasks.values()) {
    if (other === task || left <= 0) continue;
    if (other.creator === task.id) arrow(other.createdSeq, task.id, other.id, palette.accent, CREATES);
    for (const wake of other.wakes) if (wake.by === task.id && wake.reason === 'woken') arrow(wake.seq, task.id, other.id, palette.ready, WAKES);
    for (const cancel of other.cancels) if (cancel.by === task.id) arrow(cancel.seq, task.id, other.id, palette.cancelled, CANCELS);
  }
}

// The kinds differ in their lines, too: dotted, whole, dashed.
const CREATES = [2, 3];
const WAKES: number[] = [];
const CANCELS = [7, 3];
