// The page's worker: it is handed the engine's first part and fetches the rest when there is time.
import createModule from '#engine';
import { engineInParts, type Addresses } from './parts.ts';
import type { ToWorker } from './protocol.ts';
import { serveEngine } from './serve.ts';

export interface First extends Addresses {
  type: 'first';
  wasm: WebAssembly.Module;
}

const early: MessageEvent<ToWorker>[] = [];

self.onmessage = (event: MessageEvent<First | ToWorker>) => {
  if (event.data.type !== 'first') return void early.push(event as MessageEvent<ToWorker>);
  serveEngine(engineInParts(createModule, event.data.wasm, event.data));
  for (const message of early) self.onmessage!(message);
};
