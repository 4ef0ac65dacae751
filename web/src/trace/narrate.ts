// A moment of the run in one or two sentences, for the stepper and for screen readers.
import type { Run } from '../state/store.ts';
import type { TraceEvent } from './events.generated.ts';
import type { TraceModel } from './model.ts';
import { waits } from './words.ts';

const digits = (t: number): string => {
  const rounded = Math.round(t * 1e6) / 1e6;
  return Number.isInteger(rounded) ? rounded.toFixed(1) : String(rounded);
};

export function narrate(run: Pick<Run, 'model' | 'stderr'>, seq: number): string {
  const { model } = run;
  const event = model.events[seq];
  if (!event) return run.stderr ? 'The program did not start: see the output.' : 'Nothing has run yet.';
  return sentence(model, event);
}

export function sentence(model: TraceModel, e: TraceEvent): string {
  const name = (task: number | undefined) => (task ? model.name(task) || `task ${task}` : 'the loop');
  switch (e.type) {
    case 'run_started':
      return 'The program starts.';
    case 'run_finished': {
      const after = `${digits(e.virtual_seconds)} s of virtual time`;
      if (e.deadlock) return `Deadlock: nothing can ever become ready. The program was stopped at ${digits(e.virtual_seconds)} s.`;
      if (e.limit) return `The run was stopped by a limit after ${after}.`;
      return e.exit === 0 ? `The program has ended after ${after}.` : `The program has ended with an error after ${after}.`;
    }
    case 'clock_advanced':
      if (e.cause === 'idle') return `Nothing is ready: the clock jumps from ${digits(e.from)} to ${digits(e.to)} s${wakes(model, e.handle)}.`;
      return `${name(e.task)} holds the loop${e.function ? ` in ${e.function}` : ''} from ${digits(e.from)} to ${digits(e.to)} s: nobody else can run.`;
    case 'task_step_started': {
      const to = pause(model, e.seq, e.task);
      if (e.how === 'first') return `${name(e.task)} runs for the first time${to}.`;
      if (e.how === 'thrown') return `${name(e.task)} runs on: its await raises${to}.`;
      return `${name(e.task)} runs on: its await is over${to}.`;
    }
    case 'iteration_started':
      return `Iteration ${e.iteration} of the loop: ${e.ready === 1 ? 'one handle is' : `${e.ready} handles are`} ready, ${e.timers === 1 ? 'one timer waits' : `${e.timers} timers wait`}.`;
    case 'line_reached':
      return `${e.task ? name(e.task) : 'The program'} is about to run line ${e.line}${e.function && e.function !== '<module>' ? ` of ${e.function}` : ''}.`;
    case 'lines_left_out':
      return `${e.task ? name(e.task) : 'The program'} has run ${e.lines} lines in a row, and goes on: its next lines are left out here until something else happens.`;
    case 'task_created':
      return `${name(e.creator)} creates ${name(e.task)}. It will start when the loop gets to it.`;
    case 'task_scheduled':
      return `${name(e.task)} is put at the end of the ready queue${e.by ? ` by ${name(e.by)}` : ''}.`;
    case 'task_step_finished':
      if (e.outcome === 'finished') return `${name(e.task)} is done.`;
      return e.outcome === 'yielded' ? `${name(e.task)} lets the others go first.` : `${name(e.task)} pauses and ${waits(model.awaited(e.future ?? 0) || 'a future')}.`;
    case 'task_finished':
      return `${name(e.task)} ${e.outcome === 'returned' ? `returns${e.value ? ` ${e.value}` : ''}` : e.outcome === 'raised' ? `fails with ${e.exception}` : 'is cancelled'}.`;
    case 'cancel_requested':
      return `${name(e.by)} asks ${name(e.task)} to cancel. Nothing has happened inside it yet.`;
    case 'cancel_delivered':
      return `CancelledError is thrown into ${name(e.task)}.`;
    case 'timer_added':
      return `A timer is set for ${digits(e.deadline)} s.`;
    case 'timer_fired':
      return `The timer that was due at ${digits(e.deadline)} s fires${wakes(model, e.handle)}.`;
    case 'output':
      return `${e.task ? name(e.task) : 'The program'} prints ${JSON.stringify(e.text.trimEnd())}.`;
    case 'warning_issued':
      return `${e.category}: ${e.message}`;
    case 'exception_unhandled':
      return `${e.exception}${e.message ? `: ${e.message}` : ''} is not handled.`;
    case 'deadlock_detected':
    case 'limit_reached':
    case 'diagnosis':
      return e.message;
    default:
      return e.type.replaceAll('_', ' ') + '.';
  }
}

/** Whom a timer wakes. */
function wakes(model: TraceModel, handle: number | undefined): string {
  const timer = handle ? model.timers.get(handle) : undefined;
  if (!timer?.task) return '';
  return timer.kind === 'sleep' ? `, ${model.name(timer.task)} wakes` : `, a timer of ${model.name(timer.task)} is due`;
}

/** How a step ends: what it does is seen only by looking ahead. */
function pause(model: TraceModel, seq: number, task: number): string {
  for (let i = seq + 1; i < Math.min(model.events.length, seq + 400); i++) {
    const e = model.events[i]!;
    if (!('task' in e) || e.task !== task) continue;
    if (e.type === 'task_finished') return `, and ${e.outcome === 'returned' ? 'returns' : e.outcome === 'raised' ? `fails with ${e.exception}` : 'ends cancelled'}`;
    if (e.type === 'task_step_finished') {
      if (e.outcome === 'yielded') return ', then gives the others a turn';
      if (e.outcome === 'suspended') {
        const info = model.futures.get(e.future ?? 0);
        const timer = info && model.timers.get(info.timer);
        if (info?.kind === 'sleep' && timer) return `, then sleeps until ${digits(timer.deadline)} s`;
        return `, then ${waits(model.awaited(e.future ?? 0) || 'a future')}`;
      }
      return '';
    }
  }
  return '';
}
