import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Portions } from '../../../web/src/state/portions.ts';

let now = 0;

beforeEach(() => {
  now = 0;
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const slow = (taken: number[]) => new Portions<number>((portion) => {
  taken.push(portion);
  now += 3;
});

test('a few portions are taken in order, before done resolves', async () => {
  const taken: number[] = [];
  const portions = slow(taken);
  portions.push(1);
  portions.push(2);
  expect(taken).toEqual([]);
  expect(await portions.done()).toBe(true);
  expect(taken).toEqual([1, 2]);
});

test('many are taken a few at a time, and the page has its turn between', async () => {
  const taken: number[] = [];
  const portions = slow(taken);
  for (let i = 0; i < 10; i++) portions.push(i);
  vi.advanceTimersToNextTimer();
  expect(taken).toEqual([0, 1, 2]);
  const done = portions.done();
  expect(taken.length).toBe(6);
  vi.runAllTimers();
  expect(await done).toBe(true);
  expect(taken).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('what is cleared is not taken, and done says so', async () => {
  const taken: number[] = [];
  const portions = slow(taken);
  for (let i = 0; i < 10; i++) portions.push(i);
  const done = portions.done();
  portions.clear();
  expect(await done).toBe(false);
  vi.runAllTimers();
  expect(taken).toEqual([0, 1, 2]);
});
