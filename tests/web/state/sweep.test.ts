import { expect, test } from 'vitest';
import { firstDifference, sweep, type Sample } from '../../../web/src/state/sweep.ts';

const ran = (value: number, output: string, trouble = ''): Sample => ({ value, total: value, output, trouble });
const patience = async (value: number) => ran(value, value > 2 ? 'eaten\n' : 'left\n');

test('the boundary between two outcomes is found, finer than the grid', async () => {
  const { stretches, numbersAside } = await sweep({ min: 0, max: 9, integer: false }, patience);
  expect(numbersAside).toBe(false);
  expect(stretches).toHaveLength(2);
  expect(stretches[0]!.first.output).toBe('left\n');
  expect(stretches[0]!.to).toBeLessThanOrEqual(2);
  expect(stretches[1]!.from).toBeGreaterThan(2);
  expect(stretches[1]!.from - stretches[0]!.to).toBeLessThan(0.01);
  expect([stretches[0]!.from, stretches[1]!.to]).toEqual([0, 9]);
});

test('whole numbers stay whole, and each is tried where they are few', async () => {
  const tried: number[] = [];
  const { stretches } = await sweep({ min: 1, max: 12, integer: true }, async (value) => (tried.push(value), ran(value, value >= 7 ? 'b' : 'a')));
  expect(tried).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
  expect(stretches.map(({ from, to }) => [from, to])).toEqual([[1, 6], [7, 12]]);
});

test('a number that is printed does not make an outcome of its own', async () => {
  const { stretches, numbersAside } = await sweep({ min: 0, max: 10, integer: false }, async (value) => ran(value, `${value > 4 ? 'late' : 'early'} at ${value} s`));
  expect(numbersAside).toBe(true);
  expect(stretches).toHaveLength(2);
  expect(stretches[1]!.from).toBeCloseTo(4, 1);
});

test('how it ends is an outcome, too', async () => {
  const { stretches } = await sweep({ min: 0, max: 1, integer: false }, async (value) => ran(value, '', value < 0.5 ? 'TimeoutError' : ''));
  expect(stretches.map(({ first }) => first.trouble)).toEqual(['TimeoutError', '']);
});

test('it stops when it is no longer wanted', async () => {
  let runs = 0;
  const { samples } = await sweep({ min: 0, max: 1, integer: false }, async (value) => (runs++, ran(value, '')), () => runs >= 3);
  expect(samples).toHaveLength(3);
});

test('the first line that differs', () => {
  expect(firstDifference('a\nb\n', 'a\nc\n')).toEqual({ line: 2, one: 'b', other: 'c' });
  expect(firstDifference('a\n', 'a\nc\n')).toEqual({ line: 2, one: undefined, other: 'c' });
  expect(firstDifference('a\n', 'a\n')).toBeUndefined();
});
