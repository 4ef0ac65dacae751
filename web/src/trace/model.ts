// Folds the event stream into what a picture of the whole run needs: lanes with spans, clock jumps, output, problems.
// Pure: no DOM, no engine. Events may come in any number of portions; after each the model is whole.
import type {
  Diagnosis, ExceptionUnhandled, DeadlockDetected, LimitReached, RunFinished, ScheduleReason, TaskId, TaskOutcome, TraceEvent, WarningIssued,
} from './events.generated.ts';

export type SpanState = 'ready' | 'running' | 'waiting' | 'sleeping' | 'blocked' | 'idle' | 'thread' | 'timer';

/** A stretch of a lane. `from`/`to` are events (seq), `start`/`end` virtual seconds. */
export interface Span {
  state: SpanState;
  from: number;
  to: number;
  start: number;
  end: number;
  /** line of the program, 0 for none */
  line: number;
  /** what it waits for: a future or task; loop lane: the task that holds the loop */
  ref: number;
  /** in words, where the state does not say enough: what is awaited, what blocks */
  label: string;
}

export interface Task {
  id: TaskId;
  name: string;
  function: string;
  creator: TaskId;
  createdSeq: number;
  createdAt: number;
  createdLine: number;
  finishedSeq: number; // -1 while it is not done
  finishedAt: number;
  finishedLine: number;
  outcome?: TaskOutcome;
  value?: string;
  exception?: string;
  message?: string;
  spans: Span[];
  /** requests to cancel: seq and time */
  cancels: { seq: number; t: number; by: TaskId; delivered: boolean }[];
  wakes: { seq: number; t: number; by: TaskId; reason: ScheduleReason }[];
  depth: number;
  /** made by asyncio.run itself to clean up; real, but of no interest to a learner */
  internal: boolean;
}

export interface Jump {
  seq: number;
  from: number;
  to: number;
  cause: 'idle' | 'blocking' | 'busy_wait';
  task: TaskId;
  function: string;
  line: number;
}

export interface OutputPiece {
  seq: number;
  t: number;
  stream: 'stdout' | 'stderr';
  text: string;
  task: TaskId;
  line: number;
}

export interface Thread {
  id: number;
  name: string;
  function: string;
  task: TaskId;
  spans: Span[];
}

export interface Timer {
  handle: number;
  kind: string;
  label: string;
  task: TaskId;
  future: number;
  deadline: number;
  order: number;
  addedSeq: number;
  addedAt: number;
  line: number;
  /** -1 while it waits */
  endSeq: number;
  endAt: number;
  fired: boolean;
}

export interface FutureInfo {
  kind: string;
  label: string;
  timer: number;
  line: number;
}

export type Problem = WarningIssued | ExceptionUnhandled | DeadlockDetected | LimitReached | Diagnosis;

/** Something that has lines in the program and is drawn as one row. */
export type Lane =
  | { kind: 'loop'; spans: Span[] }
  | { kind: 'task'; task: Task; spans: Span[] }
  | { kind: 'thread'; thread: Thread; spans: Span[] }
  | { kind: 'timers'; row: number; spans: Span[] };

export class TraceModel {
  readonly events: TraceEvent[] = [];
  readonly tasks = new Map<TaskId, Task>();
  readonly threads = new Map<number, Thread>();
  readonly timers = new Map<number, Timer>();
  readonly futures = new Map<number, FutureInfo>();
  readonly loop: Span[] = [];
  readonly jumps: Jump[] = [];
  readonly output: OutputPiece[] = [];
  readonly problems: Problem[] = [];
  /** Where each granularity of stepping stops. A step of a task or a jump of the clock is a column of the step axis. */
  readonly stops = { iteration: [] as number[], step: [] as number[], line: [] as number[] };
  /** Column 0 is what lies before the first step. */
  readonly columns: number[] = [0];
  /** line of the program -> each event at which it is about to run; only in runs with line events */
  readonly lines = new Map<number, number[]>();
  finished: RunFinished | undefined;

  private readonly runningTasks: TaskId[] = [];
  private readonly syncNames = new Map<number, string>();

  get end(): number {
    return this.finished?.virtual_seconds ?? this.events.at(-1)?.t ?? 0;
  }

  get lastSeq(): number {
    return Math.max(0, this.events.length - 1);
  }

  push(events: readonly TraceEvent[]): void {
    for (const event of events) {
      this.events.push(event);
      this.fold(event);
    }
  }

  timeAt(seq: number): number {
    return this.events[Math.min(seq, this.lastSeq)]?.t ?? 0;
  }

  /** Place of an event on the step axis: columns have width 1, events share theirs evenly. */
  columnOf(seq: number): number {
    const { columns } = this;
    const k = lastAtMost(columns, seq);
    const start = columns[k]!;
    const next = columns[k + 1] ?? this.events.length;
    return k + (seq - start) / Math.max(1, next - start);
  }

  /** The first event at or after a place on the step axis. */
  seqOfColumn(place: number): number {
    const { columns } = this;
    const k = Math.max(0, Math.min(columns.length - 1, Math.floor(place)));
    const start = columns[k]!;
    const next = columns[k + 1] ?? this.events.length;
    return Math.min(this.lastSeq, start + Math.round((place - k) * (next - start)));
  }

  /** The last event at or before a moment. */
  seqOfTime(t: number): number {
    let low = 0;
    let high = this.lastSeq;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.events[middle]!.t <= t) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  name(task: TaskId): string {
    return this.tasks.get(task)?.name ?? '';
  }

  /** The loop first, then tasks under their creators, then threads, then timers packed into few rows. */
  lanes(): Lane[] {
    const lanes: Lane[] = [{ kind: 'loop', spans: this.loop }];
    const children = new Map<TaskId, Task[]>();
    for (const task of this.tasks.values()) {
      if (task.internal) continue;
      const creator = this.tasks.has(task.creator) ? task.creator : 0;
      const siblings = children.get(creator);
      if (siblings) siblings.push(task);
      else children.set(creator, [task]);
    }
    const open = [...(children.get(0) ?? [])].reverse().map((task) => ({ task, depth: 0 }));
    while (open.length > 0) {
      const { task, depth } = open.pop()!;
      task.depth = depth;
      lanes.push({ kind: 'task', task, spans: task.spans });
      for (const child of (children.get(task.id) ?? []).toReversed()) open.push({ task: child, depth: depth + 1 });
    }
    for (const thread of this.threads.values()) lanes.push({ kind: 'thread', thread, spans: thread.spans });
    lanes.push(...this.timerLanes());
    return lanes;
  }

  private timerLanes(): Lane[] {
    const rows: Span[][] = [];
    for (const timer of this.timers.values()) {
      const to = timer.endSeq < 0 ? this.lastSeq : timer.endSeq;
      const span: Span = {
        state: 'timer', from: timer.addedSeq, to, start: timer.addedAt, end: timer.endSeq < 0 ? this.end : timer.endAt, line: timer.line, ref: timer.handle,
        label: timerWords(timer.kind, timer.label) + (timer.task ? ` of ${this.name(timer.task)}` : ''),
      };
      const row = rows.find((spans) => spans.at(-1)!.to <= span.from);
      if (row) row.push(span);
      // A thousand timers at once need no thousand rows: the rest is in the list of timers.
      else if (rows.length < MAX_TIMER_ROWS) rows.push([span]);
    }
    return rows.map((spans, row) => ({ kind: 'timers', row, spans }));
  }

  private fold(e: TraceEvent): void {
    const { seq, t } = e;
    switch (e.type) {
      case 'run_finished':
        this.finished = e;
        for (const task of this.tasks.values()) if (task.finishedSeq < 0) close(task.spans, seq, t);
        close(this.loop, seq, t);
        this.stopAt(seq);
        this.stops.iteration.push(seq);
        break;
      case 'iteration_started':
        this.stops.iteration.push(seq);
        break;
      case 'lines_left_out':
        this.stops.line.push(seq);
        break;
      case 'line_reached':
        this.stops.line.push(seq);
        if (this.lines.has(e.line)) this.lines.get(e.line)!.push(seq);
        else this.lines.set(e.line, [seq]);
        break;
      case 'clock_advanced': {
        this.jumps.push({ seq, from: e.from, to: e.to, cause: e.cause, task: e.task ?? 0, function: e.function ?? '', line: e.line ?? 0 });
        if (e.cause === 'idle') {
          this.stopAt(seq);
          this.loop.push({ state: 'idle', from: seq, to: seq, start: e.from, end: e.to, line: 0, ref: 0, label: '' });
        } else {
          // A call that holds the loop: it is cut out of the step, in the task's lane and in the loop's.
          const label = e.function ?? (e.cause === 'busy_wait' ? 'a busy wait' : 'a blocking call');
          // A busy wait is known only when time has moved on, possibly after the step.
          const holder = this.runningTasks.at(-1) ?? this.loop.findLast(({ state }) => state === 'running')?.ref ?? 0;
          for (const spans of [this.tasks.get(holder)?.spans, this.loop]) {
            if (spans) cutBlocked(spans, { state: 'blocked', from: Math.max(0, seq - 1), to: seq, start: e.from, end: e.to, line: e.line ?? 0, ref: holder, label });
          }
        }
        break;
      }
      case 'timer_added':
        this.timers.set(e.handle, {
          handle: e.handle, kind: e.kind, label: e.label ?? '', task: e.task ?? 0, future: e.future ?? 0, deadline: e.deadline, order: e.order,
          addedSeq: seq, addedAt: t, line: e.line ?? 0, endSeq: -1, endAt: t, fired: false,
        });
        if (e.future) {
          const future = this.futures.get(e.future);
          if (future) future.timer = e.handle;
        }
        break;
      case 'timer_fired':
      case 'timer_cancelled': {
        const timer = this.timers.get(e.handle);
        if (timer) {
          timer.endSeq = seq;
          timer.endAt = t;
          timer.fired = e.type === 'timer_fired';
        }
        break;
      }
      case 'future_created':
        this.futures.set(e.future, { kind: e.kind, label: e.label ?? '', timer: 0, line: e.line ?? 0 });
        break;
      case 'request_started': {
        const future = this.futures.get(e.future ?? 0);
        if (future) future.label = `the answer to ${e.method} ${e.url}`;
        break;
      }
      case 'sync_created':
        this.syncNames.set(e.sync, e.name ?? (e.kind === 'event' ? 'an event' : `a ${e.kind}`));
        break;
      case 'waiter_added': {
        const future = this.futures.get(e.future);
        if (future && !future.label) future.label = this.syncNames.get(e.sync) ?? '';
        break;
      }
      case 'task_created':
        this.tasks.set(e.task, {
          id: e.task, name: e.name, function: e.function, creator: e.creator ?? 0, createdSeq: seq, createdAt: t, createdLine: e.line ?? 0,
          finishedSeq: -1, finishedAt: t, finishedLine: 0, spans: [], cancels: [], wakes: [], depth: 0, internal: e.function.startsWith('asyncio.BaseEventLoop.'),
        });
        break;
      case 'task_renamed': {
        const task = this.tasks.get(e.task);
        if (task) task.name = e.name;
        break;
      }
      case 'task_scheduled': {
        const task = this.tasks.get(e.task);
        if (!task) break;
        task.wakes.push({ seq, t, by: e.by ?? 0, reason: e.reason });
        // One that yields is still in its step; the step's end opens the span.
        if (task.spans.at(-1)?.state === 'running' && task.spans.at(-1)!.to < 0) break;
        open(task.spans, 'ready', seq, t, 0, 0, e.reason);
        break;
      }
      case 'task_step_started': {
        const task = this.tasks.get(e.task);
        this.runningTasks.push(e.task);
        if (task) open(task.spans, 'running', seq, t, e.line ?? 0, 0, '');
        if (task?.internal) break;
        this.columns.push(seq);
        this.stops.step.push(seq);
        open(this.loop, 'running', seq, t, e.line ?? 0, e.task, task?.name ?? '');
        break;
      }
      case 'task_step_finished': {
        this.runningTasks.pop();
        close(this.loop, seq, t);
        const task = this.tasks.get(e.task);
        if (!task) break;
        close(task.spans, seq, t);
        if (e.outcome === 'yielded') open(task.spans, 'ready', seq, t, e.line ?? 0, 0, 'yielded');
        if (e.outcome === 'suspended') {
          const future = this.futures.get(e.future ?? 0);
          const sleeping = future?.kind === 'sleep';
          open(task.spans, sleeping ? 'sleeping' : 'waiting', seq, t, e.line ?? 0, e.future ?? 0, sleeping ? '' : this.awaited(e.future ?? 0));
        }
        break;
      }
      case 'task_finished': {
        const task = this.tasks.get(e.task);
        if (!task) break;
        Object.assign(task, {
          finishedSeq: seq, finishedAt: t, finishedLine: e.line ?? 0, outcome: e.outcome, value: e.value, exception: e.exception, message: e.message,
        });
        break;
      }
      case 'cancel_requested':
        this.tasks.get(e.task)?.cancels.push({ seq, t, by: e.by ?? 0, delivered: false });
        break;
      case 'cancel_delivered': {
        const request = this.tasks.get(e.task)?.cancels.findLast((cancel) => !cancel.delivered);
        if (request) request.delivered = true;
        break;
      }
      case 'thread_started':
        this.threads.set(e.thread, { id: e.thread, name: e.name, function: e.function, task: e.task ?? 0, spans: [] });
        open(this.threads.get(e.thread)!.spans, 'thread', seq, t, e.line ?? 0, 0, e.function);
        break;
      case 'thread_blocked': {
        const thread = this.threads.get(e.thread);
        if (thread) open(thread.spans, 'waiting', seq, t, e.line ?? 0, 0, e.function);
        break;
      }
      case 'thread_finished': {
        const thread = this.threads.get(e.thread);
        if (thread) close(thread.spans, seq, t);
        break;
      }
      case 'output':
        this.output.push({ seq, t, stream: e.stream, text: e.text, task: e.task ?? 0, line: e.line ?? 0 });
        break;
      case 'warning_issued':
      case 'exception_unhandled':
      case 'deadlock_detected':
      case 'limit_reached':
      case 'diagnosis':
        this.problems.push(e);
        break;
      default:
        break;
    }
  }

  private stopAt(seq: number): void {
    this.columns.push(seq);
    this.stops.step.push(seq);
    this.stops.line.push(seq);
  }

  /** What a future is, in a learner's words. */
  awaited(future: number): string {
    const task = this.tasks.get(future);
    if (task) return task.name;
    const info = this.futures.get(future);
    if (!info) return '';
    if (info.label) return info.label;
    return FUTURE_WORDS[info.kind] ?? info.kind;
  }
}

const MAX_TIMER_ROWS = 6;

const FUTURE_WORDS: Record<string, string> = {
  user: 'a future', sleep: 'a timer', gather: 'gather()', shield: 'shield()', wait: 'wait()', waiter: 'its turn', group: 'its TaskGroup', executor: 'a thread',
  network: 'the network', internal: 'the loop',
};

/** A timer in a learner's words: its callback's name only where the program gave it. */
export function timerWords(kind: string, label: string): string {
  return kind === 'call_later' && label ? label : kind.replaceAll('_', ' ');
}

/** A callback of the loop's machinery by what it serves: `_wait.<locals>._on_completion` belongs to wait. */
export function callbackWords(label: string): string {
  return label.split('.')[0]!.replace(/^_+/, '').replaceAll('_', ' ');
}

function open(spans: Span[], state: SpanState, seq: number, t: number, line: number, ref: number, label: string): void {
  close(spans, seq, t);
  spans.push({ state, from: seq, to: -1, start: t, end: t, line, ref, label });
}

function close(spans: Span[], seq: number, t: number): void {
  const last = spans.at(-1);
  if (last && last.to < 0) {
    last.to = seq;
    last.end = t;
  }
}

/** Puts a blocked stretch into the step during which it happened. */
function cutBlocked(spans: Span[], blocked: Span): void {
  const at = spans.findLastIndex(({ state, start, end, to }) => state === 'running' && start <= blocked.start && (to < 0 || end >= blocked.end));
  if (at < 0) {
    spans.push(blocked);
    return;
  }
  const step = spans[at]!;
  const open = step.to < 0;
  const from = open ? blocked.from : step.from;
  const to = open ? blocked.to : step.to;
  spans.splice(at, 1, { ...step, to: from, end: blocked.start }, { ...blocked, from, to, line: blocked.line || step.line }, { ...step, from: to, to: open ? -1 : to, start: blocked.end, end: open ? blocked.end : step.end });
}

/** Index of the last item that is at most `value`; 0 when there is none. Items ascend. */
export function lastAtMost(items: readonly number[], value: number): number {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (items[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

export interface OutputLine {
  seq: number;
  t: number;
  stream: 'stdout' | 'stderr';
  text: string;
  task: TaskId;
  line: number;
}

/** Whole lines; a line that is written in pieces belongs to the event that began it. */
export function outputLines(pieces: readonly OutputPiece[]): OutputLine[] {
  const lines: OutputLine[] = [];
  const unfinished: Partial<Record<'stdout' | 'stderr', OutputLine>> = {};
  for (const piece of pieces) {
    const parts = piece.text.split('\n');
    parts.forEach((text, i) => {
      const before = unfinished[piece.stream];
      if (before && i === 0) before.text += text;
      else if (i < parts.length - 1 || text !== '') lines.push({ ...piece, text });
      const line = before && i === 0 ? before : lines.at(-1);
      unfinished[piece.stream] = i === parts.length - 1 && (text !== '' || (before && i === 0)) ? line : undefined;
    });
  }
  return lines;
}
