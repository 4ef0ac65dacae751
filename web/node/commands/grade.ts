// grade: a whole class's submissions against a scenario's checks; by behaviour, not by text.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { findScenario, readBundle } from '../course/folder.ts';
import { FORMATS, report, type Format } from '../grade/reports.ts';
import { compareRows, mergeRows, readRows, type Row } from '../grade/rows.ts';
import { findSubmissions, readAnswers, shard, type Submission } from '../grade/submissions.ts';
import { progress } from '../terminal.ts';
import { threads } from '../threads.ts';
import { print, UsageError, wholeNumber, type Command } from './options.ts';

export const grade: Command = {
  name: 'grade',
  usage: 'SCENARIO DIR|FILE...\nmerge ROWS.ndjson...',
  summary: "Checks a whole class's submissions by running them: a row each, and a summary.",
  help: `
  SCENARIO is an id or a folder with a scenario.json. A submission is a program (ada.py, or ada/solution.py) that answers
  the scenario's question of the kind fix or write, or answers as JSON (ada.json: {"question": answer}).
  Each runs by itself under the limits of a check: one that hangs, or is hostile, costs only its own row.

  --format F      table (for people; the default), json, ndjson, csv, junit
  --json          the same as --format json
  --out FILE      write the report to FILE; the table still goes to the terminal
  --rows FILE     keep the rows in FILE (NDJSON) while grading; what it holds already is not checked again
  --jobs N        so many at the same time (the number of processors)
  --timeout S     real seconds for one submission (20)
  --question ID   the question that the programs answer, where the scenario has several
  --shard I/N     only the I-th of N portions, for a batch system; 'grade merge' puts the rows together

exit status
  0 graded, whatever the marks; 2 a mistake in the command or the scenario

try it
  asyncio-playground grade coroutines/nothing-cooks submissions/ --rows rows.ndjson --format csv --out marks.csv
`,
  options: {
    json: { type: 'boolean' }, format: { type: 'string' }, out: { type: 'string' }, rows: { type: 'string' }, jobs: { type: 'string' },
    timeout: { type: 'string' }, question: { type: 'string' }, shard: { type: 'string' },
  },
  runs: false,
  async run({ values, files }) {
    const format = (values.format ?? (values.json ? 'json' : 'table')) as Format;
    if (!FORMATS.includes(format)) throw new UsageError(`--format is one of ${FORMATS.join(', ')}, not '${String(values.format)}'`);
    const out = values.out as string | undefined;
    const deliver = (rows: Row[], scenario: string) => {
      if (out === undefined) return print(report(rows, format, scenario));
      writeFileSync(out, report(rows, format, scenario));
      print(report(rows, 'table', scenario));
    };
    if (files[0] === 'merge') {
      if (files.length < 2) throw new UsageError('grade merge takes the files of rows that the shards have written');
      deliver(mergeRows(files.slice(1).map((file) => readRows(textOf(file), file))), 'merged');
      return 0;
    }
    if (files.length < 2) throw new UsageError('grade takes a scenario and the submissions: folders or files');
    const bundle = readBundle(findScenario(files[0]!));
    const program = programQuestion(bundle.scenario, values.question as string | undefined);
    const submissions = shard(findSubmissions(files.slice(1)), values.shard as string | undefined);
    const kept = values.rows as string | undefined;
    const rows = await gradeAll(JSON.stringify(bundle), submissions, {
      program, kept,
      known: kept !== undefined && existsSync(kept) ? readRows(textOf(kept), kept) : [],
      jobs: Math.max(1, wholeNumber(values, 'jobs') ?? availableParallelism()),
      timeout: (wholeNumber(values, 'timeout') ?? 20) * 1000,
    });
    deliver(rows, bundle.scenario.id);
    return 0;
  },
};

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function programQuestion(scenario: { id: string; questions?: { id: string; kind: string }[] }, wanted: string | undefined): string | undefined {
  const answered = (scenario.questions ?? []).filter(({ kind }) => kind === 'fix' || kind === 'write').map(({ id }) => id);
  if (wanted === undefined) {
    if (answered.length > 1) throw new UsageError(`${scenario.id} has several questions that a program answers: say --question ${answered.join(' or ')}`);
    return answered[0];
  }
  if (!answered.includes(wanted)) throw new UsageError(`${scenario.id} has no question '${wanted}' that a program answers${answered.length > 0 ? `; there is ${answered.join(', ')}` : ''}`);
  return wanted;
}

interface Settings {
  program: string | undefined;
  kept: string | undefined;
  known: Row[];
  jobs: number;
  timeout: number;
}

interface Verdict {
  error?: string;
  correct: boolean;
  points: number;
  of: number;
  questions: Record<string, { correct?: boolean; share?: number; feedback?: string[]; checks?: { id: string; passed?: boolean }[]; beliefs?: { id: string }[]; error?: string }>;
}

async function gradeAll(bundle: string, submissions: Submission[], { program, kept, known, jobs, timeout }: Settings): Promise<Row[]> {
  const scenarioKey = createHash('sha256').update(bundle).digest();
  const before = new Map(known.map((row) => [`${row.learner}\0${row.file}\0${row.key}`, row]));
  const pool = threads(jobs);
  const began = Date.now();
  const rows: Row[] = [];
  let next = 0;
  let unwritten = '';
  const write = () => {
    if (kept !== undefined && unwritten !== '') appendFileSync(kept, unwritten);
    unwritten = '';
  };
  if (kept !== undefined) {
    if (known.length > 0) writeFileSync(kept, known.map((row) => `${JSON.stringify(row)}\n`).join('')); // without half a line at its end
    else writeFileSync(kept, '');
  }

  const one = async (submission: Submission): Promise<Row> => {
    const row: Row = { learner: submission.learner, file: submission.file, key: '', correct: false, points: 0, of: 0, questions: {} };
    try {
      const { answers, bytes } = readAnswers(submission, program);
      row.key = createHash('sha256').update(scenarioKey).update(program ?? '').update(bytes).digest('hex');
      const done = before.get(`${row.learner}\0${row.file}\0${row.key}`);
      if (done) return done;
      const verdict = await pool.submit<Verdict>({
        message: { type: 'call', name: 'check', source: bundle, options: { answers } },
        signal: AbortSignal.timeout(timeout),
        reply: (reply) => (reply.type === 'answer' ? { result: reply.answer as Verdict } : undefined),
      });
      if (verdict.error !== undefined) return { ...row, error: verdict.error };
      return { ...row, ...summary(verdict) };
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError') return { ...row, error: `it was stopped after ${timeout / 1000} s` };
      return { ...row, error: (error as Error).message };
    }
  };
  const worker = async () => {
    while (next < submissions.length) {
      const row = await one(submissions[next++]!);
      rows.push(row);
      if (!before.has(`${row.learner}\0${row.file}\0${row.key}`)) unwritten += `${JSON.stringify(row)}\n`;
      if (unwritten.length > 50_000) write();
      const left = Math.round((((Date.now() - began) / rows.length) * (submissions.length - rows.length)) / 1000);
      progress(`${rows.length} of ${submissions.length} checked, about ${left} s to go`);
    }
  };
  try {
    await Promise.all(Array.from({ length: jobs }, worker));
  } finally {
    write();
    pool.close();
  }
  return rows.sort(compareRows);
}

function summary(verdict: Verdict): Pick<Row, 'correct' | 'points' | 'of' | 'questions'> {
  return {
    correct: verdict.correct,
    points: verdict.points,
    of: verdict.of,
    questions: Object.fromEntries(Object.entries(verdict.questions).map(([id, one]) => [id, {
      correct: one.correct ?? false,
      share: one.share ?? (one.correct ? 1 : 0),
      feedback: one.feedback ?? [],
      failed: (one.checks ?? []).filter(({ passed }) => passed === false).map((check) => check.id),
      beliefs: (one.beliefs ?? []).map((belief) => belief.id),
      ...(one.error === undefined ? {} : { error: one.error }),
    }])),
  };
}
