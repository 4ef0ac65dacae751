// Builds event streams by hand, as the engine would write them.
import type { TraceEvent } from '../../../web/src/trace/events.generated.ts';
import { TraceModel } from '../../../web/src/trace/model.ts';

type Loose = { type: TraceEvent['type'] } & Record<string, unknown>;

export function stream(...events: (Loose & { t?: number })[]): TraceEvent[] {
  let t = 0;
  return events.map((event, seq) => {
    t = event.t ?? (event.type === 'clock_advanced' ? (event['to'] as number) : t);
    return { ...event, seq, t } as unknown as TraceEvent;
  });
}

export function modelOf(events: TraceEvent[]): TraceModel {
  const model = new TraceModel();
  model.push(events);
  return model;
}

/** main creates A and B; A sleeps 1 s and blocks for 0.5 s, B sleeps 1 s. */
export const twoTasks = stream(
  { type: 'run_started', schema: 1, program: 'main.py', python: '3.14', seed: 0, categories: 'default' },
  { type: 'task_created', task: 1, name: 'Task-1', function: 'main' },
  { type: 'task_scheduled', handle: 1, task: 1, reason: 'created' },
  { type: 'iteration_started', iteration: 1, ready: 1, timers: 0 },
  { type: 'task_step_started', task: 1, handle: 1, how: 'first', line: 10 },
  { type: 'task_created', task: 2, name: 'A', function: 'a', creator: 1, line: 11 }, // 5
  { type: 'task_scheduled', handle: 2, task: 2, reason: 'created', by: 1 },
  { type: 'task_created', task: 3, name: 'B', function: 'b', creator: 1, line: 12 },
  { type: 'task_scheduled', handle: 3, task: 3, reason: 'created', by: 1 },
  { type: 'future_created', future: 4, kind: 'gather' },
  { type: 'task_step_finished', task: 1, outcome: 'suspended', future: 4, line: 13 }, // 10
  { type: 'iteration_started', iteration: 2, ready: 2, timers: 0 },
  { type: 'task_step_started', task: 2, handle: 2, how: 'first', line: 1 },
  { type: 'output', stream: 'stdout', text: 'A ', task: 2, line: 2 },
  { type: 'output', stream: 'stdout', text: 'start\n', task: 2, line: 2 },
  { type: 'future_created', future: 5, kind: 'sleep', task: 2 }, // 15
  { type: 'timer_added', handle: 4, deadline: 1, order: 1, kind: 'sleep', task: 2, future: 5 },
  { type: 'task_step_finished', task: 2, outcome: 'suspended', future: 5, line: 3 },
  { type: 'task_step_started', task: 3, handle: 3, how: 'first', line: 6 },
  { type: 'future_created', future: 6, kind: 'sleep', task: 3 },
  { type: 'timer_added', handle: 5, deadline: 1, order: 2, kind: 'sleep', task: 3, future: 6 }, // 20
  { type: 'task_step_finished', task: 3, outcome: 'suspended', future: 6, line: 7 },
  { type: 'clock_advanced', from: 0, to: 1, cause: 'idle', handle: 4 },
  { type: 'iteration_started', iteration: 3, ready: 2, timers: 2 },
  { type: 'timer_fired', handle: 4, deadline: 1 },
  { type: 'timer_fired', handle: 5, deadline: 1 }, // 25
  { type: 'handle_run_started', handle: 4 },
  { type: 'future_resolved', future: 5, outcome: 'result' },
  { type: 'task_scheduled', handle: 6, task: 2, reason: 'woken', future: 5 },
  { type: 'handle_run_finished', handle: 4 },
  { type: 'handle_run_started', handle: 5 }, // 30
  { type: 'future_resolved', future: 6, outcome: 'result' },
  { type: 'task_scheduled', handle: 7, task: 3, reason: 'woken', future: 6 },
  { type: 'handle_run_finished', handle: 5 },
  { type: 'task_step_started', task: 2, handle: 6, how: 'resumed', line: 3 },
  { type: 'clock_advanced', from: 1, to: 1.5, cause: 'blocking', task: 2, function: 'time.sleep', line: 4 }, // 35
  { type: 'output', stream: 'stdout', text: 'A end\n', task: 2, line: 5 },
  { type: 'task_finished', task: 2, outcome: 'returned', value: "'a'" },
  { type: 'task_step_finished', task: 2, outcome: 'finished' },
  { type: 'task_step_started', task: 3, handle: 7, how: 'resumed', line: 7 },
  { type: 'output', stream: 'stdout', text: 'B end\n', task: 3, line: 8 }, // 40
  { type: 'task_finished', task: 3, outcome: 'raised', exception: 'ValueError', message: 'no' },
  { type: 'task_step_finished', task: 3, outcome: 'finished' },
  { type: 'run_finished', exit: 0, virtual_seconds: 1.5 },
);
