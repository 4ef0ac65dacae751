// inspect: the state of a program at a moment or an event, for a reader or as JSON.
import { Engine } from '../engine.ts';
import type { InspectedLock, InspectedTask, Inspection, InspectOptions, NamedValue, StackFrame } from '../../src/engine/inspect.ts';
import { print, readSource, single, UsageError, type Command } from './options.ts';

export const inspect: Command = {
  name: 'inspect',
  usage: '--at SEQ|t:SECONDS FILE|-',
  summary: 'Shows the state of a program at an event or a moment: call stacks, variables, queues, timers, locks.',
  help: `
  --at SEQ        right after the event with this number (\`events\` and \`trace --json\` show them as seq)
  --at t:SECONDS  after the last event up to this moment of the simulated clock, such as t:1.5
  --lines         SEQ counts line events too, as \`events --lines\` does
  --json          all of it as one JSON object
  --no-reprs      run no __repr__ of the program: its objects show their fields instead

  The program is run again up to there and stopped; what it prints on the way is left out.

exit status
  0; 2 a mistake in the command, or a moment that the program does not reach

try it
  asyncio-playground inspect --at t:1.5 program.py        # who waits for what, one and a half seconds in
`,
  options: { at: { type: 'string' }, json: { type: 'boolean' }, lines: { type: 'boolean' }, 'no-reprs': { type: 'boolean' } },
  runs: true,
  async run({ values, files, options }) {
    const source = readSource(single('inspect', files));
    const wanted: InspectOptions = { ...options, ...place(values.at as string | undefined) };
    if (values.lines) Object.assign(wanted, { lines: true });
    if (values['no-reprs']) wanted.reprs = false;
    const engine = await Engine.load();
    let state: Inspection;
    try {
      state = engine.inspect(source.bytes, wanted);
    } catch (error) {
      if (error instanceof TypeError) throw new UsageError(error.message);
      throw error;
    }
    print(values.json ? `${JSON.stringify(state)}\n` : describe(state));
    return 0;
  },
};

function place(at: string | undefined): { seq: number } | { t: number } {
  if (at === undefined) throw new UsageError('inspect needs --at SEQ or --at t:SECONDS');
  const time = /^t:(.+)$/.exec(at);
  const number = Number(time ? time[1] : at);
  if (at.trim() === '' || !Number.isFinite(number) || number < 0 || (!time && !Number.isInteger(number))) {
    throw new UsageError(`--at takes the number of an event, such as 42, or a moment, such as t:1.5, not '${at}'`);
  }
  return time ? { t: number } : { seq: number };
}

// --- in words -------------------------------------------------------------------------------------------------------

function describe(state: Inspection): string {
  const lines: string[] = [];
  const say = (text = '') => lines.push(text);
  say(`At ${moment(state.t)} s, after event ${state.seq} (${state.event.type}${onLine(state.event)})`);
  const names = new Map(state.tasks.map(({ id, name }) => [id, name]));
  const running = state.current ? names.get(state.current) ?? 'a task' : undefined;
  say(running ? `${running} runs.` : state.thread ? `Thread ${state.thread} runs.` : 'No task runs.');
  for (const task of state.tasks.filter(({ state: s }) => !isDone(s))) {
    say();
    say(`${task.name} ${inState(task, names, state.locks)}`);
    if (task.cancel_requests) say(`  was asked to cancel${task.cancel_requests > 1 ? ` ${task.cancel_requests} times` : ''}`);
    stack(task.stack);
    if (task.context) say(`  context: ${task.context.map(value).join(', ')}`);
  }
  if (state.frames.some((frame) => !frame.library)) {
    say();
    say('outside the tasks');
    stack(state.frames);
  }
  const done = state.tasks.filter(({ state: s }) => isDone(s));
  if (done.length > 0) {
    say();
    say('done');
    for (const task of done) say(`  ${task.name} ${task.state}${task.exception ? ` ${task.exception}` : task.result && task.result !== 'None' ? ` ${task.result}` : ''}`);
  }
  if (state.tasks_left_out) say(`  … and ${state.tasks_left_out} more tasks`);
  for (const loop of state.loops) {
    say();
    say(state.loops.length > 1 ? `event loop ${loop.id}` : 'event loop');
    say(`  ready queue: ${loop.ready.length ? loop.ready.map(({ name, callback }) => name ?? callback).join(', ') : 'empty'}`);
    if (loop.timers.length === 0) say('  timers: none');
    for (const timer of loop.timers) say(`  timer at ${moment(timer.deadline)}: ${timer.name ? `wakes ${timer.name}` : timer.callback}`);
    if (loop.timers_left_out) say(`  … and ${loop.timers_left_out} more timers`);
  }
  if (state.locks.length > 0) {
    say();
    say('locks and queues');
    for (const lock of state.locks) say(`  ${lock.name ?? `number ${lock.id}`}: ${lockWords(lock)}`);
  }
  if (state.globals.length > 0) {
    say();
    say('global variables');
    for (const global of state.globals) say(`  ${value(global)}`);
  }
  return lines.join('\n') + '\n';

  function stack(frames: StackFrame[]): void {
    for (const frame of frames) {
      if (frame.library) {
        say(`    in ${frame.function}`);
        continue;
      }
      const where = frame.not_started ? 'has not begun: ' : '';
      say(`    line ${String(frame.line).padStart(3)}  in ${frame.function}:  ${where}${frame.source}`);
      for (const local of frame.locals) say(`                ${value(local)}`);
      if (frame.locals_left_out) say(`                … and ${frame.locals_left_out} more`);
    }
  }
}

const isDone = (state: InspectedTask['state']) => state === 'returned' || state === 'raised' || state === 'cancelled';

const value = ({ name, repr }: NamedValue) => `${name} = ${repr}`;

function inState(task: InspectedTask, names: Map<number, string>, locks: InspectedLock[]): string {
  const others = task.awaited_by?.map((id) => names.get(id) ?? 'a task') ?? [];
  const awaited = others.length > 0 ? `  (awaited by ${others.join(', ')})` : '';
  if (task.state === 'created') return `has not begun${awaited}`;
  if (task.state === 'ready') return `is ready: it goes on when the loop gets to it${awaited}`;
  if (task.state === 'running') return `runs${awaited}`;
  const wait = task.waits_for;
  let what = wait?.text ?? 'something';
  if (wait?.kind === 'timer') what = `a timer at ${moment(wait.until!)}`;
  if (wait?.kind === 'lock') {
    const lock = locks.find(({ id }) => id === wait.lock);
    const kind = lock?.kind.replace(/([a-z])(?=[A-Z])/g, '$1 ').toLowerCase();
    what = kind ? `the ${kind}${lock?.name && lock.name !== kind ? ` ${lock.name}` : ''}` : wait.text;
    if (wait.side === 'getter') what = `an item of ${what}`;
    if (wait.side === 'putter') what = `room in ${what}`;
    if (wait.side === 'joiner') what = `the last task_done() of ${what}`;
  }
  return `waits for ${what}${awaited}`;
}

function lockWords(lock: InspectedLock): string {
  const facts: string[] = [lock.kind];
  if (lock.locked !== undefined) facts.push(lock.locked ? 'locked' : 'free');
  if (lock.set !== undefined) facts.push(lock.set ? 'set' : 'not set');
  if (lock.value !== undefined) facts.push(`${lock.value} left`);
  if (lock.arrived !== undefined) facts.push(`${lock.arrived} of ${lock.parties} are there`);
  if (lock.size !== undefined) {
    facts.push(lock.maxsize ? `${lock.size} of ${lock.maxsize} places taken` : `${lock.size} ${lock.size === 1 ? 'item' : 'items'}`);
    if (lock.items?.length) facts.push(`[${lock.items.join(', ')}${lock.size > lock.items.length ? ', …' : ''}]`);
  }
  if (lock.waiters.length > 0) facts.push(`waiting: ${lock.waiters.map(({ name }) => name ?? 'someone').join(', ')}`);
  return facts.join(', ');
}

/** Seconds as the trace shows them: 2.0, 0.25. */
function moment(t: number): string {
  const text = String(Math.round(t * 1e6) / 1e6);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function onLine(event: object): string {
  const { line } = event as { line?: number };
  return line ? `, line ${line}` : '';
}
