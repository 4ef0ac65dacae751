// events: the event stream as NDJSON.
import { runFormat } from './format.ts';
import type { Command } from './options.ts';

export const events: Command = {
  name: 'events',
  usage: '[--lines] [--categories C] FILE|-',
  summary: 'Writes the event stream, one JSON object a line (NDJSON), from which all else can be drawn.',
  help: `
  --lines         also each line of the program as it is reached
  --categories C  which events: names, separated by commas, such as "scheduling,output"; "all"; "default,-network"

  --json          nothing else: it is JSON already

  Each event and each field is described in engine/trace/events.schema.json. The program's own output is in the events
  of the type "output".

exit status
  that of the program: 0, 1 after an exception that nobody caught, 3 when a limit stopped it; 2 a mistake in the command

try it
  asyncio-playground events program.py | grep task_created
`,
  options: { json: { type: 'boolean' }, lines: { type: 'boolean' }, categories: { type: 'string' } },
  runs: true,
  run({ values, files, options }) {
    if (values.lines) options.lines = true;
    if (values.categories !== undefined) options.categories = values.categories as string;
    return runFormat('events', files, options, 'ndjson');
  },
};
