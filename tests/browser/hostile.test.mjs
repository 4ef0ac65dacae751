// What strangers can send to the page: links, programs that print markup, messages, bombs. All of it is text, stays in its
// place, asks nobody for anything, and Stop ends it.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { browser, server, useBrowser } from './browser.mjs';

let page;
let foreign;

const payloads = [
  '<script>window.pwned=1</script>',
  '<img src=x onerror="window.pwned=1">',
  '<svg onload="window.pwned=1">',
  '"><iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  `'-(window.pwned=1)-'`,
  '<a href="javascript:window.pwned=1">go</a>',
  '</textarea></style></title><script>window.pwned=1</script>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=window.pwned=1>',
  '${window.pwned=1}',
  '{{constructor.constructor("window.pwned=1")()}}',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<img src=https://evil.example/x.png>',
  '<base href=https://evil.example/>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
];

const packed = (state) => deflateRawSync(JSON.stringify(state)).toString('base64url');
const link = (state) => `#run/${packed(state)}`;

useBrowser(8620);

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  foreign = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.address) && !/^(blob|data):/.test(request.url())) foreign.push(request.url());
  });
  page.on('dialog', (dialog) => {
    foreign.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
});

afterEach(async () => {
  const pwned = await page.evaluate(() => window.pwned);
  await page.close();
  assert.equal(pwned, undefined, 'a payload ran');
  assert.deepEqual(foreign, []);
});

/** Elements anywhere in the page, shadow roots included, that only a payload can have brought. */
const planted = () => page.evaluate(() => {
  const found = [];
  const walk = (node) => {
    for (const element of node.querySelectorAll('*')) {
      if (element.matches('iframe, base, math, [onerror], [onload], a[href^="javascript:"], [src*="evil"], [href*="evil"]')) found.push(element.outerHTML.slice(0, 80));
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document.body);
  return found;
});

const quoted = (text) => JSON.stringify(text);

test('payloads in a link: in the program, its task names, its output, its errors and URLs', { timeout: 240_000 }, async () => {
  const source = `import asyncio, aiohttp

payloads = [${payloads.map(quoted).join(',\n    ')}]

async def one(text):
    print(text)
    await asyncio.sleep(1)
    try:
        async with aiohttp.ClientSession() as session:
            await (await session.get("https://evil.example/?" + text)).text()
    except Exception as e:
        print(e)
    local = {text: text}
    raise ValueError(text)

async def main():
    tasks = [asyncio.create_task(one(text), name=text) for text in payloads]
    print(await asyncio.gather(*tasks, return_exceptions=True))
    raise RuntimeError("".join(payloads))

asyncio.run(main())
`;
  await page.goto(`${server.address}${link({ source, step: 5, task: 2 })}`);
  await page.locator('ap-output button').first().waitFor();
  await page.locator('ap-output').getByText('RuntimeError').first().waitFor();
  const shown = (await page.locator('ap-output button .text').allInnerTexts()).join('\n');
  for (const text of payloads) assert.ok(shown.includes(text), `${text} is shown as text`);
  assert.deepEqual(await planted(), []);
  // Step through it, so that tooltips, words and the inspector have shown it too.
  for (let i = 0; i < 12; i++) await page.getByRole('button', { name: 'Step forward' }).click();
  assert.deepEqual(await planted(), []);
});

test('payloads as the link itself', { timeout: 120_000 }, async () => {
  await page.goto(server.address);
  await page.locator('ap-app').waitFor();
  for (const text of payloads) {
    for (const hash of [`#${text}`, `#run/${text}`, `#course/${text}`, `#example/${text}`, link({ source: text, input: [text], axis: text, seed: text })]) {
      await page.evaluate((hash) => (location.hash = hash), hash);
      await page.waitForTimeout(20);
      assert.deepEqual(await planted(), []);
    }
  }
  await page.goto('about:blank');
  await page.goto(`${server.address}#run/${encodeURIComponent(payloads[1])}`);
  await page.locator('ap-app').waitFor();
  assert.deepEqual(await planted(), []);
});

test('a zip bomb in a link is refused at once', { timeout: 60_000 }, async () => {
  await page.goto(server.address);
  await page.locator('ap-output button').first().waitFor();
  const bomb = `#run/${deflateRawSync(Buffer.alloc(60_000_000)).toString('base64url')}`;
  // The processor time of the page's own thread from the new address to the notice, against a link that is damaged and small:
  // both draw the page. The machine may be busy, so not by the clock, and the best of five.
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  const notice = async (hash) => {
    await page.evaluate(async () => {
      location.hash = '#example/none';
      while (document.querySelector('ap-app').shadowRoot.textContent.includes('damaged')) await new Promise((next) => setTimeout(next, 5));
    });
    const before = await spent();
    await page.evaluate(async (hash) => {
      location.hash = hash;
      while (!document.querySelector('ap-app').shadowRoot.textContent.includes('damaged')) await new Promise((next) => setTimeout(next, 5));
    }, hash);
    return (await spent()) - before;
  };
  let more = Infinity;
  for (let tries = 0; tries < 5 && more > 100; tries++) {
    const small = await notice('#run/AAAA');
    more = Math.min(more, (await notice(bomb)) - small);
  }
  assert.ok(more < 100, `${more.toFixed(0)} ms of the processor more than a small damaged link`);
});

test('forged messages to the page change nothing', { timeout: 60_000 }, async () => {
  await page.goto(server.address);
  await page.locator('ap-output button').first().waitFor();
  const before = await page.locator('ap-output').evaluate((element) => element.shadowRoot.textContent);
  await page.evaluate((texts) => {
    for (const text of texts) {
      for (const type of ['ready', 'done', 'stdout', 'events', 'load', 'run', 'setState', 'failed', 'answer']) {
        window.postMessage({ type, id: 1, source: text, bytes: new Uint8Array([60]), message: text }, '*');
        window.postMessage({ asyncPlayground: { v: 1, id: 'x', type, data: { code: text, attributes: { src: 'https://evil.example/', onload: text } } } }, '*');
      }
      window.postMessage(text, '*');
    }
  }, payloads);
  await page.waitForTimeout(100);
  assert.equal(await page.locator('ap-output').evaluate((element) => element.shadowRoot.textContent), before);
  assert.deepEqual(await planted(), []);
});

test('payloads in every field of a scenario', { timeout: 120_000 }, async () => {
  const id = 'loop/who-is-first';
  await page.goto(`${server.address}#course/${id}`);
  await page.locator('ap-course ap-question').first().waitFor();
  const fields = await page.evaluate(async (texts) => {
    const course = document.querySelector('ap-app').shadowRoot.querySelector('ap-course');
    let count = 0;
    // What names things, and where a question's answer comes from, stays: else there is nothing to show.
    const kept = /^(id|kind|file|from|chapter|source|does|who|by|prints|ties|pick|like|\$schema)$/;
    const spoilt = (value, name = '') => {
      if (typeof value === 'string') return kept.test(name) ? value : `${value} ${texts[count++ % texts.length]}`;
      if (Array.isArray(value)) return value.map((one) => spoilt(one, name));
      return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoilt(one, key)])) : value;
    };
    course.scenario = spoilt(course.scenario);
    await course.updateComplete;
    return count;
  }, payloads);
  assert.ok(fields >= payloads.length, `${fields} fields`);
  for (const hint of await page.locator('ap-question').getByRole('button', { name: 'Hint' }).all()) await hint.click();
  await page.waitForTimeout(200);
  const shown = await page.evaluate(() => {
    const texts = [];
    const walk = (node) => {
      texts.push(node.textContent);
      for (const element of node.querySelectorAll('*')) if (element.shadowRoot) walk(element.shadowRoot);
    };
    walk(document.querySelector('ap-app').shadowRoot.querySelector('ap-course').shadowRoot);
    return texts.join('\n');
  });
  for (const text of payloads.slice(0, 3)) assert.ok(shown.includes(text), `${text} is shown as text`);
  assert.deepEqual(await planted(), []);
});

test('forged messages to the frame: it hears its parent only, and of that only what has the shape', { timeout: 60_000 }, async () => {
  const outer = `${server.address}outer.html`;
  const embed = `${server.address}embed.html#code=${packed({ source: 'print("mine")' })}`;
  const neighbour = `<script>onmessage = ({ data }) => parent.frames[0].postMessage(data, '*')</script>`;
  await page.route(outer, (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>course</title><link rel="icon" href="data:,"><iframe src="${embed}"></iframe><iframe srcdoc="${neighbour.replaceAll('"', '&quot;')}"></iframe>` }));
  await page.goto(outer);
  const state = (send) => page.evaluate((send) => new Promise((resolve) => {
    onmessage = ({ data }) => data.asyncPlayground?.type === 'result' && data.asyncPlayground.id === 'state' && resolve(data.asyncPlayground.data);
    const ask = () => frames[0].postMessage({ asyncPlayground: { v: 1, id: 'state', type: 'getState' } }, '*');
    for (const message of send?.messages ?? []) frames[send.by].postMessage(message, '*');
    setTimeout(ask, send ? 200 : 0);
  }), send);
  await page.frameLocator('iframe >> nth=0').locator('asyncio-playground').waitFor({ state: 'attached' });
  await page.waitForTimeout(500);
  const before = JSON.stringify(await state());
  assert.match(before, /mine/);
  const load = (text) => ({ asyncPlayground: { v: 1, id: 'x', type: 'load', data: { code: text } } });
  // By a neighbour, which is not its parent.
  assert.equal(JSON.stringify(await state({ by: 1, messages: payloads.map(load) })), before);
  // By its parent, but not in the protocol's shape, or with what may not be set.
  const bad = payloads.flatMap((text) => [text, [text], { asyncPlayground: text }, { asyncPlayground: { v: 2, id: 'x', type: 'load', data: { code: text } } }, { asyncPlayground: { v: 1, id: 'x', type: text } },
    { asyncPlayground: { v: 1, id: 'x', type: 'load', data: { attributes: { src: 'https://evil.example/', onload: text } } } }, { asyncPlayground: { v: 1, id: 'x', type: 'load', data: { code: { text } } } }]);
  assert.equal(JSON.stringify(await state({ by: 0, messages: bad })), before);
  // And a right one is heard: the test can fail.
  assert.match(JSON.stringify(await state({ by: 0, messages: [load('print("theirs")')] })), /theirs/);
});

