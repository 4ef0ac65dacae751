// The worker of the package's entry for browsers: the engine's files lie beside it, and bundlers know this form of address.
import createModule from '#engine';
import { serveEngine } from '../src/engine/serve.ts';

serveEngine(createModule, new URL('../engine/stdlib.pack', import.meta.url));
