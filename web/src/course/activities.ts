// Activities of a run: each task, and each coroutine that is awaited inside one. The course's questions speak of them.
import { outputLines, type OutputLine, type TraceModel } from '../trace/model.ts';
import type { EventPattern, Moment } from './scenario.ts';

export interface Activity {
  /** the task's name, and the function's, whole and last part */
  names: string[];
  name: string;
  task: number;
  isTask: boolean;
  createdSeq: number;
  startSeq: number; // -1: it never started
  endSeq: number; // -1: it never ended
  start: number;
  end: number;
  outcome: 'returned' | 'raised' | 'cancelled' | 'left_behind' | 'never_started';
}

export interface Happening {
  seq: number;
  t: number;
}

/** A pattern of the course: `*` stands for any text. */
export function matches(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`).test(text);
}

/** The lines of stdout, as the program printed them. */
export function printed(model: TraceModel): OutputLine[] {
  return outputLines(model.output).filter(({ stream }) => stream === 'stdout');
}

export function activities(model: TraceModel): Activity[] {
  const found: Activity[] = [];
  const stacks = new Map<number, Activity[]>();
  const taskOf = new Map<number, Activity>();
  for (const e of model.events) {
    switch (e.type) {
      case 'task_created': {
        if (model.tasks.get(e.task)?.internal) break;
        const activity: Activity = {
          names: [e.name, e.function, last(e.function)], name: e.name, task: e.task, isTask: true, createdSeq: e.seq, startSeq: -1, endSeq: -1, start: e.t, end: e.t, outcome: 'never_started',
        };
        found.push(activity);
        taskOf.set(e.task, activity);
        break;
      }
      case 'task_renamed':
        taskOf.get(e.task)?.names.push(e.name);
        break;
      case 'task_step_started': {
        const activity = taskOf.get(e.task);
        // A cancellation that is thrown into a task before its first step never enters its body.
        if (activity && activity.startSeq < 0 && e.how !== 'thrown') Object.assign(activity, { startSeq: e.seq, start: e.t, outcome: 'left_behind' });
        break;
      }
      case 'task_finished': {
        const activity = taskOf.get(e.task);
        if (activity) Object.assign(activity, { endSeq: e.seq, end: e.t, outcome: e.outcome });
        for (const inner of stacks.get(e.task) ?? []) Object.assign(inner, { endSeq: e.seq, end: e.t, outcome: e.outcome });
        stacks.delete(e.task);
        break;
      }
      case 'await_started': {
        if (!e.task) break;
        const stack = stacks.get(e.task) ?? [];
        const label = e.label ?? '';
        const activity: Activity = {
          names: [label, last(label)], name: label, task: e.task, isTask: false, createdSeq: e.seq, startSeq: e.seq, endSeq: -1, start: e.t, end: e.t, outcome: 'left_behind',
        };
        stacks.set(e.task, [...stack, activity]);
        if (e.target === 'coroutine' && !label.startsWith('asyncio.')) found.push(activity);
        break;
      }
      case 'await_finished': {
        const stack = e.task ? stacks.get(e.task) : undefined;
        const activity = stack?.pop();
        if (activity) Object.assign(activity, { endSeq: e.seq, end: e.t, outcome: 'returned' });
        break;
      }
      default:
        break;
    }
  }
  const end = model.end;
  for (const activity of found) if (activity.endSeq < 0) activity.end = end;
  return found;
}

const last = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

export function chosen(all: readonly Activity[], who: string): Activity[] {
  return all.filter(({ names }) => names.some((name) => matches(who, name)));
}

/** All the times at which an event of the course's vocabulary happens; undefined where this page cannot tell. */
export function happenings(model: TraceModel, all: readonly Activity[], pattern: EventPattern): Happening[] | undefined {
  if (pattern.prints !== undefined) {
    const by = pattern.by === undefined ? undefined : chosen(all, pattern.by);
    return printed(model).filter(
      (line) => matches(pattern.prints!, line.text) && (!by || by.some((one) => one.task === line.task && one.startSeq <= line.seq && (one.endSeq < 0 || line.seq <= one.endSeq))),
    );
  }
  if (pattern.who !== undefined && pattern.does !== undefined) {
    const selected = chosen(all, pattern.who);
    const within = (one: Activity, seq: number) => one.startSeq >= 0 && one.startSeq <= seq && (one.endSeq < 0 || seq <= one.endSeq);
    const at = (seq: number): Happening[] => (seq < 0 ? [] : [{ seq, t: model.timeAt(seq) }]);
    const found = selected.flatMap((one): Happening[] => {
      switch (pattern.does) {
        case 'is_created':
          return at(one.createdSeq);
        case 'starts':
          return at(one.startSeq);
        case 'ends':
          return at(one.endSeq);
        case 'returns':
          return one.outcome === 'returned' ? at(one.endSeq) : [];
        case 'raises':
          return one.outcome === 'raised' ? at(one.endSeq) : [];
        case 'is_cancelled':
          return one.outcome === 'cancelled' ? at(one.endSeq) : [];
        case 'is_asked_to_cancel':
          return model.tasks.get(one.task)?.cancels ?? [];
        case 'waits':
          return model.events.filter((e) => e.type === 'task_step_finished' && e.task === one.task && e.outcome !== 'finished' && within(one, e.seq));
        case 'resumes':
          return model.events.filter((e) => e.type === 'task_step_started' && e.task === one.task && e.how !== 'first' && within(one, e.seq));
        default:
          return [];
      }
    });
    return found.sort((a, b) => a.seq - b.seq);
  }
  if (pattern.problem !== undefined) return problems(model, pattern.problem);
  return undefined;
}

function problems(model: TraceModel, kind: string): Happening[] {
  return model.events.filter((e) => {
    switch (e.type) {
      case 'coroutine_never_awaited':
        return kind === 'never_awaited' || kind === 'any';
      case 'exception_unhandled':
        return kind === 'any' || kind === e.kind;
      case 'task_destroyed':
        return kind === 'destroyed_pending' || kind === 'any';
      case 'deadlock_detected':
        return kind === 'deadlock' || kind === 'any';
      case 'limit_reached':
        return kind === 'limit' || kind === 'any';
      case 'warning_issued':
        return kind === 'warning' || kind === 'any';
      case 'diagnosis':
        return kind === `diagnosis:${e.code}`;
      case 'clock_advanced':
        return kind === 'blocking' && e.cause !== 'idle';
      default:
        return false;
    }
  });
}

/** The first (or nth) time an event happens. */
export function happening(model: TraceModel, all: readonly Activity[], pattern: EventPattern): Happening | undefined {
  return happenings(model, all, pattern)?.[(pattern.nth ?? 1) - 1];
}

/** The event after which a moment lies. */
export function seqOfMoment(model: TraceModel, all: readonly Activity[], moment: Moment, lineOf?: (source: string) => number): number | undefined {
  if ('time' in moment && moment.time !== undefined) return model.seqOfTime(moment.time + 1e-9);
  if ('step' in moment && moment.step !== undefined) return model.stops.step[moment.step - 1];
  if ('end' in moment) return model.lastSeq;
  if (moment.source !== undefined && lineOf) {
    const line = lineOf(moment.source);
    const hits = model.events.filter((e) => e.type === 'line_reached' && e.line === line);
    return hits[(moment.nth ?? 1) - 1]?.seq;
  }
  return happening(model, all, moment)?.seq;
}
