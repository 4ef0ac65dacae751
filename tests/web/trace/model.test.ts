import { expect, test } from 'vitest';
import { outputLines } from '../../../web/src/trace/model.ts';
import { modelOf, stream, twoTasks } from './stream.ts';

const spans = (name: string) => {
  const model = modelOf(twoTasks);
  return [...model.tasks.values()].find((task) => task.name === name)!.spans.map(({ state, start, end }) => [state, start, end]);
};

test('a task goes through ready, running, sleeping; a blocking call is cut out of its step', () => {
  expect(spans('A')).toEqual([
    ['ready', 0, 0], ['running', 0, 0], ['sleeping', 0, 1], ['ready', 1, 1], ['running', 1, 1], ['blocked', 1, 1.5], ['running', 1.5, 1.5],
  ]);
});

test('a task that is ready while another holds the loop waits for real', () => {
  expect(spans('B')).toEqual([['ready', 0, 0], ['running', 0, 0], ['sleeping', 0, 1], ['ready', 1, 1.5], ['running', 1.5, 1.5]]);
});

test('the loop is busy, idle or blocked', () => {
  expect(modelOf(twoTasks).loop.map(({ state, end }) => [state, end])).toEqual([
    ['running', 0], ['running', 0], ['running', 0], ['idle', 1], ['running', 1], ['blocked', 1.5], ['running', 1.5], ['running', 1.5],
  ]);
});

test('lanes: loop, tasks under their creators, timers', () => {
  const lanes = modelOf(twoTasks).lanes();
  expect(lanes.map((lane) => (lane.kind === 'task' ? `${' '.repeat(lane.task.depth)}${lane.task.name}` : lane.kind))).toEqual(['loop', 'Task-1', ' A', ' B', 'timers', 'timers']);
});

test('the model is whole after each portion, however the stream is cut', () => {
  const whole = modelOf(twoTasks);
  const pieces = modelOf([]);
  for (const event of twoTasks) pieces.push([event]);
  expect(pieces.lanes()).toEqual(whole.lanes());
  expect(pieces.stops).toEqual(whole.stops);
});

test('places on the step axis grow with the events, and lead back', () => {
  const model = modelOf(twoTasks);
  let before = -1;
  for (const { seq } of model.events) {
    const place = model.columnOf(seq);
    expect(place).toBeGreaterThan(before);
    expect(model.seqOfColumn(place)).toBe(seq);
    before = place;
  }
});

test('lines written in pieces are one line', () => {
  expect(outputLines(modelOf(twoTasks).output).map(({ text, seq }) => [text, seq])).toEqual([['A start', 13], ['A end', 36], ['B end', 40]]);
});

test('a busy wait is told after the step that it belongs to, and is cut out of it', () => {
  const model = modelOf(stream(
    { type: 'task_created', task: 1, name: 'hog', function: 'hog' },
    { type: 'task_step_started', task: 1, how: 'first', line: 3 },
    { type: 'output', stream: 'stdout', text: 'done\n', task: 1, t: 1 },
    { type: 'task_finished', task: 1, outcome: 'returned', t: 1 },
    { type: 'task_step_finished', task: 1, outcome: 'finished', t: 1 },
    { type: 'clock_advanced', from: 0, to: 1, cause: 'busy_wait' },
    { type: 'run_finished', exit: 0, virtual_seconds: 1, t: 1 },
  ));
  for (const spans of [model.loop, model.tasks.get(1)!.spans]) {
    expect(spans.map(({ state, start, end }) => [state, start, end])).toEqual([['running', 0, 0], ['blocked', 0, 1], ['running', 1, 1]]);
    expect(spans[1]!.label).toBe('a busy wait');
  }
});
