// Checks answers against a run. The key is never stored: it is read off the run's own events.
import { seconds } from '../elements/shared.ts';
import { outputLines, type OutputLine, type TraceModel } from '../trace/model.ts';
import type { EventPattern, Key, Question } from './scenario.ts';

export interface Verdict {
  correct: boolean;
  /** right but for the order of what is due at the same instant */
  tie?: boolean;
  key: string | number | string[];
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

export function timeOf(model: TraceModel, of: EventPattern): number | undefined {
  const nth = of.nth ?? 1;
  if (of.prints !== undefined) return printed(model).filter(({ text }) => matches(of.prints!, text))[nth - 1]?.t;
  return undefined;
}

export function keyOf(model: TraceModel, key: Key): Verdict['key'] | undefined {
  switch (key.from) {
    case 'virtual_seconds':
      return model.finished?.virtual_seconds;
    case 'time_of':
      return key.of && timeOf(model, key.of);
    case 'output':
      return printed(model).map(({ text }) => text).join('\n');
    case 'output_lines':
      return lines(model, key).map(({ text }) => text);
    default:
      return undefined;
  }
}

function lines(model: TraceModel, key: Key): OutputLine[] {
  return printed(model).filter(({ text }) => !key.like || key.like.some((pattern) => matches(pattern, text)));
}

/** Can this page read the question's key off a run? */
export function answerable(question: Question): boolean {
  if (question.kind === 'number') return question.key?.from === 'virtual_seconds' || question.key?.of?.prints !== undefined;
  return question.kind === 'order' && question.key?.from === 'output_lines';
}

export function check(model: TraceModel, question: Question, answer: number | string[]): Verdict | undefined {
  const key = question.key && keyOf(model, question.key);
  if (key === undefined) return undefined;
  if (typeof answer === 'number') return { correct: Math.abs(answer - Number(key)) <= (question.tolerance ?? 0.05), key };
  const right = key as string[];
  if (answer.length === right.length && answer.every((text, i) => text === right[i])) return { correct: true, key };
  const tie = question.ties !== 'reject' && restsOnTies(model, lines(model, question.key!), answer);
  return { correct: tie, tie, key };
}

/**
 * Does `answer` differ from the run only in the order of lines whose tasks were woken by timers with equal deadlines?
 * The order of those is a rule of the loop, not something that the program says.
 */
function restsOnTies(model: TraceModel, truth: readonly OutputLine[], answer: readonly string[]): boolean {
  if (truth.length !== answer.length) return false;
  let from = 0;
  while (from < truth.length) {
    const deadline = wokenBy(model, truth[from]!);
    let to = from + 1;
    while (deadline !== undefined && to < truth.length && wokenBy(model, truth[to]!) === deadline) to++;
    const said = answer.slice(from, to);
    const printedThen = truth.slice(from, to);
    if ([...said].sort().join('\n') !== printedThen.map(({ text }) => text).sort().join('\n')) return false;
    // Within one task the program itself says the order.
    for (const task of new Set(printedThen.map((line) => line.task))) {
      const own = printedThen.filter((line) => line.task === task).map(({ text }) => text);
      if (said.filter((text) => own.includes(text)).join('\n') !== own.join('\n')) return false;
    }
    from = to;
  }
  return true;
}

/** Deadline of the timer that woke the task before it printed the line; undefined when something else did. */
function wokenBy(model: TraceModel, line: OutputLine): number | undefined {
  const wake = model.tasks.get(line.task)?.wakes.findLast(({ seq }) => seq < line.seq);
  if (!wake) return undefined;
  const event = model.events[wake.seq];
  const future = event?.type === 'task_scheduled' ? model.futures.get(event.future ?? 0) : undefined;
  const timer = future && model.timers.get(future.timer);
  return timer?.fired ? timer.deadline : undefined;
}

export function sayKey(key: Verdict['key'], unit = ''): string {
  return typeof key === 'number' ? `${seconds(key)}${unit ? ` ${unit}` : ''}` : Array.isArray(key) ? key.join(', ') : key;
}
