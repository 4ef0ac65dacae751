// The engine in a thread of its own, as web/src/engine/worker.ts has it in a page: what asks it stays free, and ends it
// by ending the thread.
import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from '../src/engine/protocol.ts';
import { Engine } from './engine.ts';

const port = parentPort!;
const say = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
const buffer = (view: ArrayBufferView): ArrayBuffer[] => [view.buffer as ArrayBuffer];

const engine = Engine.load();
engine.then(() => say({ type: 'ready' }), (error: unknown) => say({ type: 'failed', message: String(error) }));

port.on('message', (message: ToWorker) => {
  answer(message).catch((error: unknown) => say({ type: 'failed', message: String(error) }));
});

async function answer(message: ToWorker): Promise<void> {
  const { id, source } = message;
  const loaded = await engine;
  if (message.type === 'call') {
    let answer: unknown;
    try {
      answer = loaded.call(message.name, source, message.options);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      answer = { error: error.message };
    }
    return say({ type: 'answer', id, answer });
  }
  const result = loaded.run(source, message.options, {
    stdout: (bytes) => say({ type: 'stdout', id, bytes }, buffer(bytes)),
    stderr: (bytes) => say({ type: 'stderr', id, bytes }, buffer(bytes)),
    text: (view) => {
      const bytes = view.slice();
      say({ type: 'text', id, bytes }, buffer(bytes));
    },
    events: (view) => {
      const words = view.slice();
      say({ type: 'events', id, words }, buffer(words));
    },
  });
  say({ type: 'done', id, result, truncated: false });
}
