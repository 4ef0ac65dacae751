// A peer: MicroPython's wasm. Its asyncio waits with the host's timers, so the host's clock is simulated here: a timer
// that comes next runs at once. Takes paths of programs, a line each; answers with seconds, or nan where it cannot.
import { processorSeconds, serve } from './serve.mjs';

let now = 1_000_000;
let order = 0;
const timers = [];
const later = setImmediate;
Date.now = () => now;
globalThis.performance.now = () => now;
globalThis.setTimeout = (call, delay = 0) => {
  const timer = { at: now + Math.max(0, delay), order: order++, call };
  timers.push(timer);
  if (timers.length === 1) later(fire);
  return timer;
};
globalThis.clearTimeout = (timer) => {
  const at = timers.indexOf(timer);
  if (at >= 0) timers.splice(at, 1);
};

function fire() {
  while (timers.length > 0) {
    let first = 0;
    for (let i = 1; i < timers.length; i++) {
      if (timers[i].at - timers[first].at < 0 || (timers[i].at === timers[first].at && timers[i].order < timers[first].order)) first = i;
    }
    const [timer] = timers.splice(first, 1);
    now = Math.max(now, timer.at);
    timer.call();
  }
}

const { loadMicroPython } = await import('@micropython/micropython-webassembly-pyscript/micropython.mjs');
serve(async (source) => {
  const micropython = await loadMicroPython({ heapsize: 64 << 20, stdout: () => {} });
  await micropython.runPythonAsync('import asyncio');
  const start = processorSeconds();
  await micropython.runPythonAsync(source.replace('asyncio.run(main())', 'await main()'));
  return processorSeconds() - start;
});
