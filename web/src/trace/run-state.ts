// The state of a run just after any of its events: who is ready, who waits for what, the timers, the awaits of a task.
// Going to an event means applying the events since the nearest snapshot; snapshots are taken on the way.
import { callbackWords, timerWords } from './model.ts';
import type { ContextId, HandleId, LoopId, TaskId, TaskOutcome, TraceEvent } from './events.generated.ts';

export type TaskState = 'created' | 'ready' | 'running' | 'waiting' | TaskOutcome;

export interface TaskNow {
  id: TaskId;
  name: string;
  state: TaskState;
  /** since when it is in this state */
  since: number;
  future: number;
  line: number;
  creator: TaskId;
  /** requests to cancel that were not taken back */
  cancels: number;
  context: ContextId;
  /** freed though it was not done */
  destroyed: boolean;
}

export interface ReadyEntry {
  handle: HandleId;
  loop: LoopId;
  task: TaskId;
  label: string;
  reason: string;
}

export interface TimerNow {
  handle: HandleId;
  loop: LoopId;
  deadline: number;
  order: number;
  kind: string;
  label: string;
  task: TaskId;
  future: number;
}

export interface AwaitFrame {
  depth: number;
  /** of a coroutine; empty for a future, which `future` names */
  label: string;
  line: number;
  future: number;
}

export interface SyncNow {
  id: number;
  kind: string;
  name: string;
  value: number;
  size: number;
  waiters: { future: number; side: string; task: TaskId }[];
}

export class RunState {
  seq = -1;
  t = 0;
  line = 0;
  iteration = 0;
  handle = 0;
  tasks = new Map<TaskId, TaskNow>();
  ready: ReadyEntry[] = [];
  timers = new Map<HandleId, TimerNow>();
  running: TaskId[] = [];
  awaits = new Map<TaskId, AwaitFrame[]>();
  syncs = new Map<number, SyncNow>();
  /** future -> tasks that wait for it through gather, wait, shield or a TaskGroup */
  awaiters = new Map<number, TaskId[]>();
  /** those that are not done */
  futures = new Map<number, { kind: string; label: string }>();
  /** loops that run, the outermost first */
  loops: LoopId[] = [];
  /** variables of each context that is not empty, in the order in which they were first set */
  contexts = new Map<ContextId, ReadonlyMap<string, string>>();
  /** members of each TaskGroup that are not done */
  groups = new Map<number, TaskId[]>();

  clone(): RunState {
    const copy = new RunState();
    Object.assign(copy, this);
    copy.tasks = new Map(this.tasks);
    copy.ready = [...this.ready];
    copy.timers = new Map(this.timers);
    copy.running = [...this.running];
    copy.awaits = new Map(this.awaits);
    copy.syncs = new Map(this.syncs);
    copy.awaiters = new Map(this.awaiters);
    copy.futures = new Map(this.futures);
    copy.loops = [...this.loops];
    copy.contexts = new Map(this.contexts);
    copy.groups = new Map(this.groups);
    return copy;
  }

  get size(): number {
    return this.tasks.size + this.timers.size + this.awaits.size + this.syncs.size + this.awaiters.size + this.futures.size + this.ready.length + this.contexts.size;
  }

  /** Timers in the order in which they will fire. */
  timersByDeadline(): TimerNow[] {
    return [...this.timers.values()].sort((a, b) => a.deadline - b.deadline || a.order - b.order);
  }

  // Entries are replaced, never changed: snapshots share them.
  apply(e: TraceEvent): void {
    this.seq = e.seq;
    this.t = e.t;
    if ('line' in e && e.line && this.tells(e)) this.line = e.line;
    switch (e.type) {
      case 'iteration_started':
        this.iteration = e.iteration;
        break;
      case 'task_created':
        this.tasks.set(e.task, { id: e.task, name: e.name, state: 'created', since: e.t, future: 0, line: e.line ?? 0, creator: e.creator ?? 0, cancels: 0, context: e.context ?? 0, destroyed: false });
        break;
      case 'task_destroyed':
        this.change(e.task, { destroyed: true });
        break;
      case 'cancel_requested':
      case 'task_uncancelled':
        this.change(e.task, { cancels: e.requests });
        break;
      case 'task_renamed':
        this.change(e.task, { name: e.name });
        break;
      case 'task_scheduled':
        this.ready.push({ handle: e.handle, loop: this.loopOf(e.loop), task: e.task, label: '', reason: e.reason });
        if (this.tasks.get(e.task)?.state !== 'running') this.change(e.task, { state: 'ready', since: e.t, future: 0 });
        break;
      case 'task_step_started':
        if (e.handle) this.take(e.handle);
        this.running.push(e.task);
        this.change(e.task, { state: 'running', since: e.t, future: 0, line: e.line ?? 0 });
        break;
      case 'task_step_finished': {
        this.running.pop();
        if (e.outcome === 'suspended') this.change(e.task, { state: 'waiting', since: e.t, future: e.future ?? 0, line: e.line ?? 0 });
        if (e.outcome === 'yielded') this.change(e.task, { state: 'ready', since: e.t, line: e.line ?? 0 });
        break;
      }
      case 'task_finished':
        this.change(e.task, { state: e.outcome, since: e.t, future: 0, line: e.line ?? 0 });
        this.awaits.delete(e.task);
        break;
      case 'handle_scheduled':
        this.ready.push({ handle: e.handle, loop: this.loopOf(e.loop), task: 0, label: e.kind === 'callback' || e.kind === 'threadsafe' ? e.label : callbackWords(e.label), reason: e.kind });
        break;
      case 'handle_run_started':
        this.take(e.handle);
        this.handle = e.handle;
        break;
      case 'handle_run_finished':
        this.handle = 0;
        break;
      case 'handle_cancelled':
        this.take(e.handle);
        break;
      case 'timer_added':
        this.timers.set(e.handle, {
          handle: e.handle, loop: this.loopOf(e.loop), deadline: e.deadline, order: e.order, kind: e.kind, label: e.label ?? '', task: e.task ?? 0, future: e.future ?? 0,
        });
        break;
      case 'timer_fired': {
        const timer = this.timers.get(e.handle);
        this.timers.delete(e.handle);
        this.ready.push({ handle: e.handle, loop: timer?.loop ?? 0, task: 0, label: `timer: ${timer ? timerWords(timer.kind, timer.label) : ''}`, reason: 'timer' });
        break;
      }
      case 'timer_cancelled':
        this.timers.delete(e.handle);
        break;
      case 'future_created':
        this.futures.set(e.future, { kind: e.kind, label: e.label ?? '' });
        break;
      case 'request_started': {
        const future = this.futures.get(e.future ?? 0);
        if (future) future.label = `the answer to ${e.method} ${e.url}`;
        break;
      }
      case 'future_resolved':
        this.futures.delete(e.future);
        break;
      case 'await_started':
        if (e.task) this.awaits.set(e.task, [...this.awaitsAbove(e.task, e.depth), { depth: e.depth, label: e.label ?? '', line: e.line ?? 0, future: e.future ?? 0 }]);
        break;
      case 'await_finished':
        if (e.task) this.awaits.set(e.task, this.awaitsAbove(e.task, e.depth));
        break;
      case 'awaiter_added':
        this.awaiters.set(e.future, [...(this.awaiters.get(e.future) ?? []), e.task]);
        break;
      case 'awaiter_removed':
        this.awaiters.set(e.future, without(this.awaiters.get(e.future) ?? [], e.task));
        break;
      case 'sync_created':
        this.syncs.set(e.sync, { id: e.sync, kind: e.kind, name: e.name ?? '', value: e.kind === 'semaphore' ? e.size : 0, size: e.size, waiters: [] });
        break;
      case 'sync_changed': {
        const sync = this.syncs.get(e.sync);
        if (sync) this.syncs.set(e.sync, { ...sync, value: e.value });
        break;
      }
      case 'waiter_added': {
        const sync = this.syncs.get(e.sync);
        if (sync) this.syncs.set(e.sync, { ...sync, waiters: [...sync.waiters, { future: e.future, side: e.side, task: e.task ?? 0 }] });
        break;
      }
      case 'waiter_removed': {
        const sync = this.syncs.get(e.sync);
        if (sync) this.syncs.set(e.sync, { ...sync, waiters: sync.waiters.filter((waiter) => waiter.future !== e.future) });
        break;
      }
      case 'loop_started':
        this.loops.push(e.loop);
        break;
      case 'loop_stopped': {
        const at = this.loops.lastIndexOf(e.loop);
        if (at >= 0) this.loops.splice(at, 1);
        break;
      }
      case 'loop_closed':
        // What has not begun never will.
        for (const { loop, task, reason } of this.ready) if (loop === e.loop && reason === 'created') this.change(task, { state: 'created', since: e.t });
        this.ready = this.ready.filter(({ loop }) => loop !== e.loop);
        for (const [handle, { loop }] of this.timers) if (loop === e.loop) this.timers.delete(handle);
        break;
      case 'context_copied': {
        const from = this.contexts.get(e.from);
        if (from) this.contexts.set(e.context, from);
        break;
      }
      case 'context_var_set':
        this.contexts.set(e.context, new Map(this.contexts.get(e.context)).set(e.name, e.value));
        break;
      case 'context_var_reset': {
        const variables = new Map(this.contexts.get(e.context));
        if (e.value === undefined) variables.delete(e.name);
        else variables.set(e.name, e.value);
        this.contexts.set(e.context, variables);
        break;
      }
      case 'scope_entered':
        if (e.kind === 'task_group') this.groups.set(e.scope, []);
        break;
      case 'scope_exited':
        this.groups.delete(e.scope);
        break;
      case 'task_joined_group':
        this.groups.set(e.scope, [...(this.groups.get(e.scope) ?? []), e.task]);
        break;
      case 'task_left_group':
        if (this.groups.has(e.scope)) this.groups.set(e.scope, without(this.groups.get(e.scope)!, e.task));
        break;
      default:
        break;
    }
  }

  /** Lines of events that lie on the path of execution; a timer's or a request's line is where it was made, too. */
  private tells(e: TraceEvent): boolean {
    return e.type !== 'coroutine_never_awaited' && e.type !== 'deadlock_detected' && e.type !== 'diagnosis';
  }

  private loopOf(named: LoopId | undefined): LoopId {
    return named ?? this.loops.at(-1) ?? 0;
  }

  /** Async generators take part in depths, but no event tells of them: depths may have holes. */
  private awaitsAbove(task: TaskId, depth: number): AwaitFrame[] {
    return (this.awaits.get(task) ?? []).filter((frame) => frame.depth < depth);
  }

  private change(task: TaskId, change: Partial<TaskNow>): void {
    const now = this.tasks.get(task);
    if (now) this.tasks.set(task, { ...now, ...change });
  }

  private take(handle: HandleId): void {
    if (this.ready[0]?.handle === handle) this.ready.shift();
    else this.ready = this.ready.filter((entry) => entry.handle !== handle);
  }
}

function without<T>(items: readonly T[], item: T): T[] {
  const i = items.indexOf(item);
  return i < 0 ? [...items] : items.toSpliced(i, 1);
}

/** States of one run at any event, quickly and in any order. */
export class StateHistory {
  private readonly snapshots: RunState[] = [new RunState()];
  private cursor = new RunState();

  constructor(private readonly events: readonly TraceEvent[]) {}

  /** The state just after event `seq`. It is shared: read it, do not keep it across calls. */
  at(seq: number): RunState {
    const target = Math.min(seq, this.events.length - 1);
    const nearest = this.snapshots.findLast((snapshot) => snapshot.seq <= target)!;
    if (this.cursor.seq > target || nearest.seq > this.cursor.seq) this.cursor = nearest.clone();
    for (let i = this.cursor.seq + 1; i <= target; i++) {
      this.cursor.apply(this.events[i]!);
      // The further a state is spread out, the rarer it is kept, so that snapshots cost no more than the events.
      if (i - this.snapshots.at(-1)!.seq >= EVERY + 4 * this.cursor.size) this.snapshots.push(this.cursor.clone());
    }
    return this.cursor;
  }
}

const EVERY = 1000;
