// The worker of the package's entry for browsers: the engine's files lie beside it, and bundlers know this form of address.
import createModule from '#engine';
import { serveEngine, wholeEngine } from '../src/engine/serve.ts';

serveEngine({ engine: wholeEngine(createModule, new URL('../engine/stdlib.pack', import.meta.url)) });
