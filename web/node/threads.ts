// A pool of engines in node's worker threads.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Pool, type EngineWorker } from '../package/pool.ts';
import type { FromWorker } from '../src/engine/protocol.ts';

function spawn(): EngineWorker {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), { name: 'engine' });
  worker.unref();
  return {
    post: (message) => worker.postMessage(message),
    terminate: () => void worker.terminate(),
    listen(on) {
      worker.removeAllListeners();
      worker.on('message', (reply: FromWorker) => on.message(reply));
      worker.on('error', (error) => on.failed(`the engine broke down: ${error.message}`));
    },
    busy: (is) => (is ? worker.ref() : worker.unref()),
  };
}

/** @param size how many programs may run at the same time; by default one for each processor, up to eight */
export const threads = (size = Math.min(8, availableParallelism())): Pool => new Pool(spawn, size);
