// What strangers can send to the page: links, programs that print markup, messages, bombs. All of it is text, stays in its
// place, asks nobody for anything, and Stop ends it.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { launch } from '../../.ci/browser.mjs';
import { serve } from '../../.ci/serve.mjs';

let server;
let browser;
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

const link = (state) => `#code=${deflateRawSync(JSON.stringify(state)).toString('base64url')}`;

before(async () => {
  server = await serve({ port: 8620 });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

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
  await page.waitForFunction(() => document.querySelector('ap-app').shadowRoot.querySelector('ap-output').shadowRoot.textContent.includes('RuntimeError'));
  const shown = (await page.locator('ap-output button .text').allInnerTexts()).join('\n');
  for (const text of payloads) assert.ok(shown.includes(text), `${text} is shown as text`);
  assert.deepEqual(await planted(), []);
  // Step through it, so that tooltips, words and the inspector have shown it too.
  for (let i = 0; i < 12; i++) await page.getByRole('button', { name: 'Step forward' }).click();
  assert.deepEqual(await planted(), []);
});

test('payloads as the link itself', { timeout: 120_000 }, async () => {
  for (const text of payloads) {
    for (const hash of [`#${text}`, `#code=${text}`, `#course/${text}`, link({ source: text, input: [text], axis: text, seed: text })]) {
      await page.goto('about:blank');
      await page.goto(`${server.address}${encodeURI(hash)}`);
      await page.locator('ap-app').waitFor();
      assert.deepEqual(await planted(), []);
    }
  }
});

test('a zip bomb in a link is refused at once', { timeout: 60_000 }, async () => {
  await page.goto(server.address);
  await page.locator('ap-output button').first().waitFor();
  const began = Date.now();
  await page.evaluate((hash) => (location.hash = hash), `#code=${deflateRawSync(Buffer.alloc(60_000_000)).toString('base64url')}`);
  await page.waitForFunction(() => document.querySelector('ap-app').shadowRoot.textContent.includes('damaged'), undefined, { polling: 10 });
  // 100 ms are tested where nobody else uses the processor: tests/web/state/share.test.ts
  assert.ok(Date.now() - began < 2000);
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

test('forged messages to the frame: it hears its parent only', { timeout: 60_000 }, async () => {
  await page.goto(`${server.address}embed.html`);
  await page.locator('asyncio-playground').first().waitFor({ state: 'attached' });
  const before = await page.evaluate(() => document.body.innerText);
  // From a frame inside it, which is not its parent.
  await page.evaluate((texts) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const script = (text) => frame.contentWindow.parent.postMessage({ asyncPlayground: { v: 1, id: 'x', type: 'load', data: { code: text } } }, '*');
    texts.forEach(script);
    frame.remove();
  }, payloads);
  await page.waitForTimeout(100);
  assert.equal(await page.evaluate(() => document.body.innerText), before);
});

test('Stop ends a program inside a native loop, and the next one runs', { timeout: 120_000 }, async () => {
  const loops = ['sum(range(10**12))', '9**9**9', 'x = 0\nwhile True: x = sorted([1, 0] * 10**6)', '-1 in iter(range(10**12))'];
  for (const loop of loops) {
    await page.goto('about:blank');
    await page.goto(`${server.address}${link({ source: `print("before")\n${loop}\n` })}`);
    await page.locator('ap-editor .cm-content').waitFor();
    const run = page.locator('ap-app .run');
    if (!/stop/i.test(await run.innerText())) await run.click();
    await page.waitForFunction(() => document.querySelector('ap-app').shadowRoot.querySelector('.run').innerText.match(/stop/i));
    await page.waitForTimeout(50);
    const took = await page.evaluate(async () => {
      const button = document.querySelector('ap-app').shadowRoot.querySelector('.run');
      const began = performance.now();
      button.click();
      while (/stop/i.test(button.innerText)) await new Promise((next) => setTimeout(next));
      return performance.now() - began;
    });
    assert.ok(took < 100, `${loop} stopped after ${took.toFixed(0)} ms`);
  }
});
