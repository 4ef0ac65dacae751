/**
 * The package's entry for browsers and bundlers: run, trace, inspect and check asyncio programs from a page's script.
 *
 *     import { run } from 'asyncio-playground';
 *     const { stdout, virtual_seconds } = await run('import asyncio\nasyncio.run(asyncio.sleep(3))');
 *
 * @packageDocumentation
 */
import { Pool } from '../package/pool.ts';
import { playground, type Playground } from '../package/playground.ts';
import { webWorker } from '../src/engine/web-worker.ts';

export * from '../package/playground.ts';

const size = Math.max(1, Math.min(4, navigator.hardwareConcurrency || 1));
const pool = new Pool(() => webWorker(new Worker(new URL('./worker.mjs', import.meta.url), { type: 'module', name: 'engine' })), size);

const api: Playground = playground(pool);

export const run: Playground['run'] = api.run;
export const trace: Playground['trace'] = api.trace;
export const events: Playground['events'] = api.events;
export const inspect: Playground['inspect'] = api.inspect;
export const diagnose: Playground['diagnose'] = api.diagnose;
export const explore: Playground['explore'] = api.explore;
export const check: Playground['check'] = api.check;
export const call: Playground['call'] = api.call;
export const close: Playground['close'] = api.close;
