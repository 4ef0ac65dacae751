// check: the verdict on a learner's answers, as JSON. The page and `ap check` say the same, byte for byte.
import { readFileSync } from 'node:fs';
import { findScenario, readBundle, readJson } from '../course/folder.ts';
import { Engine } from '../engine.ts';
import { print, UsageError, type Command } from './options.ts';

export const check: Command = {
  name: 'check',
  usage: 'SCENARIO ANSWERS.json|-\n--prepare SCENARIO',
  summary: "Checks answers to a scenario's questions by running its programs: the verdict as JSON.",
  help: `
  SCENARIO is an id ('asyncio-playground scenarios' lists them) or a folder with a scenario.json.
  ANSWERS.json: {"question": answer, ...}, such as {"total": 2, "order": ["A start", "B start"]}; for fix and
  write the program's text. scenarios/README.md says what each kind of question takes.

  --prepare       instead: what each question shows before it is answered (lines to order, right sides)

exit status
  0 all questions are answered right; 1 some are not; 2 a mistake in the command or the scenario
`,
  options: { prepare: { type: 'boolean' } },
  runs: false,
  async run({ values, files }) {
    const wanted = values.prepare ? 1 : 2;
    if (files.length !== wanted) throw new UsageError(values.prepare ? 'check --prepare takes a scenario' : 'check takes a scenario and a file of answers (or - for standard input)');
    const bundle = readBundle(findScenario(files[0]!));
    const request = values.prepare ? { prepare: true } : { answers: files[1] === '-' ? fromStandardInput() : readJson(files[1]!) };
    const engine = await Engine.load();
    const verdict = engine.callText('check', JSON.stringify(bundle), request);
    print(`${verdict}\n`);
    const { error, correct } = JSON.parse(verdict) as { error?: string; correct?: boolean };
    return error !== undefined ? 2 : values.prepare || correct ? 0 : 1;
  },
};

function fromStandardInput(): unknown {
  try {
    return JSON.parse(readFileSync(0, 'utf8'));
  } catch (error) {
    throw new UsageError(`standard input is not JSON: ${(error as Error).message}`);
  }
}
