// A web worker as the pool needs it (web/package/pool.ts).
import type { EngineWorker } from '../../package/pool.ts';
import type { FromWorker } from './protocol.ts';

export function webWorker(worker: Worker): EngineWorker {
  return {
    post: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    listen(on) {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => on.message(data);
      worker.onerror = (event) => {
        event.preventDefault();
        on.failed(event.message || 'the engine could not be loaded');
      };
    },
  };
}
