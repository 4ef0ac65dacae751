// check: the verdict on a learner's answers, in words or as JSON. The page and `ap check` say the same, byte for byte.
import { readFileSync } from 'node:fs';
import { findScenario, parseJson, readBundle, readJson } from '../course/folder.ts';
import { Engine } from '../engine.ts';
import { clean, out } from '../terminal.ts';
import { print, UsageError, type Command } from './options.ts';

export const check: Command = {
  name: 'check',
  usage: '[--json] SCENARIO ANSWERS.json|PROGRAM.py|-\n--prepare SCENARIO',
  summary: "Checks answers to a scenario's questions by running its programs.",
  help: `
  SCENARIO is an id ('asyncio-playground scenarios' lists them) or a folder with a scenario.json.
  ANSWERS.json: {"question": answer, ...}, such as {"total": 2, "order": ["A start", "B start"]}; for fix and
  write the program's text. scenarios/README.md says what each kind of question takes.
  PROGRAM.py answers the scenario's one question of the kind fix or write.

  --json          the whole verdict as one JSON object
  --prepare       instead: what each question shows before it is answered (lines to order, right sides), as JSON

exit status
  0 all questions are answered right; 1 some are not; 2 a mistake in the command or the scenario

try it
  echo '{"total": 2}' | asyncio-playground check loop/who-is-first -
`,
  options: { json: { type: 'boolean' }, prepare: { type: 'boolean' } },
  runs: false,
  async run({ values, files }) {
    const wanted = values.prepare ? 1 : 2;
    if (files.length !== wanted) throw new UsageError(values.prepare ? 'check --prepare takes a scenario' : 'check takes a scenario and a file of answers (or - for standard input)');
    const bundle = readBundle(findScenario(files[0]!));
    const request = values.prepare ? { prepare: true } : { answers: answersIn(files[1]!, bundle.scenario) };
    const engine = await Engine.load();
    const text = engine.callText('check', JSON.stringify(bundle), request);
    const verdict = JSON.parse(text) as Verdict;
    if (values.json || values.prepare) print(`${text}\n`);
    else if (verdict.error !== undefined) throw new UsageError(verdict.error);
    else print(inWords(verdict));
    return verdict.error !== undefined ? 2 : values.prepare || verdict.correct ? 0 : 1;
  },
};

interface Verdict {
  error?: string;
  correct?: boolean;
  points: number;
  of: number;
  questions: Record<string, { correct?: boolean; share?: number; feedback?: string[]; explanation?: string; beliefs?: { id: string; name?: string; truth?: string }[]; error?: string }>;
}

/** Each question with what was wrong about its answer, then the points. */
function inWords({ questions, points, of }: Verdict): string {
  const number = (value: number) => String(Math.round(value * 100) / 100);
  const lines = Object.entries(questions).flatMap(([id, { correct, share = 0, feedback = [], beliefs = [], error }]) => {
    if (correct) return [`${out.green('✓')} ${id}`];
    const said = error !== undefined ? [error] : [...feedback, ...beliefs.map(({ id: belief, name, truth }) => `This looks like a misconception: ${name ?? belief}.${truth ? ` ${truth}` : ''}`)];
    return [`${out.red('✗')} ${id}${share > 0 ? `  (${Math.round(share * 100)} % of it is right)` : ''}`, ...said.map((sentence) => `    ${clean(sentence)}`)];
  });
  return `${lines.join('\n')}\n\n${number(points)} of ${number(of)} points\n`;
}

function answersIn(file: string, scenario: { id: string; questions?: { id: string; kind: string }[] }): unknown {
  if (file.endsWith('.py')) {
    const programs = (scenario.questions ?? []).filter(({ kind }) => kind === 'fix' || kind === 'write');
    if (programs.length !== 1) throw new UsageError(`${scenario.id} has ${programs.length} questions that a program answers, so answers come as JSON: {"question": answer}`);
    try {
      return { [programs[0]!.id]: readFileSync(file, 'utf8') };
    } catch (error) {
      throw new UsageError((error as NodeJS.ErrnoException).code === 'ENOENT' ? `there is no file '${file}'` : `'${file}' cannot be read: ${(error as Error).message}`);
    }
  }
  if (file !== '-') return readJson(file);
  return parseJson(readFileSync(0, 'utf8'), 'standard input');
}
