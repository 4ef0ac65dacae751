// Everything a picture of a timeline depends on. Pure data, so that a picture can be drawn for any run, anywhere.
import type { LaneLayout } from '../../trace/layout.ts';
import type { TraceModel } from '../../trace/model.ts';
import type { Palette } from './palette.ts';

/** The stretch of the axis that is shown, in its units: seconds, or columns. */
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
  /** a place on the axis that is pointed out: where two runs part */
  flag?: number;
  palette: Palette;
}

/** Height of the axis above the lanes. */
export const AXIS = 30;

/** Place of an event on the axis of a scene. */
export function placeOf(scene: Pick<Scene, 'model' | 'axis'>, seq: number): number {
  return scene.axis === 'time' ? scene.model.timeAt(seq) : scene.model.columnOf(seq);
}
