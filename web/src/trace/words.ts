// States in words and icons; the same on the timeline, in the table and for screen readers.
import type { SpanState, Task, TraceModel, Span } from './model.ts';

export const STATES: Record<SpanState, { icon: string; word: string; means: string }> = {
  running: { icon: '▶', word: 'running', means: 'its Python code runs; nobody else can' },
  ready: { icon: '◔', word: 'ready', means: 'in the ready queue, waits for its turn' },
  waiting: { icon: '‖', word: 'waiting', means: 'suspended until what it awaits is done' },
  sleeping: { icon: '☾', word: 'sleeping', means: 'suspended until a timer fires' },
  blocked: { icon: '■', word: 'BLOCKED', means: 'a blocking call holds the loop: nobody can run' },
  idle: { icon: '·', word: 'idle', means: 'nothing is ready, the clock jumps to the next timer' },
  thread: { icon: '≡', word: 'thread', means: 'runs beside the loop' },
  timer: { icon: '◷', word: 'timer', means: 'from being set until it fires or is cancelled' },
};

/** "in gather()", "for a queue": what a task waits for. */
export const waits = (what: string): string => (what.endsWith('()') ? `waits in ${what}` : `waits for ${what}`);

export const ENDS = {
  returned: { icon: '✓', word: 'done', color: 'done' },
  raised: { icon: '✗', word: 'failed', color: 'failed' },
  cancelled: { icon: '⊘', word: 'cancelled', color: 'cancelled' },
} as const;

const digits = (t: number): string => {
  const rounded = Math.round(t * 1e6) / 1e6;
  return Number.isInteger(rounded) ? rounded.toFixed(1) : String(rounded);
};

/** What a span says when one points at it: a heading and sentences. */
export function describeSpan(model: TraceModel, span: Span, owner: string): { title: string; facts: string[] } {
  const { word, means } = STATES[span.state];
  const facts: string[] = [];
  const length = span.end - span.start;
  facts.push(length > 0 ? `${digits(span.start)} – ${digits(span.end)} s (${digits(length)} s)` : `at ${digits(span.start)} s`);
  const future = model.futures.get(span.ref);
  if (span.state === 'sleeping') {
    const timer = future && model.timers.get(future.timer);
    if (timer) facts.push(`wakes at ${digits(timer.deadline)} s`);
  } else if (span.state === 'waiting' && span.label) {
    facts.push(waits(span.label));
  } else if (span.state === 'ready') {
    facts.push(READY_WORDS[span.label] ?? 'in the ready queue');
  } else if (span.state === 'blocked') {
    facts.push(`${span.label} holds the loop`);
  } else if (span.label && span.label !== owner) {
    facts.push(span.label);
  }
  if (span.line) facts.push(`line ${span.line}`);
  return { title: `${owner}: ${word}`, facts: facts.length > 0 ? facts : [means] };
}

const READY_WORDS: Record<string, string> = {
  created: 'scheduled to take its first step',
  yielded: 'gave the others a turn',
  woken: 'woken: what it awaited is done',
  cancelled: 'scheduled to have a cancellation thrown in',
};

export function describeTask(model: TraceModel, task: Task): string[] {
  const facts = [`created at ${digits(task.createdAt)} s${task.creator ? ` by ${model.name(task.creator)}` : ''}${task.createdLine ? `, line ${task.createdLine}` : ''}`];
  if (task.outcome) facts.push(`${ENDS[task.outcome].word} at ${digits(task.finishedAt)} s${result(task)}`);
  else facts.push('not done at the end');
  return facts;
}

function result(task: Task): string {
  if (task.outcome === 'returned') return task.value ? `: ${task.value}` : '';
  if (task.outcome === 'raised') return `: ${task.exception}${task.message ? `: ${task.message}` : ''}`;
  return '';
}
