// explore: is this order guaranteed?
import { Engine } from '../engine.ts';
import { out } from '../terminal.ts';
import { print, readSource, single, UsageError, wholeNumber, type Command } from './options.ts';

interface Exploration {
  sentence: string;
  count: number;
  at_least?: boolean;
  virtual_seconds?: { exact: number; least: number; median: number; most: number };
  runs: number;
  outputs: {
    stdout: string;
    stderr: string;
    exit: number;
    own: boolean;
    runs: number;
    departures?: { text: string }[];
    departure?: { t?: number; line?: number; task_name?: string; text?: string; instead?: string };
  }[];
}

const SHOWN = 6;
/** Timers out of their turn that a title names. */
const DEPARTURES = 4;

export const explore: Command = {
  name: 'explore',
  usage: 'FILE|-\n--jitter PERCENT [--runs N] FILE|-',
  summary: 'Is this order guaranteed? Tries every order that timers of one instant can take.',
  help: `
  --runs N        at most so many runs (256); with --jitter: exactly so many (100)
  --jitter P      instead: each delay takes up to P percent longer or shorter, another draw each run
  --all           show every output that was found, not only the first ${SHOWN}
  --json          the answer as JSON

  The ready queue is first in, first out: that is a rule and is never changed. What no rule decides is who comes first of
  several timers (sleeps, time limits, answers of the network) that are due at the very same instant.

exit status
  0, however many outputs there are (--json: count); 2 a mistake in the command

try it
  asyncio-playground explore --jitter 10 program.py       # is it still right when every delay is up to 10 % off?
`,
  options: { json: { type: 'boolean' }, jitter: { type: 'string' }, runs: { type: 'string' }, all: { type: 'boolean' } },
  runs: true,
  async run({ values, files, options }) {
    const source = readSource(single('explore', files));
    const asked: Record<string, unknown> = { filename: source.name, ...options };
    const runs = wholeNumber(values, 'runs');
    if (runs !== undefined) asked.runs = runs;
    if (values.jitter !== undefined) {
      const percent = Number(values.jitter);
      if (values.jitter === '' || !Number.isFinite(percent)) throw new UsageError(`--jitter takes a number of percent, not '${String(values.jitter)}'`);
      asked.jitter = percent;
    }
    const engine = await Engine.load();
    let answer: Exploration;
    try {
      answer = engine.call<Exploration>('explore', source.bytes, asked);
    } catch (error) {
      if (error instanceof TypeError) throw new UsageError(error.message);
      throw error;
    }
    print(values.json ? JSON.stringify(answer) + '\n' : inWords(answer, Boolean(values.all)));
    return 0;
  },
};

/** The answer as people read it: the sentence, then each output; what differs from CPython's own is marked. */
function inWords(answer: Exploration, all: boolean): string {
  let text = wrap(answer.sentence);
  const time = answer.virtual_seconds;
  if (time) text += `It took ${seconds(time.least)} to ${seconds(time.most)} s (half of the runs up to ${seconds(time.median)}); with exact delays ${seconds(time.exact)}.\n`;
  const [own, ...others] = answer.outputs;
  if (!own || (!others.length && !time)) return text;
  text += `\n${out.bold(title(answer, own, 1))}\n${lines(own)}`;
  const shown = all ? others : others.slice(0, SHOWN);
  shown.forEach((output, i) => {
    text += `\n${out.bold(title(answer, output, i + 2))}\n${lines(output, own)}`;
  });
  if (shown.length < others.length) text += `\n... and ${others.length - shown.length} more (--all shows them)\n`;
  return text;
}

/** As the trace shows them, to the millisecond: 2.0, 0.25. */
function seconds(t: number): string {
  const text = String(Math.round(t * 1000) / 1000);
  return text.includes('.') ? text : `${text}.0`;
}

function wrap(text: string): string {
  return text.replace(/(?=.{101})(.{1,100}) /g, '$1\n') + '\n';
}

function title(answer: Exploration, output: Exploration['outputs'][number], number: number): string {
  let text = `output ${number} of ${answer.at_least ? 'at least ' : ''}${answer.count}`;
  if (answer.virtual_seconds) text += `, in ${output.runs} of ${answer.runs} runs`;
  if (output.own) return `${text}: ${answer.virtual_seconds ? 'with exact delays' : "CPython's own"}`;
  if (output.departures?.length) return `${text}: ${departures(output.departures.map((d) => d.text))}`;
  const d = output.departure;
  if (d?.text === undefined) return `${text}: it ends earlier`;
  return `${text}: at ${seconds(d.t ?? 0)} s ${d.task_name || 'the program'}${d.line ? ` (line ${d.line})` : ''} prints "${d.text}"${d.instead === undefined ? '' : ` instead of "${d.instead}"`}`;
}

function departures(texts: string[]): string {
  return texts.slice(0, DEPARTURES).join(';\n    ') + (texts.length > DEPARTURES ? `;\n    and ${texts.length - DEPARTURES} more out of turn` : '');
}

function lines(output: Exploration['outputs'][number], own?: Exploration['outputs'][number]): string {
  const text = (o: Exploration['outputs'][number]) => (o.stdout + (o.exit ? o.stderr : '')).split('\n').slice(0, -1);
  const mine = text(output);
  const theirs = own && text(own);
  const body = mine.map((line, i) => (theirs && line !== theirs[i] ? `  ${out.yellow(`≠ ${line}`)}\n` : `    ${line}\n`)).join('');
  return body || '    (it prints nothing)\n';
}
