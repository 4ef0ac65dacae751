import { expect, test } from 'vitest';
import { activities, matches } from '../../../web/src/course/activities.ts';
import { modelOf, twoTasks } from '../trace/stream.ts';

const model = modelOf(twoTasks);

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
