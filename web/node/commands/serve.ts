// serve: the page, on this machine only.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve as serveFolder } from '../static-server.mjs';
import { print, UsageError, wholeNumber, type Command } from './options.ts';

export const serve: Command = {
  name: 'serve',
  usage: '[--port N] [--json]',
  summary: 'Serves the page, the custom element and the frame for course pages on this machine.',
  help: `
  --port N        the port (8314, or the next that is free)
  --json          says where it is as one JSON object: address, folder

  It answers on 127.0.0.1 only, until Ctrl+C. To publish, copy the folder that it names to any static host:
  web/docs/hosting.md says which headers it should send.

exit status
  0 it was ended; 2 the port is taken, or the page has not been built
`,
  stays: true,
  options: { json: { type: 'boolean' }, port: { type: 'string' } },
  runs: false,
  async run({ values, files }) {
    if (files.length > 0) throw new UsageError(`serve takes no file, and '${files[0]}' was given`);
    const port = wholeNumber(values, 'port');
    if (port !== undefined && port > 65535) throw new UsageError(`--port takes a number up to 65535, not '${port}'`);
    const folder = fileURLToPath(new URL('../web', import.meta.url));
    if (!existsSync(join(folder, 'index.html'))) throw new UsageError(`the page has not been built: there is no ${join(folder, 'index.html')} (npm run build makes it)`);
    let server: { address: string };
    try {
      server = await serveFolder({ folder, ...(port === undefined ? {} : { port, exact: true }) });
    } catch (error) {
      throw new UsageError((error as Error).message);
    }
    print(values.json ? `${JSON.stringify({ address: server.address, folder })}\n` : `Asyncio Playground is at ${server.address} (from ${folder}; Ctrl+C ends it)\n`);
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    process.exit(0);
  },
};
