// Rows as other programs like them: JSON, CSV (RFC 4180), JUnit XML, and a table for people.
import { clean, out } from '../terminal.ts';
import type { Row } from './rows.ts';

export const FORMATS = ['table', 'json', 'ndjson', 'csv', 'junit'] as const;
export type Format = (typeof FORMATS)[number];

const number = (value: number): string => String(Math.round(value * 1000) / 1000);

/** A cell; what a spreadsheet would take for a formula stays text. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function xml(text: string): string {
  // eslint-disable-next-line no-control-regex -- XML 1.0 has no way to write these
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');
}

/** What a learner should read of a row. */
export function said(row: Row): string[] {
  if (row.error !== undefined) return [row.error];
  return Object.values(row.questions).flatMap(({ correct, feedback, error }) => (error !== undefined ? [error] : correct ? [] : feedback));
}

export function report(rows: readonly Row[], format: Format, scenario: string): string {
  switch (format) {
    case 'json': return `${JSON.stringify({ scenario, submissions: rows }, null, 1)}\n`;
    case 'ndjson': return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    case 'csv': return csv(rows);
    case 'junit': return junit(rows, scenario);
    case 'table': return table(rows, scenario);
  }
}

function csv(rows: readonly Row[]): string {
  const questions = [...new Set(rows.flatMap((row) => Object.keys(row.questions)))].sort();
  const head = ['learner', 'file', 'correct', 'points', 'of', ...questions, 'beliefs', 'feedback'];
  const lines = rows.map((row) => [
    row.learner, row.file, row.correct ? 'yes' : 'no', number(row.points), number(row.of),
    ...questions.map((id) => (row.questions[id] ? number(row.questions[id].share) : '')),
    [...new Set(Object.values(row.questions).flatMap(({ beliefs }) => beliefs))].join(' '),
    said(row).join(' '),
  ]);
  return [head, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function junit(rows: readonly Row[], scenario: string): string {
  const failures = rows.filter((row) => !row.correct && row.error === undefined).length;
  const errors = rows.filter((row) => row.error !== undefined).length;
  const cases = rows.map((row) => {
    const open = `  <testcase classname="${xml(scenario)}" name="${xml(row.learner)}" file="${xml(row.file)}"`;
    if (row.correct) return `${open}/>\n`;
    const what = row.error !== undefined ? 'error' : 'failure';
    const message = row.error ?? `${number(row.points)} of ${number(row.of)} points`;
    return `${open}>\n    <${what} message="${xml(message)}">${xml(said(row).join('\n'))}</${what}>\n  </testcase>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n <testsuite name="${xml(scenario)}" tests="${rows.length}" failures="${failures}" errors="${errors}">\n${cases.join('')} </testsuite>\n</testsuites>\n`;
}

function table(rows: readonly Row[], scenario: string): string {
  const width = Math.min(40, Math.max(7, ...rows.map(({ learner }) => [...learner].length)));
  const cut = (text: string, most: number) => ([...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text);
  const lines = rows.map((row) => {
    const mark = row.error !== undefined ? out.yellow('!') : row.correct ? out.green('✓') : out.red('✗');
    const points = `${number(row.points)}/${number(row.of)}`;
    return `${mark} ${cut(clean(row.learner), width).padEnd(width)}  ${points.padStart(7)}  ${row.correct ? '' : cut(clean(said(row)[0] ?? ''), 90)}`.trimEnd();
  });
  const right = rows.filter(({ correct }) => correct).length;
  const broken = rows.filter(({ error }) => error !== undefined).length;
  const beliefs = new Map<string, number>();
  for (const row of rows) for (const belief of new Set(Object.values(row.questions).flatMap((question) => question.beliefs))) beliefs.set(belief, (beliefs.get(belief) ?? 0) + 1);
  const common = [...beliefs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 5);
  const points = rows.reduce((sum, row) => sum + (row.of > 0 ? row.points / row.of : 0), 0);
  return [
    ...lines,
    '',
    `${scenario}: ${rows.length} submissions, ${right} right, ${rows.length - right - broken} not yet, ${broken} could not be checked; ${rows.length > 0 ? Math.round((100 * points) / rows.length) : 0} % of the points`,
    ...(common.length > 0 ? [`beliefs met: ${common.map(([belief, count]) => `${belief} (${count})`).join(', ')}`] : []),
    '',
  ].join('\n');
}
