import { expect, test } from 'vitest';
import { between, lanesByKey, layout, spanAt, visible, type Piece } from '../../../web/src/trace/layout.ts';
import type { TraceEvent } from '../../../web/src/trace/events.generated.ts';
import { modelOf, stream, twoTasks } from './stream.ts';

const pieces = (laid: ReturnType<typeof layout>[number], begin: number, end: number, pixels: number) => {
  const found: Piece[] = [];
  visible(laid, begin, end, pixels / (end - begin), (piece) => found.push(piece));
  return found;
};

/** A task that sleeps `n` times for a millisecond. */
const sleeper = (n: number): TraceEvent[] =>
  stream(
    { type: 'task_created', task: 1, name: 'A', function: 'a' },
    ...Array.from({ length: n }, (_, i) => [
      { type: 'task_step_started' as const, task: 1, how: 'resumed', t: i / 1000 },
      { type: 'task_step_finished' as const, task: 1, outcome: 'suspended', future: 9, t: i / 1000 },
    ]).flat(),
  );

test('a lane of very many spans is drawn in about as many pieces as it has pixels', () => {
  const lane = layout(modelOf(sleeper(50_000)), 'time').find(({ lane }) => lane.kind === 'task')!;
  expect(lane.spans.length).toBeGreaterThan(99_000);
  const all = pieces(lane, 0, 50, 1000);
  expect(all.length).toBeLessThanOrEqual(1050);
  expect(all.every(({ dense }) => dense)).toBe(true);
  // No span is left out: the pieces cover the lane's spans one after another.
  expect(all.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(99_000);
  // The most telling one is shown: where there is a step among the sleeps, it is seen.
  expect(all.filter(({ index }) => lane.spans[index]!.state === 'running').length).toBeGreaterThan(900);
});

test('near enough, each span is a piece of its own, and a step without width is found by pointing beside it', () => {
  const lane = layout(modelOf(sleeper(50_000)), 'time').find(({ lane }) => lane.kind === 'task')!;
  const near = pieces(lane, 10, 10.01, 1000);
  expect(near.every(({ dense }) => !dense)).toBe(true);
  expect(near.filter(({ index }) => lane.spans[index]!.state === 'waiting').length).toBeGreaterThanOrEqual(10);
  expect(lane.spans[spanAt(lane, 10.0051, 0.0002)]!.state).toBe('running');
});

test('from one layout to another bars move, and what is new stands where it belongs', () => {
  const before = layout(modelOf(twoTasks.slice(0, 23)), 'time');
  const after = layout(modelOf(twoTasks), 'time');
  const half = between(lanesByKey(before), after, 0.5);
  const lane = (lanes: typeof after) => lanes.find(({ lane }) => lane.kind === 'task' && lane.task.name === 'A')!;
  const i = lane(after).spans.findIndex(({ state }) => state === 'sleeping');
  expect(lane(half).to[i]).toBeCloseTo((lane(before).to[i]! + lane(after).to[i]!) / 2);
  const last = lane(after).spans.length - 1;
  expect(lane(half).from[last]).toBe(lane(after).from[last]);
  expect(between(lanesByKey(before), after, 1)).toEqual(after);
});
