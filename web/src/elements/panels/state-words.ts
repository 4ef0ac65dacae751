// The state of a task at a step, in words with an icon, and the colour that goes with it.
import type { TaskNow, TaskState } from '../../trace/run-state.ts';
import type { TraceModel } from '../../trace/model.ts';
import { waits } from '../../trace/words.ts';
import { seconds } from '../shared.ts';

export const TASK_STATES: Record<TaskState, { icon: string; word: string; color: string }> = {
  created: { icon: '○', word: 'created', color: 'edge-strong' },
  ready: { icon: '◔', word: 'ready', color: 'ready' },
  running: { icon: '▶', word: 'running', color: 'running' },
  waiting: { icon: '‖', word: 'waiting', color: 'waiting' },
  returned: { icon: '✓', word: 'done', color: 'done' },
  raised: { icon: '✗', word: 'failed', color: 'failed' },
  cancelled: { icon: '⊘', word: 'cancelled', color: 'cancelled' },
};

export function stateOf(model: TraceModel, task: TaskNow): { icon: string; word: string; color: string } {
  if (task.state !== 'waiting') return TASK_STATES[task.state];
  const info = model.futures.get(task.future);
  const timer = info && model.timers.get(info.timer);
  if (info?.kind === 'sleep') return { icon: '☾', word: timer ? `sleeping until ${seconds(timer.deadline)} s` : 'sleeping', color: 'sleeping' };
  const what = model.awaited(task.future);
  return { ...TASK_STATES.waiting, word: what ? waits(what) : 'waiting' };
}
