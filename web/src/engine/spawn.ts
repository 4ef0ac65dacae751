// Starts a worker that holds an engine.
import type { EngineWorker } from '../../package/pool.ts';
import { ownScript } from '../trusted.ts';
import type { Carried } from './carried.ts';
import { bytesOf } from './parts.ts';
import { webWorker } from './web-worker.ts';
import type { First } from './worker.ts';
import carriedUrl from 'virtual:carried';
import workerUrl from './worker.ts?worker&url';

/** What a carried worker needs; fetched once, whoever asks. */
export interface Luggage {
  script: string;
  wasm: WebAssembly.Module;
  modules: Uint8Array | undefined;
}

let luggage: () => Promise<Luggage> = fetched;
let carries = false;
let packed: Promise<Luggage> | undefined;

/** For a build that has everything within itself (web/src/embed/single.ts). */
export function carry(from: () => Promise<Luggage>): void {
  luggage = from;
  carries = true;
}

export function spawnEngine(): EngineWorker {
  const url = new URL(workerUrl, document.baseURI);
  const own = !carries && url.origin === self.origin;
  return own ? inParts(url) : carried((packed ??= luggage()));
}

const built = (modules: Record<string, unknown>) => new URL(String(Object.values(modules)[0]), document.baseURI).href;
const wholeUrl = () => built(import.meta.glob('../../../dist/engine/engine.wasm', { query: '?url', import: 'default', eager: true }));
const packUrl = () => built(import.meta.glob('../../../dist/engine/stdlib.pack', { query: '?url', import: 'default', eager: true }));
const firstUrl = () => built(import.meta.glob('../../../dist/engine/first.wasm', { query: '?url', import: 'default', eager: true }));
const restUrl = () => built(import.meta.glob('../../../dist/engine/rest.wasm', { query: '?url', import: 'default', eager: true }));

let first: Promise<First> | undefined;

/** The page fetches it, and has begun to before any script ran (`preload` in index.html); every worker is handed the same. */
function firstPart(): Promise<First> {
  return (first ??= (async () => {
    const wasm = await compiled(firstUrl());
    return { type: 'first', wasm, rest: restUrl(), modules: packUrl() } satisfies First;
  })().catch((error: unknown) => {
    first = undefined;
    throw error;
  }));
}

async function compiled(address: string): Promise<WebAssembly.Module> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the engine cannot be fetched: the answer for ${address} is ${response.status}`);
  // Some hosts do not know the type.
  return response.headers.get('content-type') === 'application/wasm' ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** The worker starts while the first part is on its way. */
function inParts(url: URL): EngineWorker {
  const worker = new Worker(ownScript(url.href), { type: 'module', name: 'engine' });
  const engine = webWorker(worker);
  let on: Parameters<EngineWorker['listen']>[0] | undefined;
  firstPart().then(
    (message) => worker.postMessage(message),
    (error: unknown) => on?.failed((error as Error).message),
  );
  return { ...engine, listen: (to) => engine.listen((on = to)) };
}

async function fetched(): Promise<Luggage> {
  const [script, wasm, modules] = await Promise.all([
    fetch(carriedUrl).then((response) => response.text()),
    compiled(wholeUrl()),
    bytesOf(packUrl()).catch(() => undefined),
  ]);
  return { script, wasm, modules };
}

/** A worker that will be there when its luggage is; what is said to it meanwhile waits. */
function carried(coming: Promise<Luggage>): EngineWorker {
  let worker: EngineWorker | undefined;
  let ended = false;
  let on: Parameters<EngineWorker['listen']>[0] | undefined;
  const waiting: Parameters<EngineWorker['post']>[0][] = [];
  coming.then(
    ({ script, wasm, modules }) => {
      if (ended) return;
      const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      const made = new Worker(ownScript(address), { name: 'engine' });
      made.postMessage({ type: 'carry', wasm, modules } satisfies Carried);
      worker = webWorker(made);
      if (on) worker.listen(on);
      for (const message of waiting) worker.post(message);
    },
    (error: unknown) => {
      packed = undefined;
      on?.failed((error as Error).message);
    },
  );
  return {
    post: (message) => void (worker ? worker.post(message) : waiting.push(message)),
    terminate() {
      ended = true;
      worker?.terminate();
    },
    listen(to) {
      on = to;
      worker?.listen(to);
    },
  };
}
