// events: the event stream as NDJSON.
import { runFormat } from './format.ts';
import type { Command } from './options.ts';

export const events: Command = {
  name: 'events',
  usage: 'FILE|-',
  summary: 'Writes the event stream, one JSON object a line (NDJSON), from which all else can be drawn.',
  help: `
  --lines         also each line of the program as it is reached
  --categories C  which events: names, separated by commas, such as "scheduling,output"; "all"; "default,-network"

  Each event and each field is described in engine/trace/events.schema.json.
`,
  options: { lines: { type: 'boolean' }, categories: { type: 'string' } },
  runs: true,
  run({ values, files, options }) {
    if (values.lines) options.lines = true;
    if (values.categories !== undefined) options.categories = values.categories as string;
    return runFormat('events', files, options, 'ndjson');
  },
};
