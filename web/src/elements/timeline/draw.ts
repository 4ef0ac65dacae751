// Draws the timeline on a canvas, from the back to the front.
import { drawArrows } from './arrows.ts';
import { drawAxis, drawBands, drawFlag, drawGrid, drawPlayhead } from './axis.ts';
import { drawLabels } from './labels.ts';
import { drawLane } from './lanes.ts';
import { patternsFor } from './palette.ts';
import { AXIS, type Scene } from './scene.ts';

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
  drawBands(context, scene, scale);
  for (const [k, laid] of scene.lanes.entries()) {
    if (laid.top + laid.height < scene.scrollTop || laid.top > scene.scrollTop + height) continue;
    drawLane(context, scene, laid, k, scale, patterns);
  }
  drawArrows(context, scene, scale);
  context.restore();

  drawAxis(context, scene, scale);
  drawLabels(context, scene);
  drawPlayhead(context, scene, scale);
  drawFlag(context, scene, scale);
}
