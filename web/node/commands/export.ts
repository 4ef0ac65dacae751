// export: the run in a format that other tools open.
import { runFormat } from './format.ts';
import { UsageError, type Command } from './options.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: 'FORMAT FILE|-',
  summary: 'Turns a run into a format that other tools open.',
  help: `
formats
  chrome            open it in ui.perfetto.dev or chrome://tracing: a track for each task, arrows for wakes
  svg               a picture of the timeline
  mermaid-sequence  a sequence diagram for Markdown: who creates, wakes and cancels whom
  mermaid-gantt     a Gantt chart for Markdown: who waits how long
  ndjson            the event stream
  text              the story in words

  --lines         ndjson and text: also each line of the program as it is reached
  --json          one JSON object around it: format, content (a text), exit, virtual_seconds

exit status
  that of the program: 0, 1 after an exception that nobody caught, 3 when a limit stopped it; 2 a mistake in the command

try it
  asyncio-playground export svg program.py > timeline.svg
`,
  options: { json: { type: 'boolean' }, lines: { type: 'boolean' } },
  runs: true,
  run({ values, files, options }) {
    const [format, ...rest] = files;
    if (format === undefined) throw new UsageError('export takes a format and a file');
    if (values.lines) options.lines = true;
    return runFormat('export', rest, options, format, Boolean(values.json));
  },
};
