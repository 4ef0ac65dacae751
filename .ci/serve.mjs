// dist/web on loopback, for `npm start` and the tests.
import { join } from 'node:path';
import { serve as serveFolder } from '../web/node/static-server.mjs';
import { root, Sentence } from './say.mjs';

/** Serves `folder`; tries `port` and, unless `exact`, the ones after it. Resolves to {address, close}. */
export async function serve({ folder = join(root, 'dist/web'), port, exact, plain } = {}) {
  try {
    return await serveFolder({ folder, port, exact, plain });
  } catch (error) {
    throw new Sentence(error.message);
  }
}
