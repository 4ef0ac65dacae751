// One row a submission: what became of it. Rows are kept as NDJSON while grading goes on, so that it can be taken up again
// where it was interrupted, and shards can be put together. Nothing in a row depends on when or where it was made.
import { UsageError } from '../commands/options.ts';

export interface Row {
  learner: string;
  file: string;
  /** sha256 over scenario and submission: the same work has the same key */
  key: string;
  correct: boolean;
  points: number;
  of: number;
  /** by question: what a learner should read */
  questions: Record<string, { correct: boolean; share: number; feedback: string[]; failed: string[]; beliefs: string[]; error?: string }>;
  /** why the submission could not be checked at all */
  error?: string;
}

export const compareRows = (a: Row, b: Row): number => (a.learner < b.learner ? -1 : a.learner > b.learner ? 1 : a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

export function readRows(text: string, name: string): Row[] {
  const rows: Row[] = [];
  const lines = text.split('\n');
  lines.forEach((line, i) => {
    if (line.trim() === '') return;
    try {
      const row = JSON.parse(line) as Row;
      if (typeof row.learner !== 'string' || typeof row.key !== 'string' || typeof row.points !== 'number') throw new Error('it is no row of grade');
      rows.push(row);
    } catch (error) {
      // The last line of a run that was interrupted may be half a line: that submission is checked again.
      if (i === lines.length - 1) return;
      throw new UsageError(`${name}: line ${i + 1}: ${(error as Error).message}`);
    }
  });
  return rows;
}

/** Rows of several shards, or of several attempts: for each submission the last one that was read. */
export function mergeRows(lists: Row[][]): Row[] {
  const bySubmission = new Map<string, Row>();
  for (const rows of lists) for (const row of rows) bySubmission.set(`${row.learner}\0${row.file}`, row);
  return [...bySubmission.values()].sort(compareRows);
}
