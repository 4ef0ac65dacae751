import { expect, test } from 'vitest';
import { check, matches, timeOf } from '../../../web/src/course/check.ts';
import { modelOf, twoTasks } from '../trace/stream.ts';

const model = modelOf(twoTasks);
const order = { id: 'o', kind: 'order', prompt: '', key: { from: 'output_lines' } };

test('the key is read off the run', () => {
  expect(check(model, { id: 'n', kind: 'number', prompt: '', key: { from: 'virtual_seconds' } }, 1.5)).toEqual({ correct: true, key: 1.5 });
  expect(check(model, { id: 'n', kind: 'number', prompt: '', key: { from: 'virtual_seconds' } }, 1)!.correct).toBe(false);
  expect(timeOf(model, { prints: 'A end' })).toBe(1.5);
});

test('an order that rests on equal deadlines is right, any other is not', () => {
  expect(check(model, order, ['A start', 'A end', 'B end'])).toMatchObject({ correct: true });
  expect(check(model, order, ['A start', 'B end', 'A end'])).toMatchObject({ correct: true, tie: true });
  expect(check(model, { ...order, ties: 'reject' }, ['A start', 'B end', 'A end'])!.correct).toBe(false);
  expect(check(model, order, ['A end', 'A start', 'B end'])!.correct).toBe(false);
  expect(check(model, order, ['A start', 'A end'])!.correct).toBe(false);
});

test('a pattern covers the whole text', () => {
  expect(matches('B *', 'B end')).toBe(true);
  expect(matches('B', 'B end')).toBe(false);
  expect(matches('*(2.0)*', 'took (2.0) s')).toBe(true);
});
