// embed.html: one <asyncio-playground> that fills a frame. The frame's address says what it shows:
//
//   embed.html#scenario=loop/who-is-first
//   embed.html#code=<packed>&view=stepper&at=t:1.2       (packed: as "copy link" makes it)
//
// and the page around it may talk to it (messages.ts). Whatever comes from the address or from outside is a stranger's.
import { unpack } from '../state/share.ts';
import { answered, frameResize, messageIds, splice, type Verdict } from './adapters.ts';
import { AsyncioPlayground } from './asyncio-playground.ts';
import { envelope, readRequest, SETTABLE, type Asked, type LoadData } from './messages.ts';

const element = new AsyncioPlayground();
const parent = window.parent === window ? undefined : window.parent;
const nextId = messageIds(`ap-${crypto.randomUUID?.() ?? Math.random().toString(36).slice(2)}`);
let shown = Date.now();

// There may be no origin to name, and nothing that is said here is a secret: the learner's own code and verdicts.
const post = (message: object): void => parent?.postMessage(message, '*');

for (const type of ['ready', 'run', 'step', 'change', 'check', 'error'] as const) {
  element.addEventListener(type, (event) => {
    const { detail } = event as CustomEvent;
    post(envelope(type, nextId(), detail));
    if (type === 'check') grade(detail as Verdict);
    else if (type === 'run') post(splice.sendEvent(nextId(), 'run', detail));
  });
}

element.addEventListener('resize', (event) => {
  const { height } = (event as unknown as CustomEvent<{ height: number }>).detail;
  post(envelope('height', nextId(), { height }));
  post(frameResize(height));
});

function grade(verdict: Verdict): void {
  const state = element.getState();
  post(splice.reportScoreAndState(nextId(), verdict.score, state));
  const activity = location.href.split('#')[0] + (element.getAttribute('scenario') ? `#scenario=${element.getAttribute('scenario')}` : '');
  post({ statement: answered(activity, element.getAttribute('scenario') ?? 'program', verdict, (Date.now() - shown) / 1000) });
  shown = Date.now();
}

addEventListener('message', (event) => {
  if (!parent || event.source !== parent) return;
  const restored = splice.readState(event.data, stateAsked);
  if (restored) return void element.setState(restored).catch(() => undefined);
  const request = readRequest(event.data);
  if (!request) return;
  if ('wrong' in request) return post(envelope('error', request.id, { message: request.wrong }));
  answer(request).then(
    (data) => post(envelope(request.type === 'ping' ? 'pong' : 'result', request.id, data)),
    (error: unknown) => post(envelope('error', request.id, { message: error instanceof Error ? error.message : String(error) })),
  );
});

async function answer(request: Asked): Promise<unknown> {
  switch (request.type) {
    case 'ping': return { version: 1, requests: ['load', 'run', 'reset', 'step', 'goto', 'check', 'getState', 'setState', 'export'] };
    case 'load': return load(request.data);
    case 'run': return element.run();
    case 'reset': return element.reset();
    case 'step': return element.step(request.data.by);
    case 'goto': return element.goto(request.data);
    case 'check': return element.check();
    case 'getState': return element.getState();
    case 'setState': return element.setState(request.data);
    case 'export': return (await element.exportTrace(request.data.format)).text();
  }
}

async function load({ code, attributes = {} }: LoadData): Promise<void> {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (code !== undefined) element.code = code;
  shown = Date.now();
  await element.load();
}

// --- what the address says ------------------------------------------------------------------------------------------

async function begin(): Promise<void> {
  const parameters = new URLSearchParams(location.hash.slice(1));
  element.setAttribute('loading', 'eager');
  for (const name of SETTABLE) {
    const value = parameters.get(name);
    if (value !== null) element.setAttribute(name, value);
  }
  const packed = parameters.get('code');
  try {
    if (packed !== null) {
      const { source, options: { seed, input, network, limits } = {}, step } = await unpack(packed);
      element.code = source;
      const given = { seed, input: input?.join('\n'), network: network && JSON.stringify(network), limits: limits && Object.entries(limits).map(([name, limit]) => `${name}=${limit}`).join(';') };
      for (const [name, value] of Object.entries(given)) if (value !== undefined && !element.hasAttribute(name)) element.setAttribute(name, String(value));
      if (step !== undefined && !element.hasAttribute('at')) void element.addEventListener('run', () => void element.goto({ seq: step }), { once: true });
    }
  } catch (error) {
    const sentence = document.createElement('p');
    sentence.textContent = (error as Error).message;
    document.body.replaceChildren(sentence);
    post(envelope('error', nextId(), { message: (error as Error).message }));
    return;
  }
  document.body.replaceChildren(element);
}

let stateAsked = '';
void begin().then(() => {
  if (!parent) return;
  stateAsked = nextId();
  post(splice.getState(stateAsked));
});
