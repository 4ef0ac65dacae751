// web/docs/api.md is true: its examples are run, in node and in a browser. And what holds for every function of the package,
// in both: it can be called off, its mistakes have a type, its events can be iterated over.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from '../../.ci/browser.mjs';
import { root } from '../../.ci/say.mjs';
import { serve } from '../../.ci/serve.mjs';
import * as inNode from '../../dist/node/index.mjs';

let server;
let browser;
before(async () => {
  server = await serve({ folder: join(root, 'dist'), port: 8540, plain: true });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const AsyncFunction = (async () => undefined).constructor;

/** The examples of a part of the document: {name, code, wanted: what the comments behind console.log say}. */
function examples(from, to) {
  const text = readFileSync(join(root, 'web/docs/api.md'), 'utf8');
  const part = text.slice(text.indexOf(`\n## ${from}\n`), text.indexOf(`\n## ${to}\n`));
  return [...part.matchAll(/^### (\S+)\n[\s\S]*?(?=^### |$(?![\s\S]))/gm)].flatMap(([section, name]) =>
    [...section.matchAll(/^```js\n([\s\S]*?)^```/gm)].map(([, code]) => ({ name, code, wanted: [...code.matchAll(/console\.log\(.*\).*; \/\/ (.*)$/gm)].map(([, said]) => said) })));
}

// A call's arguments as JSON, apart by spaces: what the comments show.
const collect = `const said = []; const console = { log: (...args) => said.push(args.map((one) => JSON.stringify(one)).join(' ')) };`;

test('the examples of the functions', async () => {
  const found = examples('Functions', 'Shapes');
  assert.deepEqual(found.map(({ name }) => name), ['run', 'trace', 'events', 'inspect', 'diagnose', 'explore', 'check', 'call', 'close', 'loadScenario']);
  for (const { name, code, wanted } of found) {
    const said = await new AsyncFunction('api', `const { ${Object.keys(inNode).join(', ')} } = api; ${collect}\n{ ${code} }\nreturn said;`)(inNode);
    assert.deepEqual(said, wanted, name);
    if (name !== 'close') assert.ok(said.length > 0, `${name} shows what comes out`);
  }
});

test("the examples of the element's methods", { timeout: 120_000 }, async () => {
  const found = examples('The element', 'The command');
  assert.deepEqual(found.map(({ name }) => name.replace('element.', '')).sort(), ['check', 'code', 'exportTrace', 'getState', 'goto', 'reset', 'run', 'setState', 'step']);
  const page = await browser.newPage();
  await page.goto(`${server.address}web/icon.svg`); // any file of this origin
  for (const { name, code, wanted } of found) {
    await page.goto(`${server.address}web/embed.html`); // a page with a policy that lets the element work
    const said = await page.evaluate(async ({ code, collect }) => {
      await customElements.whenDefined('asyncio-playground');
      const element = document.createElement('asyncio-playground');
      element.textContent = 'import asyncio\nasync def main():\n    await asyncio.sleep(1)\nasyncio.run(main())\n';
      document.body.replaceChildren(element);
      return eval(`(async () => { ${collect}\n${code}\nreturn said; })()`);
    }, { code, collect });
    assert.deepEqual(said, wanted, name);
  }
  await page.close();
});

/** Runs in node and in the browser; gives a list of what is wrong. `api` is the package. */
async function promises(api, bundle) {
  const wrong = [];
  const say = (name, what) => wrong.push(`${name}: ${what}`);
  const { OptionError, EngineError } = api;
  const endless = 'while True:\n    pass\n';
  const drain = async (iterator) => {
    for await (const event of iterator) void event;
  };
  const limits = { steps: 1e15 };
  const answers = { repair: endless };
  // name: a call of a program that does not end, with these options
  const calls = {
    run: (options) => api.run(endless, { limits, ...options }),
    trace: (options) => api.trace(endless, { limits, ...options }),
    events: (options) => drain(api.events(endless, { limits, ...options })),
    inspect: (options) => api.inspect(endless, { at: { seq: 1e6 }, limits, ...options }),
    diagnose: (options) => api.diagnose(endless, { limits, ...options }),
    explore: (options) => api.explore(endless, { limits, ...options }),
    check: (options) => api.check(bundle, answers, options),
    call: (options) => api.call('run', endless, { limits, ...options }),
  };
  const wrongly = {
    run: () => api.run('1', { sede: 3 }),
    trace: () => api.trace('1', { format: 'pdf' }),
    events: () => drain(api.events('1', { categories: 'nonsense' })),
    inspect: () => api.inspect('1', { at: { seq: 1e6 } }),
    diagnose: () => api.diagnose('1', { limits: { steps: 'many' } }),
    explore: () => api.explore('1', { runs: 0 }),
    check: () => api.check({ scenario: {}, files: {} }, {}),
    call: () => api.call('cook', '1'),
  };
  for (const [name, call] of Object.entries(calls)) {
    const reason = new Error('enough');
    await call({ signal: AbortSignal.abort(reason) }).then(() => say(name, 'it ran although it was called off before'), (error) => error === reason || say(name, `before: ${error}`));
    const stop = new AbortController();
    const running = call({ signal: stop.signal });
    setTimeout(() => stop.abort(reason), 60);
    await running.then(() => say(name, 'it ended by itself'), (error) => error === reason || say(name, `meanwhile: ${error}`));
    await call({ signal: AbortSignal.timeout(40) }).then(() => say(name, 'no time-out'), (error) => error.name === 'TimeoutError' || say(name, `time-out: ${error}`));
    await wrongly[name]().then(() => say(name, 'no error'), (error) => (error instanceof OptionError && error instanceof TypeError && error.code === 'option' && error.name === 'OptionError' && error.message.length > 10) || say(name, `its mistake is ${error}`));
  }
  // Leaving the loop ends the program; the return value is the result; what comes is in order.
  for await (const event of api.events(`print(1)\n${endless}`, { limits })) if (event.type === 'output' || event.seq > 0) break;
  const iterator = api.events('print(1)\nprint(2)\n');
  const seen = [];
  let step;
  while (!(step = await iterator.next()).done) seen.push(step.value);
  if (step.value.exit !== 0) say('events', `its return value is ${JSON.stringify(step.value)}`);
  if (seen.map(({ seq }) => seq).join() !== seen.map(({ seq }) => seq).sort((a, b) => a - b).join() || seen.filter(({ type }) => type === 'output').length !== 2) say('events', 'what came is not in order');
  // Many at once; a mistake of one is not the others'.
  const many = await Promise.allSettled(Array.from({ length: 12 }, (_, i) => (i % 4 === 3 ? api.run(String(i), { sede: i }) : api.run(`print(${i})`))));
  if (many.some(({ status, value }, i) => (i % 4 === 3 ? status !== 'rejected' : value?.stdout !== `${i}\n`))) say('run', 'many at once');
  const closed = api.run(endless, { limits });
  setTimeout(() => api.close(), 60);
  await closed.then(() => say('close', 'it ended by itself'), (error) => (error instanceof EngineError && error.code === 'engine') || say('close', String(error)));
  if ((await api.run('print(6 * 7)')).stdout !== '42\n') say('close', 'no new engine');
  return wrong;
}

test('in node: called off, typed mistakes, iteration', { timeout: 120_000 }, async () => {
  assert.deepEqual(await promises(inNode, inNode.loadScenario('coroutines/nothing-cooks')), []);
});

test('in a browser: called off, typed mistakes, iteration', { timeout: 120_000 }, async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}web/icon.svg`);
  const wrong = await page.evaluate(async ({ text, bundle }) => {
    const api = await import('/browser/index.mjs');
    return eval(`(${text})`)(api, bundle);
  }, { text: promises.toString(), bundle: inNode.loadScenario('coroutines/nothing-cooks') });
  assert.deepEqual(wrong, []);
  await page.close();
});

test('loadScenario says what is wrong', () => {
  assert.throws(() => inNode.loadScenario('no/such'), (error) => error instanceof inNode.OptionError && /there is no scenario 'no\/such'/.test(error.message));
});
