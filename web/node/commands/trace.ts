// trace: the story of a run in words.
import { runFormat } from './format.ts';
import type { Command } from './options.ts';

export const trace: Command = {
  name: 'trace',
  usage: 'FILE|-',
  summary: 'Tells the story of the run in words: who runs, who waits, what wakes whom.',
  help: `
  --json          one JSON object a row (NDJSON): seq, t, kind, task, who, line, text
  --lines         also each line of the program as it is reached

  Each row says when (virtual seconds), who (a task, the program, the loop), at which line, and what happens. A task
  "is ready" until the loop gets to it; the ready queue is first in, first out.

exit status
  that of the program: 0, 1 after an exception that nobody caught, 3 when a limit stopped it; 2 a mistake in the command

try it
  asyncio-playground trace program.py | head -20
`,
  options: { json: { type: 'boolean' }, lines: { type: 'boolean' } },
  runs: true,
  run({ values, files, options }) {
    if (values.lines) options.lines = true;
    return runFormat('trace', files, options, values.json ? 'rows' : 'text');
  },
};
