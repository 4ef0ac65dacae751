// Checks answers against runs. The key is never stored: it is read off the run's own events.
import { seconds } from '../elements/shared.ts';
import type { OutputLine, TraceModel } from '../trace/model.ts';
import { activities, chosen, happening, happenings, matches, printed, seqOfMoment, type Activity } from './activities.ts';
import type { EventPattern, Key, Predicate, Question, Range } from './scenario.ts';

export interface Bar {
  task: string;
  start: number | null;
  end: number | null;
  outcome: string;
}

export type KeyValue = string | number | string[] | Bar[];
export type Answer = string | number | string[] | Bar[] | Record<string, string>;

export interface Verdict {
  correct: boolean;
  /** right but for the order of what is due at the same instant */
  tie?: boolean;
  key?: KeyValue;
  /** sentences for the learner, from the question */
  feedback: string[];
}

/** Gives the run of one of the scenario's programs. */
export type Runner = (program: string | undefined, set: Record<string, unknown> | undefined) => Promise<TraceModel>;

/** Thrown where this page cannot decide. */
export class Undecided extends Error {}

// --- keys -----------------------------------------------------------------------------------------------------------

export function keyOf(model: TraceModel, key: Key): KeyValue {
  const all = activities(model);
  switch (key.from) {
    case 'virtual_seconds':
      return model.end;
    case 'time_of':
      return needed(happening(model, all, key.of as EventPattern), 'the event').t;
    case 'gap': {
      const [from, to] = key.of as EventPattern[];
      return needed(happening(model, all, to!), 'the event').t - needed(happening(model, all, from!), 'the event').t;
    }
    case 'count':
      return needed(happenings(model, all, key.of as EventPattern), 'the events').filter(({ t }) => between(t, key.between)).length;
    case 'concurrency':
      return concurrency(all, key.who as string);
    case 'blocked':
      return blocked(model);
    case 'output':
      return printed(model).map(({ text }) => text).join('\n');
    case 'output_lines':
      return linesOf(model, key).map(({ text }) => text);
    case 'task_order': {
      const tasks = all.filter(({ isTask, names }) => isTask && !names.includes('main') && (!key.tasks || key.tasks.some((who) => names.some((name) => matches(who, name)))));
      const place = ({ createdSeq, startSeq, endSeq }: Activity) => (key.does === 'is_created' ? createdSeq : key.does === 'starts' ? startSeq : endSeq);
      return tasks.filter((task) => place(task) >= 0).sort((a, b) => place(a) - place(b)).map(({ name }) => name);
    }
    case 'task_state': {
      const task = needed(chosen(all, key.who as string).find(({ isTask }) => isTask), 'the task');
      return stateAt(model, task, needed(seqOfMoment(model, all, key.at ?? { end: true }), 'the moment'));
    }
    case 'timeline':
      return [key.who ?? []].flat().flatMap((who) => chosen(all, who).slice(0, 1).map((one) => ({
        task: who, start: one.startSeq < 0 ? null : one.start, end: one.endSeq < 0 ? null : one.end, outcome: one.outcome,
      })));
    default:
      throw new Undecided(key.from);
  }
}

function needed<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Undecided(what);
  return value;
}

function linesOf(model: TraceModel, key: Key): OutputLine[] {
  return printed(model).filter(({ text }) => !key.like || key.like.some((pattern) => matches(pattern, text)));
}

function concurrency(all: readonly Activity[], who: string): number {
  const changes = chosen(all, who).filter(({ startSeq }) => startSeq >= 0).flatMap(({ startSeq, endSeq }) => [[startSeq, 1], [endSeq < 0 ? Infinity : endSeq, -1]] as const);
  let now = 0;
  let most = 0;
  for (const [, change] of [...changes].sort((a, b) => a[0] - b[0])) most = Math.max(most, (now += change));
  return most;
}

const blocked = (model: TraceModel): number => model.jumps.filter(({ cause }) => cause !== 'idle').reduce((sum, { from, to }) => sum + to - from, 0);

function stateAt(model: TraceModel, { task }: Activity, seq: number): string {
  const info = model.tasks.get(task)!;
  if (info.createdSeq > seq) return 'not_created';
  if (info.finishedSeq >= 0 && info.finishedSeq <= seq) return info.outcome!;
  const span = info.spans.findLast(({ from }) => from <= seq);
  if (!span) return 'created';
  return span.state === 'sleeping' ? 'waiting' : span.state === 'blocked' ? 'running' : span.state;
}

const between = (t: number, range: [number, number] | undefined): boolean => !range || (t >= range[0] - 1e-6 && t <= range[1] + 1e-6);

// --- predicates -----------------------------------------------------------------------------------------------------

function inRange(value: number, range: Range | undefined): boolean {
  if (range === undefined) return value >= 1;
  if (typeof range === 'number') return Math.abs(value - range) <= 1e-6;
  return (range.at_least === undefined || value >= range.at_least - 1e-6) && (range.at_most === undefined || value <= range.at_most + 1e-6);
}

export async function holds(p: Predicate, model: TraceModel, source: string, runner: Runner): Promise<boolean> {
  const all = activities(model);
  const of = (pattern: EventPattern) => needed(happenings(model, all, pattern), 'the events');
  const time = (pattern: EventPattern) => happening(model, all, pattern)?.t;
  if (p.all) return (await Promise.all(p.all.map((one) => holds(one, model, source, runner)))).every(Boolean);
  if (p.any) return (await Promise.all(p.any.map((one) => holds(one, model, source, runner)))).some(Boolean);
  if (p.not) return !(await holds(p.not, model, source, runner));
  if (p.in !== undefined || (p.set && p.holds)) return holds(p.holds!, await runner(p.in, p.set), source, runner);
  if (p.total !== undefined) return inRange(model.end, p.total);
  if (p.ended !== undefined) return inRange(chosen(all, p.ended).filter(({ outcome }) => !p.as || outcome === p.as).length, p.times);
  if (p.lasted !== undefined) {
    const ones = chosen(all, p.lasted).filter(({ startSeq }) => startSeq >= 0);
    return ones.length > 0 && ones.every(({ start, end }) => inRange(end - start, p.is as Range));
  }
  if (p.overlapped) {
    const sides = p.overlapped.map((who) => chosen(all, who).filter(({ startSeq, end, start }) => startSeq >= 0 && end > start));
    const overlap = (rest: Activity[][], from: number, to: number, used: readonly Activity[]): boolean =>
      from < to && (rest.length === 0 || rest[0]!.some((one) => !used.includes(one) && overlap(rest.slice(1), Math.max(from, one.start), Math.min(to, one.end), [...used, one])));
    return overlap(sides, -Infinity, Infinity, []);
  }
  if (p.concurrency !== undefined) return inRange(concurrency(all, p.concurrency), p.is as Range);
  if (p.state !== undefined) {
    const seq = seqOfMoment(model, all, p.at ?? { end: true });
    const tasks = chosen(all, p.state).filter(({ isTask }) => isTask);
    return seq !== undefined && tasks.length > 0 && tasks.every((task) => [p.is].flat().includes(stateAt(model, task, seq)));
  }
  if (p.occurs) return inRange(of(p.occurs).filter(({ t }) => between(t, p.between)).length, p.times);
  if (p.time_of) {
    const t = time(p.time_of);
    return t !== undefined && inRange(t, p.is as Range);
  }
  if (p.gap) {
    const [from, to] = [time(p.gap[0]!), time(p.gap[1]!)];
    return from !== undefined && to !== undefined && inRange(to - from, p.is as Range);
  }
  if (p.order) {
    let before = -1;
    for (const pattern of p.order) {
      const one = pattern.nth ? happening(model, all, pattern) : of(pattern).find(({ seq }) => seq > before);
      if (!one || one.seq <= before) return false;
      before = one.seq;
    }
    return true;
  }
  if (p.output) {
    const lines = printed(model).map(({ text }) => text);
    if (lines.length !== p.output.length) return false;
    if (!p.any_order) return lines.every((line, i) => matches(p.output![i]!, line));
    const left = [...lines];
    return p.output.every((pattern) => {
      const i = left.findIndex((line) => matches(pattern, line));
      if (i >= 0) left.splice(i, 1);
      return i >= 0;
    });
  }
  if (p.problem !== undefined) return inRange(of({ problem: p.problem }).length, p.times);
  if (p.blocked !== undefined) return inRange(blocked(model), p.blocked);
  if (p.calls !== undefined) return new RegExp(`(^|[^\\w.])${p.calls.startsWith('.') ? '[\\w.\\])]*' : ''}${p.calls.replaceAll('.', '\\.')}\\s*\\(`, 'm').test(source);
  if (p.syntax !== undefined) return new RegExp(`\\b${p.syntax.replace('_', '\\s+')}\\b`).test(source);
  throw new Undecided(Object.keys(p)[0]);
}

// --- answers --------------------------------------------------------------------------------------------------------

/** Judges an answer. `edited` is the learner's program, for fix and write. */
export async function check(question: Question, answer: Answer, runner: Runner, edited?: { source: string; model: TraceModel }): Promise<Verdict> {
  if (question.kind === 'fix' || question.kind === 'write') return checkProgram(question, edited!, runner);
  if (question.kind === 'match') return checkMatch(question, answer as Record<string, string>, runner);
  const model = await runner(question.program, question.set);
  switch (question.kind) {
    case 'number': {
      const key = Number(keyOf(model, question.key!));
      return { correct: Math.abs((answer as number) - key) <= (question.tolerance ?? 0.05), key, feedback: [] };
    }
    case 'order': {
      const key = keyOf(model, question.key!) as string[];
      const said = answer as string[];
      if (same(said, key)) return { correct: true, key, feedback: [] };
      const tie = question.ties !== 'reject' && question.key!.from === 'output_lines' && restsOnTies(model, linesOf(model, question.key!), said);
      return { correct: tie, tie, key, feedback: [] };
    }
    case 'choice': {
      const truth = await Promise.all((question.options ?? []).map(async (option) => ({ option, holds: await holds(option.when, model, '', runner) })));
      const said = [answer as string | string[]].flat();
      const correct = truth.every(({ option, holds }) => holds === said.includes(option.id));
      const feedback = truth.filter(({ option, holds }) => said.includes(option.id) && !holds && option.feedback).map(({ option }) => option.feedback!);
      return { correct, feedback };
    }
    case 'predict_output': {
      const key = printed(model).map(({ text }) => text).join('\n');
      return { correct: tidy(answer as string) === tidy(key), key, feedback: [] };
    }
    case 'value': {
      const key = String(keyOf(model, question.key!));
      const plain = (text: string) => text.replace(/\s+/g, '').replaceAll('"', "'");
      return { correct: plain(answer as string) === plain(key), key, feedback: [] };
    }
    case 'predict_timeline': {
      const key = keyOf(model, question.key!) as Bar[];
      const said = answer as Bar[];
      const ask = question.ask ?? ['start', 'end'];
      const tolerance = question.tolerance ?? 0.05;
      const close = (a: number | null, b: number | null) => (a === null || b === null ? a === b : Math.abs(a - b) <= tolerance);
      const wrong = key.filter((bar) => {
        const own = said.find(({ task }) => task === bar.task);
        return !own || (ask.includes('start') && !close(own.start, bar.start)) || (ask.includes('end') && !close(own.end, bar.end)) || (ask.includes('outcome') && own.outcome !== bar.outcome);
      });
      return { correct: wrong.length === 0, key, feedback: wrong.length > 0 ? [`Look again at ${wrong.map(({ task }) => task).join(', ')}.`] : [] };
    }
    default:
      throw new Undecided(question.kind);
  }
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((text, i) => text === b[i]);
const tidy = (text: string): string => text.split('\n').map((line) => line.trimEnd()).join('\n').trimEnd();

/** What stands on the right of a question that matches: a value for each item, equal ones once. */
export async function rightSides(question: Question, runner: Runner): Promise<{ id: string; value: KeyValue | string }[]> {
  if (question.targets) return question.targets.map(({ id, text }) => ({ id, value: text }));
  const found: { id: string; value: KeyValue }[] = [];
  for (const item of question.items ?? []) {
    const value = keyOf(await runner(item.program ?? question.program, item.set ?? question.set), (item.key ?? question.key)!);
    if (!found.some((other) => JSON.stringify(other.value) === JSON.stringify(value))) found.push({ id: item.id, value });
  }
  return [...found, ...(question.extra ?? []).map((value, i) => ({ id: `extra-${i}`, value }))];
}

async function checkMatch(question: Question, answer: Record<string, string>, runner: Runner): Promise<Verdict> {
  const sides = await rightSides(question, runner);
  const wrong: string[] = [];
  for (const item of question.items ?? []) {
    const model = await runner(item.program ?? question.program, item.set ?? question.set);
    const side = sides.find(({ id }) => id === answer[item.id]);
    const target = question.targets?.find(({ id }) => id === answer[item.id]);
    const right = target ? await holds(target.when, model, '', runner) : side && JSON.stringify(side.value) === JSON.stringify(keyOf(model, (item.key ?? question.key)!));
    if (!right) wrong.push(item.text);
  }
  return { correct: wrong.length === 0, feedback: wrong.length > 0 ? [`${(question.items?.length ?? 0) - wrong.length} of ${question.items?.length} are right.`] : [] };
}

async function checkProgram(question: Question, edited: { source: string; model: TraceModel }, runner: Runner): Promise<Verdict> {
  const own: Runner = async (program, set) => (program === undefined && !set ? edited.model : runner(program, set));
  const feedback: string[] = [];
  for (const one of question.checks ?? []) {
    if (await holds(one.check, edited.model, edited.source, own)) continue;
    if (one.feedback) feedback.push(fill(one.feedback, edited.model));
    return { correct: false, feedback };
  }
  for (const kind of question.recognise ?? []) {
    if (!(await holds(kind.when, edited.model, edited.source, own))) continue;
    return { correct: true, feedback: [fill(kind.say, edited.model)] };
  }
  return { correct: true, feedback };
}

function fill(text: string, model: TraceModel): string {
  const problem = model.problems[0];
  const never = model.events.flatMap((e) => (e.type === 'coroutine_never_awaited' ? [e.function] : []));
  return text
    .replaceAll('{total}', `${seconds(model.end)} s`)
    .replaceAll('{problem}', problem ? ('message' in problem && problem.message) || ('exception' in problem ? problem.exception : '') : '')
    .replaceAll('{names}', [...new Set(never)].join(', '))
    .replace(/\{(actual|wanted|starts|ends|line)\}/g, '…');
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
    if (!same([...said].sort(), printedThen.map(({ text }) => text).sort())) return false;
    // Within one task the program itself says the order.
    for (const task of new Set(printedThen.map((line) => line.task))) {
      const own = printedThen.filter((line) => line.task === task).map(({ text }) => text);
      if (!same(said.filter((text) => own.includes(text)), own)) return false;
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

/** A key in words: seconds with at least one decimal, any other number as short as it can be. */
export function sayKey(key: KeyValue, unit = ''): string {
  if (typeof key === 'number') return unit === 's' ? seconds(key) : String(key);
  if (typeof key === 'string') return key;
  return key.map((one) => (typeof one === 'string' ? one : `${one.task} ${one.start === null ? 'never starts' : `${seconds(one.start)}–${one.end === null ? '…' : seconds(one.end)} s ${one.outcome}`}`)).join(', ');
}
