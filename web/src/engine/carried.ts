// A worker that fetches nothing: what started it hands it the compiled engine and the modules. For frames that have no
// origin (sandbox="allow-scripts"), for pages of another origin, and for a file on a disk: none of these may start a
// script of ours as a worker, or fetch from one.
import createModule from '#engine';
import type { ToWorker } from './protocol.ts';
import { serveEngine, wholeEngine } from './serve.ts';

export interface Carried {
  type: 'carry';
  wasm: WebAssembly.Module;
  modules: Uint8Array | undefined;
}

const early: MessageEvent<ToWorker>[] = [];

self.onmessage = (event: MessageEvent<Carried | ToWorker>) => {
  if (event.data.type !== 'carry') return void early.push(event as MessageEvent<ToWorker>);
  const { wasm, modules } = event.data;
  serveEngine({
    engine: wholeEngine(createModule, modules, {
      locateFile: (name: string) => name,
      instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
        void WebAssembly.instantiate(wasm, imports).then(done);
        return {};
      },
    }),
  });
  for (const message of early) self.onmessage!(message);
};
