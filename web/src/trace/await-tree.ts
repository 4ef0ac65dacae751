// The awaited-by tree at a moment, as `python -m asyncio pstree` draws it: who waits for whom. Pure.
import type { TraceModel } from './model.ts';
import type { RunState, TaskNow } from './run-state.ts';

export interface AwaitNode {
  task: TaskNow;
  /** how it waits for the ones below: "gather", "TaskGroup" ... */
  through: string;
  /** coroutines inside the task, outermost first */
  frames: string[];
  children: AwaitNode[];
}

export function awaitTree(model: TraceModel, now: RunState): AwaitNode[] {
  const awaited = new Map<number, number[]>(); // task -> tasks it waits for
  const hasParent = new Set<number>();
  const edge = (waiter: number, task: number) => {
    if (!now.tasks.has(task) || waiter === task) return;
    const list = awaited.get(waiter) ?? [];
    if (!list.includes(task)) awaited.set(waiter, [...list, task]);
    hasParent.add(task);
  };
  for (const task of now.tasks.values()) if (task.state === 'waiting' && task.future) edge(task.id, task.future);
  for (const [future, waiters] of now.awaiters) for (const waiter of waiters) edge(waiter, future);

  const live = [...now.tasks.values()].filter(({ id, state }) => !['returned', 'raised', 'cancelled'].includes(state) && !model.tasks.get(id)?.internal);
  const node = (task: TaskNow, path: ReadonlySet<number>): AwaitNode => ({
    task,
    through: task.state === 'waiting' && !now.tasks.has(task.future) ? model.awaited(task.future) : '',
    frames: (now.awaits.get(task.id) ?? []).filter(({ label }) => label).map(({ label, line }) => (line ? `${label}, line ${line}` : label)),
    children: (awaited.get(task.id) ?? [])
      .filter((id) => !path.has(id) && live.some((other) => other.id === id))
      .map((id) => node(now.tasks.get(id)!, new Set(path).add(task.id))),
  });
  const roots = live.filter(({ id }) => !hasParent.has(id));
  // In a deadlock all wait in a circle: begin with the first of them.
  const shown = roots.length > 0 || live.length === 0 ? roots : [live[0]!];
  return shown.map((task) => node(task, new Set([task.id])));
}
