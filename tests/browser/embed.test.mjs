// Course pages of another origin: the custom element in plain HTML, and sandboxed frames, three of each, and forty at once.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { launch } from '../../.ci/browser.mjs';
import { serve } from '../../.ci/serve.mjs';
import { serve as serveFolder } from '../../web/node/static-server.mjs';

const CAFE = `import asyncio

async def brew(name, seconds):
    print(name, "starts")
    await asyncio.sleep(seconds)
    print(name, "is ready")
    return name

async def main():
    print(await asyncio.gather(brew("coffee", 2), brew("toast", 1)))

asyncio.run(main())`;
const PRINTED = "coffee starts\ntoast starts\ntoast is ready\ncoffee is ready\n['coffee', 'toast']\n";

let browser;
let playground;
let course;
let folder;
/** Requests of any page to an origin that is neither the course's nor the playground's. */
const foreign = [];

/** A page of the course, on an origin that is not the playground's. */
async function open(body, head = '') {
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Course</title>${head}<body>${body}</body></html>`);
  const page = await browser.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && ![new URL(playground.address).origin, new URL(course.address).origin].includes(origin)) foreign.push(request.url());
  });
  await page.goto(course.address);
  return { page, problems };
}

const script = () => `<script type="module" src="${playground.address}asyncio-playground.js"></script>`;
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'course-'));
  playground = await serve({ port: 8520 });
  // A host with a policy of its own would be tested with its own rules; a plain one sends none.
  course = await serveFolder({ folder, port: 8570, plain: true });
  browser = await launch();
});

afterEach(() => assert.deepEqual(foreign.splice(0), []));

after(async () => {
  await browser?.close();
  await playground?.close();
  await course?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('three elements on a plain page of another origin', { timeout: 120_000 }, async () => {
  const { page, problems } = await open(`
    <asyncio-playground id="one" view="code"><pre><code>${escape(CAFE)}</code></pre></asyncio-playground>
    <asyncio-playground id="two" view="stepper" autorun at="t:1" select="Task-2"><pre><code>
        ${escape(CAFE).split('\n').join('\n        ')}
    </code></pre></asyncio-playground>
    <asyncio-playground id="three" view="compare">
      <pre data-label="in turn" data-verdict="wrong">import asyncio
async def main():
    await asyncio.sleep(1)
    await asyncio.sleep(1)
asyncio.run(main())</pre>
      <pre data-label="together" data-verdict="right">import asyncio
async def main():
    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(1))
asyncio.run(main())</pre>
    </asyncio-playground>
    <script>
      window.heard = [];
      for (const type of ['ready', 'beforerun', 'run', 'step', 'change', 'check', 'error', 'resize']) document.addEventListener(type, (event) => heard.push([event.target.id, type, event.detail]));
    </script>`, script());
  const ran = await page.evaluate(async () => {
    await customElements.whenDefined('asyncio-playground');
    return document.getElementById('one').run();
  });
  assert.equal(ran.stdout, PRINTED);
  assert.deepEqual([ran.exit, ran.virtual_seconds], [0, 2]);
  await page.locator('#two').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => heard.some(([id, type]) => id === 'two' && type === 'run'));
  const two = await page.evaluate(async () => {
    const element = document.getElementById('two');
    const at = element.getState();
    await element.step(1);
    const next = element.getState();
    await element.goto({ time: 0 });
    return { at, next, back: element.getState(), code: element.code };
  });
  assert.equal(two.code, `${CAFE}\n`);
  assert.ok(two.next.seq === undefined || two.next.seq > two.at.seq, 'a step goes forward');
  assert.ok(two.back.seq < two.at.seq, 'and goto back');
  await page.locator('#three').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.getElementById('three').shadowRoot.querySelector('ap-player')?.shadowRoot.querySelector('ap-contrast')?.shadowRoot.textContent.includes('together'));
  const types = await page.evaluate(() => [...new Set(heard.map(([id, type]) => `${id} ${type}`))]);
  for (const wanted of ['one ready', 'one beforerun', 'one run', 'one step', 'one resize', 'two ready', 'two run', 'three ready']) assert.ok(types.includes(wanted), `${wanted} was heard`);
  assert.ok(!types.includes('two beforerun') || types.includes('two run'));
  assert.equal(await page.evaluate(() => heard.filter(([, type]) => type === 'error').length), 0);

  // beforerun may be called off; state goes there and back; a trace can be had.
  const more = await page.evaluate(async () => {
    const element = document.getElementById('one');
    element.addEventListener('beforerun', (event) => event.preventDefault(), { once: true });
    const refused = await element.run();
    element.code = 'print("changed")';
    const state = element.getState();
    await element.reset();
    const original = element.code;
    await element.setState(state);
    const restored = (await element.run()).stdout;
    const trace = await (await element.exportTrace('ndjson')).text();
    return { refused, original, restored, first: JSON.parse(trace.split('\n')[0]).type };
  });
  assert.deepEqual(more, { refused: undefined, original: `${CAFE}\n`, restored: 'changed\n', first: 'run_started' });
  assert.deepEqual(problems, []);
  await page.close();
});

test('what is wrong is said in the element, and its text stays text', { timeout: 60_000 }, async () => {
  const payload = '<img src=x onerror="window.hacked=1">';
  const { page } = await open(`
    <asyncio-playground id="one" loading="eager" view="movie" at="soon"><pre>print('${escape(payload)}')</pre></asyncio-playground>
    <asyncio-playground id="two" loading="eager"></asyncio-playground>
    <asyncio-playground id="three" loading="eager" src="missing.py"></asyncio-playground>
    <asyncio-playground id="four" loading="click"><pre>print("later")</pre></asyncio-playground>
    <asyncio-playground id="five" loading="eager" scenario="no/such"></asyncio-playground>`, script());
  const text = (id) => page.evaluate((id) => document.getElementById(id).shadowRoot.querySelector('ap-player')?.shadowRoot.textContent ?? '', id);
  await page.waitForFunction(() => ['one', 'two', 'three', 'five'].every((id) => document.getElementById(id).shadowRoot.querySelector('ap-player')?.shadowRoot.querySelector('[role=alert], ap-exercise')));
  assert.match(await text('one'), /view="movie": it is one of code, timeline/);
  assert.match(await text('one'), /at="soon".*step:37/);
  assert.match(await text('two'), /There is no program/);
  assert.match(await text('three'), /src="missing.py" cannot be fetched: the answer is 404/);
  await page.waitForFunction(() => document.getElementById('five').shadowRoot.querySelector('ap-player').shadowRoot.querySelector('ap-exercise').shadowRoot.textContent.includes('no/such'));
  const ran = await page.evaluate(() => document.getElementById('one').run());
  assert.equal(ran.stdout, `${payload}\n`);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  // A click opens and runs; until then the program can be read.
  assert.equal(await page.evaluate(() => document.getElementById('four').shadowRoot.querySelector('ap-player')), null);
  assert.ok(await page.getByText('print("later")').isVisible());
  await page.getByRole('button', { name: 'Open in the playground' }).click();
  await page.waitForFunction(() => document.getElementById('four').shadowRoot.querySelector('ap-player')?.store.run.result);
  await page.close();
});

test('without JavaScript the programs can be read', { timeout: 30_000 }, async () => {
  writeFileSync(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8">${script()}<asyncio-playground><pre><code>print("to be read")</code></pre></asyncio-playground>`);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(course.address);
  assert.ok(await page.getByText('print("to be read")').isVisible());
  await context.close();
});

test('three sandboxed frames: handshake, requests, learning systems', { timeout: 120_000 }, async () => {
  const frame = (id, hash) => `<iframe id="${id}" title="${id}" sandbox="allow-scripts" width="900" height="700" src="${playground.address}embed.html#${hash}"></iframe>`;
  const { page, problems } = await open(`
    <script>
      window.heard = [];
      addEventListener('message', (event) => {
        const from = [...document.querySelectorAll('iframe')].find((frame) => frame.contentWindow === event.source)?.id;
        heard.push({ from, origin: event.origin, ...event.data });
      });
      let count = 0;
      window.ask = (frame, type, data, v = 1) => new Promise((resolve) => {
        const id = 'course-' + ++count;
        const listen = (event) => {
          const answer = event.data.asyncPlayground;
          if (answer?.id !== id) return;
          removeEventListener('message', listen);
          resolve({ type: answer.type, data: answer.data });
        };
        addEventListener('message', listen);
        document.getElementById(frame).contentWindow.postMessage({ asyncPlayground: { v, id, type, data } }, '*');
      });
    </script>
    ${frame('a', 'view=timeline')} ${frame('b', 'view=code')} ${frame('c', 'scenario=loop/who-is-first')}`);
  await page.waitForFunction(() => ['a', 'b', 'c'].every((id) => heard.some((message) => message.from === id && message.asyncPlayground?.type === 'ready')));
  assert.equal((await page.evaluate(() => ask('a', 'ping'))).type, 'pong');
  await page.evaluate((code) => ask('a', 'load', { code, attributes: { view: 'stepper' } }), CAFE);
  const ran = await page.evaluate(() => ask('a', 'run'));
  assert.equal(ran.type, 'result', JSON.stringify(ran.data));
  assert.equal(ran.data.stdout, PRINTED);
  await page.evaluate(() => ask('a', 'goto', { time: 0.5 }));
  const { data: state } = await page.evaluate(() => ask('a', 'getState'));
  assert.equal(state.code, CAFE);
  assert.ok(state.seq > 0);
  const { data: trace } = await page.evaluate(() => ask('a', 'export', { format: 'text' }));
  assert.match(trace, /Task-1/);

  // Wrong and forged messages.
  assert.match((await page.evaluate(() => ask('b', 'jump'))).data.message, /no request 'jump'/);
  assert.match((await page.evaluate(() => ask('b', 'load', { attributes: { src: 'https://example.org/x.py' } }))).data.message, /'src'/);
  assert.match((await page.evaluate(() => ask('b', 'ping', undefined, 2))).data.message, /version 1/);
  assert.match((await page.evaluate(() => ask('b', 'check'))).data.message, /no exercise/);
  await page.evaluate(() => {
    document.getElementById('b').contentWindow.postMessage('run', '*');
    document.getElementById('b').contentWindow.postMessage({ asyncPlayground: null }, '*');
    document.getElementById('b').contentWindow.postMessage({ subject: 'SPLICE.getState.response', message_id: 'forged', state: { code: 'print("forged")' } }, '*');
  });
  assert.equal((await page.evaluate(() => ask('b', 'getState'))).data.code, '');

  // An exercise is checked; Canvas, SPLICE and xAPI hear of it.
  const { data: verdict } = await page.evaluate(() => ask('c', 'check'));
  assert.equal(verdict.correct, false);
  assert.equal(typeof verdict.score, 'number');
  // A frame out of sight is not laid out, so it has no height to tell until it is scrolled to.
  await page.locator('#c').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => window.heard.some(({ from, subject, height }) => from === 'c' && subject === 'lti.frameResize' && height > 100));
  const heard = await page.evaluate(() => window.heard);
  assert.ok(heard.every(({ origin }) => origin === 'null'), 'the frames have no origin');
  assert.ok(heard.some(({ from, subject, score }) => from === 'c' && subject === 'SPLICE.reportScoreAndState' && score === verdict.score));
  assert.ok(heard.some(({ from, statement }) => from === 'c' && statement?.verb.id.endsWith('/answered') && statement.result.success === false));
  assert.ok(heard.some(({ from, asyncPlayground }) => from === 'a' && asyncPlayground?.type === 'height'));
  assert.deepEqual(problems, []);
  await page.close();
});

test('SPLICE gives the state back', { timeout: 60_000 }, async () => {
  const { page } = await open(`
    <script>
      window.heard = [];
      addEventListener('message', ({ data, source }) => {
        heard.push(data);
        if (data.subject === 'SPLICE.getState') source.postMessage({ subject: 'SPLICE.getState.response', message_id: data.message_id, state: { code: 'print("as before")' } }, '*');
      });
    </script>
    <iframe id="a" title="a" sandbox="allow-scripts" width="900" height="500" src="${playground.address}embed.html#view=code"></iframe>`);
  const frame = page.frameLocator('#a');
  await frame.getByText('as before').waitFor();
  await page.close();
});

test('forty on one page share a few engines', { timeout: 120_000 }, async () => {
  const many = Array.from({ length: 40 }, (_, i) => `<h2>${i}</h2><asyncio-playground id="e${i}"><pre>import asyncio\nasyncio.run(asyncio.sleep(${i}))\nprint(${i} * ${i})</pre></asyncio-playground>`).join('');
  const { page, problems } = await open(many, script());
  await page.waitForFunction(() => document.getElementById('e0').shadowRoot?.querySelector('ap-player'));
  const loaded = await page.evaluate(() => [...document.querySelectorAll('asyncio-playground')].filter((element) => element.shadowRoot.querySelector('ap-player')).length);
  assert.ok(loaded < 20, `only those near the window are loaded at first, not ${loaded}`);
  const outputs = await page.evaluate(async () => Promise.all([...document.querySelectorAll('asyncio-playground')].map(async (element) => (await element.run()).stdout)));
  assert.deepEqual(outputs, Array.from({ length: 40 }, (_, i) => `${i * i}\n`));
  assert.ok(page.workers().length <= 4, `${page.workers().length} workers`);
  assert.deepEqual(problems, []);
  await page.close();
});

test('an element takes the code block before it, as generators write them', { timeout: 60_000 }, async () => {
  const { page, problems } = await open(`
    <div class="highlight"><table><tr><td class="linenos"><pre>1\n2</pre></td><td><pre><span></span><code><span>print(1)</span>\n<span>print(2)</span>\n</code></pre></td></tr></table></div>
    <p><asyncio-playground id="table"></asyncio-playground></p>
    <div><button>Copy</button><pre><code><span class="line">if True:</span><br><span>    print("lines")</span><br></code></pre></div>
    <asyncio-playground id="breaks"></asyncio-playground>
    <pre>print("not mine")</pre><p>Text between</p>
    <asyncio-playground id="none" loading="eager"></asyncio-playground>
    <pre id="own">print("mine")</pre>
    <asyncio-playground id="with"><pre>print("inside")</pre></asyncio-playground>`, script());
  const outputs = await page.evaluate(async () => {
    await customElements.whenDefined('asyncio-playground');
    const result = {};
    for (const id of ['table', 'breaks', 'with']) result[id] = (await document.getElementById(id).run()).stdout;
    return result;
  });
  assert.deepEqual(outputs, { table: '1\n2\n', breaks: 'lines\n', with: 'inside\n' });
  const seen = await page.evaluate(() => [...document.querySelectorAll('body > div, body > pre')].map((block) => block.checkVisibility()));
  assert.deepEqual(seen, [false, false, true, true], 'what an element shows is not shown twice, and nothing else is hidden');
  await page.waitForFunction(() => /There is no program/.test(document.getElementById('none').shadowRoot.querySelector('ap-player')?.shadowRoot.textContent));
  assert.deepEqual(problems, []);
  await page.close();
});

test('hidden set-up code runs first, in the same module', { timeout: 60_000 }, async () => {
  const { page, problems } = await open(`
    <template id="kitchen">
      async def brew(name):
          await asyncio.sleep(3)
          return name + " is ready"
      import asyncio
    </template>
    <asyncio-playground id="one" template="kitchen" view="code"><pre>print(asyncio.run(brew("tea")))</pre></asyncio-playground>
    <asyncio-playground id="two" template="CUPS = 4" view="code"><pre>print(CUPS)\nraise ValueError("here")</pre></asyncio-playground>
    <asyncio-playground id="three" loading="eager" template="nowhere"><pre>print(1)</pre></asyncio-playground>`, script());
  const [one, two] = await page.evaluate(async () => {
    await customElements.whenDefined('asyncio-playground');
    return Promise.all(['one', 'two'].map((id) => document.getElementById(id).run()));
  });
  assert.deepEqual([one.stdout, one.stderr, one.virtual_seconds], ['tea is ready\n', '', 3]);
  assert.equal(two.stdout, '4\n');
  assert.match(two.stderr, /line 2, in <module>[\s\S]*ValueError: here/, 'lines are those of the program that is seen');
  assert.ok(!(await page.locator('#one').innerText()).includes('async def brew'), 'it is hidden');
  await page.waitForFunction(() => /no element of that id/.test(document.getElementById('three').shadowRoot.querySelector('ap-player')?.shadowRoot.textContent));
  assert.deepEqual(problems, []);
  await page.close();
});

test('answers to input(), the network and a link with both', { timeout: 60_000 }, async () => {
  const program = 'import requests\nimport time\nname = input("who? ") + input()\nprint(requests.get("https://a.example/").status_code, name, time.monotonic())\n';
  const { page, problems } = await open(`
    <asyncio-playground id="one" view="code" input="Ada\n Lovelace" network='{"latency": 0.5, "urls": {"https://a.example/*": {"status": 404, "latency": 0.25}}}'><pre>${program}</pre></asyncio-playground>
    <asyncio-playground id="two" view="code" network='{"latency": "soon"}'><pre>print(1)</pre></asyncio-playground>`, script());
  const one = await page.evaluate(async () => {
    await customElements.whenDefined('asyncio-playground');
    return document.getElementById('one').run();
  });
  assert.deepEqual([one.stdout, one.stderr], ['who? 404 Ada Lovelace 0.25\n', '']);
  await page.evaluate(() => document.getElementById('two').run().catch(() => undefined));
  await page.locator('#two').getByText('the option "network.latency" takes a number of at least 0').first().waitFor();
  assert.deepEqual(problems, []);
  await page.close();
});

test('it speaks the language that it is told, and says which it speaks', { timeout: 60_000 }, async () => {
  const { page } = await open(`<div lang="de">
    <asyncio-playground id="de" lang="de-CH" loading="eager" title="Kaffee"><pre>print(1)</pre></asyncio-playground>
    <asyncio-playground id="fr" lang="fr" loading="eager"><pre>print(1)</pre></asyncio-playground>
    <asyncio-playground id="xx" lang="xx" loading="click"><pre>print(1)</pre></asyncio-playground></div>
    <script type="module">
      await customElements.whenDefined('asyncio-playground');
      customElements.get('asyncio-playground').words.fr = { run: 'Exécuter' };
    </script>`, script());
  const run = (id) => page.locator(`#${id} .bar button.primary`);
  await run('de').and(page.getByRole('button', { name: 'Ausführen' })).waitFor();
  assert.equal(await page.locator('#de .bar').getAttribute('lang'), 'de');
  assert.equal(await page.locator('#de .bar b').getAttribute('lang'), 'de', "the title is in the page's language");
  assert.equal(await page.locator('#de .frame').getAttribute('lang'), 'en', 'all else is English');
  await run('de').click();
  await page.locator('#de').getByRole('button', { name: 'Noch einmal' }).waitFor();
  await page.evaluate(() => document.getElementById('fr').setAttribute('lang', 'fr-CA'));
  await page.locator('#fr').getByRole('button', { name: 'Exécuter' }).waitFor();
  assert.equal(await page.locator('#xx button').textContent(), '▶ Open in the playground', 'an unknown language falls back to English');
  assert.equal(await page.locator('#xx button').getAttribute('lang'), 'en');
  await page.close();
});

test("what is typed into it does not reach the page's own keys", { timeout: 60_000 }, async () => {
  const { page } = await open(`<script>window.keys = []; document.addEventListener('keydown', ({ key }) => keys.push(key));</script>
    <asyncio-playground id="one" loading="eager" view="code"><pre>print(1)</pre></asyncio-playground>`, script());
  await page.locator('#one .cm-content').click();
  await page.keyboard.type('n ');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+b');
  assert.match(await page.evaluate(() => document.getElementById('one').code), /n /);
  assert.deepEqual((await page.evaluate(() => keys)).filter((key) => key !== 'Control'), ['Escape', 'b']);
  await page.close();
});

test('an exercise names the misconceptions that a wrong answer was traced to', { timeout: 60_000 }, async () => {
  const { page } = await open('<asyncio-playground id="one" scenario="loop/who-is-first" loading="eager"></asyncio-playground><script>window.heard = []; document.addEventListener("check", ({ detail }) => heard.push(detail));</script>', script());
  const verdicts = await page.evaluate(async () => {
    await customElements.whenDefined('asyncio-playground');
    const element = document.getElementById('one');
    const checks = [];
    for (const answers of [{ 'a-end': 1 }, { 'a-end': 2 }]) {
      await element.setState({ answers });
      checks.push(await element.check());
    }
    return checks;
  });
  assert.deepEqual(verdicts[0].misconceptions, ['every_await_overlaps']);
  assert.equal(verdicts[0].transcript['a-end'], 1);
  assert.deepEqual(verdicts[1].misconceptions, []);
  assert.ok(verdicts[1].score > verdicts[0].score);
  assert.ok(verdicts[1].attempt > verdicts[0].attempt);
  assert.deepEqual((await page.evaluate(() => heard)).flatMap(({ misconceptions }) => misconceptions).at(0), 'every_await_overlaps');
  await page.close();
});

test('forty that run as they come into sight do not hold up the scrolling', { timeout: 120_000 }, async () => {
  const program = (i) => `import asyncio\n\nasync def main():\n    await asyncio.gather(*(asyncio.sleep(n) for n in range(${5 + (i % 6)})))\n\nasyncio.run(main())`;
  const { page, problems } = await open('');
  await browser.startTracing(page, { categories: ['toplevel'] });
  writeFileSync(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${script()}${Array.from({ length: 40 }, (_, i) => `<h2>${i}</h2><asyncio-playground autorun view="${['timeline', 'stepper', 'code', 'timeline'][i % 4]}"><pre>${program(i)}</pre></asyncio-playground>`).join('')}`);
  await page.goto(course.address);
  await page.evaluate(() => new Promise((resolve) => {
    const scroll = () => {
      scrollBy(0, 40);
      const ran = [...document.querySelectorAll('asyncio-playground')].filter((element) => element.shadowRoot?.querySelector('ap-player')?.store.run.result).length;
      if (ran === 40) resolve();
      else requestAnimationFrame(scroll);
    };
    scroll();
  }));
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const key = ({ pid, tid }) => `${pid}:${tid}`;
  const threads = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(key));
  // Time of the processor, not of the clock: the machine of a test may be busy.
  const tasks = traceEvents.filter((event) => /RunTask$/.test(event.name) && threads.has(key(event)) && event.tdur).map(({ tdur }) => tdur / 1000);
  assert.ok(tasks.length > 1000, `${tasks.length} tasks`);
  assert.ok(Math.max(...tasks) < 400, `the longest task took ${Math.max(...tasks)} ms`);
  assert.deepEqual(problems, []);
  await page.close();
});
