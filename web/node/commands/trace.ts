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
`,
  options: { json: { type: 'boolean' }, lines: { type: 'boolean' } },
  runs: true,
  run({ values, files, options }) {
    if (values.lines) options.lines = true;
    return runFormat('trace', files, options, values.json ? 'rows' : 'text');
  },
};
