// This project's engine in wasm. Takes paths of programs, a line each; answers with seconds.
import { Engine } from '../../../dist/node/index.mjs';
import { processorSeconds, serve } from './serve.mjs';

const limits = { steps: 1e12, loop_iterations: 1e9, output: 1 << 24 };
const format = process.argv[2];  // of the trace that is made meanwhile; none: nothing is recorded
const engine = await Engine.load();
serve((source) => {
  const start = processorSeconds();
  const { exit } = engine.run(source, format ? { limits, format } : { limits }, {});
  const seconds = processorSeconds() - start;
  return exit === 0 ? seconds : NaN;
});
