// The simulated network answers as the run's options say: natively by --options, and what is wrong in them is told by name.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const answers = JSON.parse(readFileSync(new URL('answers.json', import.meta.url), 'utf8'));
const program = `
import asyncio, time, aiohttp, httpx, requests, urllib.request
def told(f):
    start = time.monotonic()
    try:
        result = f()
    except Exception as e:
        result = f'{type(e).__name__}: {e}'.splitlines()[0]
    print(result, time.monotonic() - start)
told(lambda: requests.get('https://elsewhere/x').text)
told(lambda: requests.get('https://slow/x', timeout=3))
told(lambda: requests.get('https://a/missing').raise_for_status())
told(lambda: requests.get('https://down/').text[:0])
told(lambda: requests.get('https://api/x', params={'q': 'a b'}).json())
told(lambda: requests.get('http://silent', timeout=4))
told(lambda: urllib.request.urlopen('https://a/missing'))
told(lambda: urllib.request.urlopen('https://down/'))
told(lambda: httpx.get('https://slow/'))
told(lambda: httpx.get('https://a/missing').raise_for_status())
async def main():
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2)) as s:
        for url in ('https://slow/', 'https://down/', 'https://b/missing', 'https://api/1'):
            try:
                async with s.get(url) as r:
                    print(r.status, r.headers.get('x-rate'), await r.text())
                    r.raise_for_status()
            except Exception as e:
                print(f'{type(e).__name__}: {e}')
asyncio.run(main())
`;
const expected = `GET https://elsewhere/x 1.0
ReadTimeout: HTTPSConnectionPool(host='slow', port=443): Read timed out. (read timeout=3) 3.0
HTTPError: 404 Client Error: Not Found for url: https://a/missing 1.0
ConnectionError: HTTPSConnectionPool(host='down', port=443): Max retries exceeded with url: / (Caused by NewConnectionError('[Errno 111] Connection refused')) 0.5
{'a': [1, 2]} 1.0
ReadTimeout: HTTPConnectionPool(host='silent', port=80): Read timed out. (read timeout=4) 4.0
HTTPError: HTTP Error 404: Not Found 1.0
URLError: <urlopen error [Errno 111] Connection refused> 0.5
ReadTimeout:  5.0
HTTPStatusError: Client error '404 Not Found' for url 'https://a/missing' 1.0
TimeoutError: 
ClientConnectorError: Cannot connect to host down:443 ssl:default [Connect call failed]
404 None nope
ClientResponseError: 404, message='Not Found', url='https://b/missing'
200 5 {"a": [1, 2]}
`;

const folder = mkdtempSync(join(tmpdir(), 'network-'));
const file = join(folder, 'program.py');
writeFileSync(file, program);
const ap = (network) => spawnSync(`.build/${process.env.AP_BUILD ?? 'native'}/ap`, ['run', file, '--options', JSON.stringify({ network })], { encoding: 'utf8' });

test('latency, status, headers, body and failure come from the options of the run', () => {
  const { stdout, status } = ap(answers);
  assert.equal(stdout, expected);
  assert.equal(status, 0);
});

test('streams over the loopback take the latency: a connection once, what is written and the end of it each time', () => {
  const streams = join(folder, 'streams.py');
  writeFileSync(streams, `
import asyncio
def log(*what): print(round(asyncio.get_running_loop().time(), 6), *what)
async def handle(reader, writer):
    log('connected')
    while line := await reader.readline():
        log('server read', line)
        writer.write(line.upper())
    log('server eof')
    writer.close()
async def main():
    server = await asyncio.start_server(handle, 'localhost', 8000)
    log('serving')
    reader, writer = await asyncio.open_connection('localhost', 8000)
    log('open')
    writer.write(b'one\\n')
    writer.write(b'two\\n')
    log(await reader.readline())
    log(await reader.readline())
    writer.write_eof()
    log(await reader.read())
    try:
        await asyncio.open_connection('localhost', 8001)
    except ConnectionRefusedError as e:
        log(type(e).__name__)
asyncio.run(main())
`);
  const run = (network) => spawnSync(`.build/${process.env.AP_BUILD ?? 'native'}/ap`, ['run', streams, '--options', JSON.stringify({ network })], { encoding: 'utf8' }).stdout.trim().split('\n');
  const what = ['serving', 'connected', 'open', "server read b'one\\n'", "server read b'two\\n'", "b'ONE\\n'", "b'TWO\\n'", 'server eof', "b''", 'ConnectionRefusedError'];
  const at = [0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1, 1.25, 1.5];
  const sorted = lines => [...lines].sort();
  assert.deepEqual(sorted(run({ latency: 0.25 })), sorted(what.map((text, i) => `${at[i] || '0.0'}${Number.isInteger(at[i]) && at[i] ? '.0' : ''} ${text}`)));
  assert.ok(run({}).every(line => line.startsWith('0.0 ')));
});

test('the command takes them from a file', { skip: !existsSync('dist/node/cli.mjs') }, () => {
  const json = join(folder, 'answers.json');
  writeFileSync(json, JSON.stringify(answers));
  const { stdout } = spawnSync('node', ['dist/node/cli.mjs', 'run', '--network', json, file], { encoding: 'utf8' });
  assert.equal(stdout, expected);
  writeFileSync(json, '{"latency": ');
  const wrong = spawnSync('node', ['dist/node/cli.mjs', 'run', '--network', json, file], { encoding: 'utf8' });
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /answers\.json is not JSON/);
});

test('events tell who asks for which URL, what comes of it, and which request holds the loop', () => {
  const asking = join(folder, 'asking.py');
  writeFileSync(asking, `
import asyncio, aiohttp, requests
async def fetch(session, url):
    async with session.get(url) as response:
        return response.status
async def main():
    async with aiohttp.ClientSession() as session:
        given_up = asyncio.create_task(fetch(session, 'https://slow/1'))
        print(await asyncio.gather(fetch(session, 'https://a/'), fetch(session, 'https://b/missing')))
        given_up.cancel()
    print(requests.get('https://c/'))
    await asyncio.to_thread(requests.get, 'https://api/x')
asyncio.run(main())
`);
  const run = (format) => spawnSync(`.build/${process.env.AP_BUILD ?? 'native'}/ap`, ['run', asking, '--options', JSON.stringify({ network: answers, format })], { encoding: 'utf8' }).stdout;
  const events = run('ndjson').trim().split('\n').map((line) => JSON.parse(line));
  const of = (type) => events.filter((e) => e.type === type).map(({ seq, type: _, ...fields }) => fields);
  assert.deepEqual(of('request_started').map(({ t, request, method, url, task, line }) => [t, request, method, url, task, line]), [
    [0, 1, 'GET', 'https://slow/1', 2, 4], [0, 2, 'GET', 'https://a/', 3, 4], [0, 3, 'GET', 'https://b/missing', 4, 4], [1, 4, 'GET', 'https://c/', 1, 11],
    [2, 5, 'GET', 'https://api/x', undefined, undefined]]);
  assert.deepEqual(of('request_answered').map(({ t, request, status, bytes, exception }) => [t, request, status, bytes, exception]), [
    [1, 2, 200, 14, undefined], [1, 3, 404, 4, undefined], [2, 4, 200, 14, undefined], [2, 1, 0, 0, 'CancelledError'], [3, 5, 200, 13, undefined]]);
  assert.deepEqual(of('clock_advanced').filter(({ cause }) => cause === 'blocking'), [{ t: 2, from: 1, to: 2, cause: 'blocking', task: 1, function: 'requests.get', line: 11 }]);
  // Each waits for a future of its own, which a timer of the network resolves.
  for (const { future, task } of of('request_started').filter((e) => e.future)) {
    assert.ok(events.some((e) => e.type === 'timer_added' && e.kind === 'network' && e.future === future));
    assert.ok(events.some((e) => e.type === 'task_step_finished' && e.task === task && e.future === future));
  }
  const text = run('text');
  assert.match(text, /pauses: waits for the answer to GET https:\/\/a\//);
  assert.match(text, /requests\.get holds the loop from 1\.0 to 2\.0/);
});

for (const [network, sentence] of [
  [{ latensy: 1 }, 'there is no option "network.latensy"; did you mean "network.latency"?'],
  [{ urls: { a: { status: 1000 } } }, 'the option "network.urls.a.status" takes a whole number from 100 to 599, not 1000'],
  [{ failure: 'broken' }, 'the option "network.failure" takes one of "refused", "unknown host", "reset", "silent", not "broken"'],
  [{ headers: { 'X-Rate': 5 } }, 'the header "X-Rate" takes a text, not 5'],
]) {
  test(`refused: ${JSON.stringify(network)}`, () => {
    const { stderr, status } = ap(network);
    assert.equal(stderr, `ap: ${sentence}\n`);
    assert.equal(status, 2);
  });
}
