// Starts a worker that holds an engine.
import type { EngineWorker } from '../../package/pool.ts';
import { ownScript } from '../trusted.ts';
import type { Carried } from './carried.ts';
import { webWorker } from './web-worker.ts';
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
  if (!carries && url.origin === self.origin) return webWorker(new Worker(ownScript(url.href), { type: 'module', name: 'engine' }));
  return carried((packed ??= luggage()));
}

async function fetched(): Promise<Luggage> {
  const [wasmUrl] = Object.values(import.meta.glob('../../../dist/engine/engine.wasm', { query: '?url', import: 'default', eager: true })) as string[];
  const [packUrl] = Object.values(import.meta.glob('../../../dist/engine/stdlib.pack', { query: '?url', import: 'default', eager: true })) as string[];
  const get = async (address: string | undefined) => {
    const response = await fetch(address ?? '');
    if (!response.ok) throw new Error(`the engine cannot be fetched: the answer for ${address} is ${response.status}`);
    return response;
  };
  const [script, wasm, modules] = await Promise.all([
    get(carriedUrl).then((response) => response.text()),
    get(wasmUrl).then((response) => response.arrayBuffer()).then((bytes) => WebAssembly.compile(bytes)),
    get(packUrl).then((response) => response.arrayBuffer()).then((bytes) => new Uint8Array(bytes), () => undefined),
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
