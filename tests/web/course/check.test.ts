import { expect, test } from 'vitest';
import { activities, matches } from '../../../web/src/course/activities.ts';
import { check, holds, keyOf, type Runner } from '../../../web/src/course/check.ts';
import type { Predicate, Question } from '../../../web/src/course/scenario.ts';
import { modelOf, twoTasks } from '../trace/stream.ts';

const model = modelOf(twoTasks);
const runner: Runner = async () => model;
const order: Question = { id: 'o', kind: 'order', prompt: '', key: { from: 'output_lines' } };
const says = (p: Predicate) => holds(p, model, 'await asyncio.gather(a(), b())', runner);

test('the key is read off the run', async () => {
  const total: Question = { id: 'n', kind: 'number', prompt: '', key: { from: 'virtual_seconds' } };
  expect(await check(total, 1.5, runner)).toMatchObject({ correct: true, key: 1.5 });
  expect((await check(total, 1, runner)).correct).toBe(false);
  expect(keyOf(model, { from: 'time_of', of: { prints: 'A end' } })).toBe(1.5);
  expect(keyOf(model, { from: 'gap', of: [{ who: 'a', does: 'starts' }, { who: 'b', does: 'raises' }] })).toBe(1.5);
  expect(keyOf(model, { from: 'task_order', does: 'ends' })).toEqual(['A', 'B']);
  expect(keyOf(model, { from: 'task_state', who: 'B', at: { time: 0.5 } })).toBe('waiting');
  expect(keyOf(model, { from: 'blocked' })).toBe(0.5);
  expect(keyOf(model, { from: 'timeline', who: ['a', 'b'] })).toEqual([
    { task: 'a', start: 0, end: 1.5, outcome: 'returned' }, { task: 'b', start: 0, end: 1.5, outcome: 'raised' },
  ]);
});

test('an order that rests on equal deadlines is right, any other is not', async () => {
  const judged = async (answer: string[], question = order) => (await check(question, answer, runner)).correct;
  expect(await judged(['A start', 'A end', 'B end'])).toBe(true);
  expect(await check(order, ['A start', 'B end', 'A end'], runner)).toMatchObject({ correct: true, tie: true });
  expect(await judged(['A start', 'B end', 'A end'], { ...order, ties: 'reject' })).toBe(false);
  expect(await judged(['A end', 'A start', 'B end'])).toBe(false);
  expect(await judged(['A start', 'A end'])).toBe(false);
});

test('predicates are decided by the run', async () => {
  expect(await says({ all: [{ total: 1.5 }, { overlapped: ['a', 'b'] }, { not: { problem: 'never_awaited' } }] })).toBe(true);
  expect(await says({ ended: 'b', as: 'raised' })).toBe(true);
  expect(await says({ order: [{ prints: 'A start' }, { prints: 'A end' }, { prints: 'B end' }] })).toBe(true);
  expect(await says({ order: [{ prints: 'B end' }, { prints: 'A end' }] })).toBe(false);
  expect(await says({ occurs: { prints: '* end' }, times: 2, between: [1, 2] })).toBe(true);
  expect(await says({ concurrency: '?', is: 0 })).toBe(true);
  expect(await says({ concurrency: 'A', is: 1 })).toBe(true);
  expect(await says({ output: ['A *', 'A end', 'B end'] })).toBe(true);
  expect(await says({ calls: 'asyncio.gather' })).toBe(true);
  expect(await says({ calls: 'asyncio.wait' })).toBe(false);
  await expect(says({ head: 1 } as unknown as Predicate)).rejects.toThrow();
});

test('a choice is right when the chosen hold and the others do not', async () => {
  const question: Question = {
    id: 'c', kind: 'choice', prompt: '', options: [{ id: 'one', text: '', when: { total: 1.5 } }, { id: 'two', text: '', when: { total: 2 }, feedback: 'Too long.' }],
  };
  expect(await check(question, 'one', runner)).toEqual({ correct: true, feedback: [] });
  expect(await check(question, 'two', runner)).toEqual({ correct: false, feedback: ['Too long.'] });
});

test('a pattern covers the whole text', () => {
  expect(matches('B *', 'B end')).toBe(true);
  expect(matches('B', 'B end')).toBe(false);
  expect(matches('*(2.0)*', 'took (2.0) s')).toBe(true);
});

test('activities are tasks, with the time from first step to end', () => {
  expect(activities(model).map(({ name, start, end, outcome }) => [name, start, end, outcome])).toEqual([
    ['Task-1', 0, 1.5, 'left_behind'], ['A', 0, 1.5, 'returned'], ['B', 0, 1.5, 'raised'],
  ]);
});
