// Streams between the tasks of a generated program: servers that answer in a few ways, clients that do a few things in a row.
import { delay } from './awaitables.mjs';
import { indented, node } from './tree.mjs';

const PORTS = [8000, 8001];
const port = g => g.rng.pick(PORTS);

/** What a connection's handler does. */
const HANDLERS = {
  echo: () => ['while line := await reader.readline():', '    await asyncio.sleep(pause)', '    writer.write(line.upper())', '    await writer.drain()', 'writer.close()'],
  whole: () => ['data = await reader.read()', 'log("server read", data[:20], len(data))', 'writer.write(str(len(data)).encode())', 'writer.close()', 'await writer.wait_closed()'],
  greeting: () => ['writer.write(b"hello\\nworld\\n")', 'await writer.drain()', 'await asyncio.sleep(pause)', 'writer.write_eof()', 'log("server read", await reader.read(3))', 'writer.close()'],
  raises: () => ['await reader.read(2)', 'await asyncio.sleep(pause)', 'raise Boom("handler")'],
  silent: () => ['await asyncio.sleep(100)'],
  drops: () => ['writer.transport.abort()'],
  slow: () => ['await asyncio.sleep(pause)', 'total = 0', 'while data := await reader.read(40000):', '    total += len(data)', 'log("server read", total)', 'writer.write(b"done\\n")', 'writer.close()'],
};

const STEPS = [
  [6, g => { const x = g.label(); return [`writer.write(b"${x}\\n")`]; }],
  [1, g => [`writer.writelines([b"${g.label()}", b"${g.label()}\\n"])`]],
  [3, () => ['await writer.drain()']],
  [5, () => ['log("line", await reader.readline())']],
  [2, g => [`log("read", await reader.read(${g.rng.pick([0, 1, 3, 100])}))`]],
  [1, g => [`log("exactly", await reader.readexactly(${g.rng.between(1, 8)}))`]],
  [1, g => [`log("until", await reader.readuntil(${g.rng.pick(['b"X"', 'b"x"', '(b"1", b"2")'])}))`]],
  [0.6, () => ['log("all", await reader.read())']],
  [1, () => ['writer.write_eof()']],
  [1, () => ['writer.close()']],
  [0.7, () => ['await writer.wait_closed()']],
  [0.8, () => ['log(reader.at_eof(), writer.is_closing(), writer.can_write_eof())']],
  [1, g => [`await asyncio.sleep(${delay(g)})`]],
  [0.5, () => ['async for line in reader:', '    log("for", line)']],
  [0.5, g => [`writer.write(b"y" * ${g.rng.pick([30000, 70000, 200000])})`, 'await writer.drain()', 'log("drained", writer.transport.get_write_buffer_size())']],
  [0.3, () => ['log(writer.get_extra_info("peername"), writer.get_extra_info("sockname"), writer.get_extra_info("none", 7))']],
  [0.3, () => ['log(reader, writer)']],
  [0.2, () => ['writer.transport.abort()']],
];

export const KINDS = {
  serve: {
    weight: 0.7,
    when: g => g.streams,
    make: g => node('serve', { port: port(g), how: g.rng.weighted([[5, 'echo'], [3, 'whole'], [3, 'greeting'], [1, 'raises'], [1, 'silent'], [1, 'drops'], [2, 'slow']]), pause: delay(g), limit: g.rng.chance(0.15) ? g.rng.pick([1, 4, 100]) : null }),
    render: n => [
      'async def handle(reader, writer):', `    pause = ${n.p.pause}`, `    log("connected", writer.get_extra_info("peername"))`, '    try:', ...indented(indented(HANDLERS[n.p.how]())), '    finally:', '        log("handler ends")',
      `S[${n.p.port}] = await asyncio.start_server(handle, "localhost", ${n.p.port}${n.p.limit ? `, limit=${n.p.limit}` : ''})`,
    ],
  },
  connect: {
    weight: 3,
    when: (g, scope) => scope.depth < 3 && (g.streams || g.rng.chance(0.03)),
    make: g => node('connect', { port: port(g), x: g.label(), limit: g.rng.chance(0.15) ? g.rng.pick([1, 4, 100]) : null, steps: g.several(2, 7, () => g.rng.weighted(STEPS)(g)), close: g.rng.chance(0.6) }),
    render: n => [
      'try:', `    reader, writer = await asyncio.open_connection("localhost", ${n.p.port}${n.p.limit ? `, limit=${n.p.limit}` : ''})`, ...indented(n.p.steps.flat()),
      ...(n.p.close ? indented(['writer.close()', 'await writer.wait_closed()']) : []),
      'except (OSError, ValueError, RuntimeError, EOFError) as e:', `    log("${n.p.x}", repr(e))`,
    ],
  },
  server: {
    weight: 0.8,
    when: g => g.streams,
    make: g => node('server', { port: port(g), x: g.label(), how: g.rng.weighted([[4, 'close'], [1, 'wait'], [1, 'serving'], [1, 'show'], [1, 'forever'], [0.5, 'close_clients'], [0.5, 'abort_clients']]), t: g.rng.pick(g.tasks) }),
    render: n => [`if ${n.p.port} in S:`, ...indented({
      close: [`S[${n.p.port}].close()`],
      wait: [`S[${n.p.port}].close()`, `log("${n.p.x}", await S[${n.p.port}].wait_closed())`],
      serving: [`log("${n.p.x}", S[${n.p.port}].is_serving(), len(S[${n.p.port}].sockets))`],
      show: [`log("${n.p.x}", S[${n.p.port}])`],
      forever: [`T["${n.p.t}"] = asyncio.create_task(S[${n.p.port}].serve_forever(), name="${n.p.t}")`],
      close_clients: [`S[${n.p.port}].close_clients()`],
      abort_clients: [`S[${n.p.port}].abort_clients()`],
    }[n.p.how])],
  },
  readerByHand: {
    weight: 0.6,
    make: g => node('readerByHand', {
      x: g.label(), limit: g.rng.chance(0.3) ? g.rng.pick([1, 2, 6]) : null, end: g.rng.weighted([[5, 'eof'], [1, 'error'], [1, null]]),
      parts: g.several(1, 4, () => [delay(g), g.rng.pick(['ab', 'line\\n', 'a\\nb\\n', '', 'long long long text'])]),
      reads: g.several(1, 4, () => g.rng.pick(['readline()', 'read(3)', 'read()', 'readexactly(4)', 'readuntil(b"o")', 'readuntil((b"b", b"\\n"))'])),
    }),
    render: n => [
      `reader = asyncio.StreamReader(${n.p.limit ? `limit=${n.p.limit}` : ''})`,
      ...n.p.parts.map(([d, text]) => `asyncio.get_running_loop().call_later(${d}, reader.feed_data, b"${text}")`),
      ...(n.p.end ? [`asyncio.get_running_loop().call_later(3, ${n.p.end === 'eof' ? 'reader.feed_eof' : 'reader.set_exception, Boom("stream")'})`] : []),
      'try:', ...n.p.reads.map(read => `    log("${n.p.x}", await reader.${read}, reader.at_eof())`),
      'except Exception as e:', `    log("${n.p.x}", repr(e), reader)`,
    ],
  },
};
