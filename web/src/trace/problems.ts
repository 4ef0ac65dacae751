// What went wrong, by lines of the program: from the events, and where nothing ran at all, from Python's message.
import type { Run } from '../state/store.ts';

export interface LineProblem {
  line: number;
  severity: 'error' | 'warning' | 'info';
  text: string;
}

export function problemsByLine(run: Pick<Run, 'model' | 'stderr'>): LineProblem[] {
  const found: LineProblem[] = [];
  for (const e of run.model.problems) {
    if (!e.line) continue;
    if (e.type === 'diagnosis') found.push({ line: e.line, severity: e.severity === 'hint' ? 'info' : e.severity, text: e.fix ? `${e.message} ${e.fix}` : e.message });
    else if (e.type === 'warning_issued') found.push({ line: e.line, severity: 'warning', text: `${e.category}: ${e.message}` });
    else if (e.type === 'exception_unhandled') found.push({ line: e.line, severity: 'error', text: `${e.exception}${e.message ? `: ${e.message}` : ''}` });
    else found.push({ line: e.line, severity: 'error', text: e.message });
  }
  if (found.length === 0 && run.stderr) {
    const places = [...run.stderr.matchAll(/(?:File ".*?", line |^[\w.-]+\.py:)(\d+)/gm)];
    const message = run.stderr.trimEnd().split('\n').at(-1)!;
    const line = Number(places.at(-1)?.[1] ?? 0);
    if (line) found.push({ line, severity: 'error', text: message });
  }
  return found;
}
