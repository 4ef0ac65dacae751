// What needs an operating system is refused by name and line: before the program runs where the name can only be asyncio's,
// else by an exception from the call.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { engineCommand, runOnEngine } from './engines.mjs';

const LOOP = [
  'add_reader(1, print)', 'remove_reader(1)', 'add_writer(1, print)', 'remove_writer(1)',
  'sock_recv(1, 2)', 'sock_recv_into(1, 2)', 'sock_recvfrom(1, 2)', 'sock_recvfrom_into(1, 2)', 'sock_sendall(1, 2)', 'sock_sendto(1, 2, 3)',
  'sock_connect(1, 2)', 'sock_accept(1)', 'sock_sendfile(1, 2)', 'sendfile(1, 2)', 'start_tls(1, 2, 3)', 'create_unix_connection(1)', 'create_unix_server(1)',
  'connect_accepted_socket(1, 2)', 'create_datagram_endpoint(1)', 'connect_read_pipe(1, 2)', 'connect_write_pipe(1, 2)', 'subprocess_exec(1, 2)',
  'subprocess_shell(1, 2)', 'getaddrinfo(1, 2)', 'getnameinfo(1)',
];
const MODULE = ['create_subprocess_exec', 'create_subprocess_shell', 'open_unix_connection', 'start_unix_server'];

const tls = `import asyncio

async def main():
    await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 8000)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
    try:
        await getattr(writer, "start_tls")(None)
    except NotImplementedError as e:
        print(e)

asyncio.run(main())
`;

const program = call => `import asyncio\n\nasync def main():\n    loop = asyncio.get_running_loop()\n    ${call}\n\nprint("begins")\nasyncio.run(main())\n`;

test('each method and function that needs an operating system says so, with its name and line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'refused-'));
  try {
    const name = call => call.slice(0, call.indexOf('('));
    const calls = [...LOOP.map(call => [name(call), `loop.${call}`]), ...LOOP.map(call => [name(call), `getattr(loop, "${name(call)}")${call.slice(name(call).length)}`]), ...MODULE.map(name => [name, `await asyncio.${name}("x")`])];
    const files = calls.map(([name, call], i) => {
      const file = join(folder, `${name}-${i}.py`);
      writeFileSync(file, program(call));
      return file;
    });
    const records = await runOnEngine(engineCommand('native'), files, { jobs: 1, chunk: 50 });
    records.forEach((record, i) => {
      const [name] = calls[i];
      assert.equal(record.exit, 1, name);
      const early = record.stdout === '';
      // What the name is taken from is not known before.
      if (calls[i][1].startsWith('getattr')) assert.ok(!early, name);
      assert.match(record.stderr, early ? new RegExp(`^main\\.py:5: not supported here: .*${name}`) : /line 5, in main/, name);
      if (!early) assert.match(record.stderr, new RegExp(`NotImplementedError: loop\\.${name}: there is no operating system here`), name);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a connection cannot be made secure, and says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'refused-'));
  try {
    writeFileSync(join(folder, 'tls.py'), tls);
    const [record] = await runOnEngine(engineCommand('native'), [join(folder, 'tls.py')]);
    assert.equal(record.stdout, 'StreamWriter.start_tls() is not supported here: the network is simulated\n', record.stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
