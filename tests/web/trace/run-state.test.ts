import { expect, test } from 'vitest';
import { RunState, StateHistory } from '../../../web/src/trace/run-state.ts';
import type { TraceEvent } from '../../../web/src/trace/events.generated.ts';
import { stream, twoTasks } from './stream.ts';

test('the ready queue in order, timers, and who waits', () => {
  const history = new StateHistory(twoTasks);
  expect(history.at(8).ready.map(({ task }) => task)).toEqual([2, 3]);
  expect(history.at(21).timersByDeadline().map(({ task, deadline }) => [task, deadline])).toEqual([[2, 1], [3, 1]]);
  expect(history.at(21).tasks.get(1)).toMatchObject({ state: 'waiting', future: 4, line: 13 });
  expect(history.at(25).ready.map(({ handle, reason }) => [handle, reason])).toEqual([[4, 'timer'], [5, 'timer']]);
  expect(history.at(33).ready.map(({ task }) => task)).toEqual([2, 3]);
  expect(history.at(43).tasks.get(3)!.state).toBe('raised');
});

test('any order of looking gives the same states, also past snapshots', () => {
  const events: TraceEvent[] = stream(
    { type: 'task_created', task: 1, name: 'T', function: 'main' },
    ...Array.from({ length: 6000 }, (_, i) =>
      i % 3 === 0
        ? ({ type: 'task_scheduled', handle: i, task: 1, reason: 'yielded' } as const)
        : i % 3 === 1
          ? ({ type: 'task_step_started', task: 1, handle: i - 1, how: 'resumed', line: i } as const)
          : ({ type: 'task_step_finished', task: 1, outcome: 'yielded', line: i } as const),
    ),
  );
  const history = new StateHistory(events);
  const plain = (seq: number) => {
    const state = new RunState();
    for (const event of events.slice(0, seq + 1)) state.apply(event);
    return state;
  };
  for (const seq of [5999, 10, 3000, 2999, 4500, 0, 5998]) expect(history.at(seq)).toEqual(plain(seq));
});
