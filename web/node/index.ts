/**
 * The package's entry for node: run, trace, inspect and check asyncio programs from a script.
 *
 *     import { run } from 'asyncio-playground';
 *     const { stdout, virtual_seconds } = await run('import asyncio\nasyncio.run(asyncio.sleep(3))');
 *
 * @packageDocumentation
 */
import { playground, type Playground } from '../package/playground.ts';
import { threads } from './threads.ts';

export * from '../package/playground.ts';
export { Engine } from './engine.ts';

const api: Playground = playground(threads());

export const run: Playground['run'] = api.run;
export const trace: Playground['trace'] = api.trace;
export const events: Playground['events'] = api.events;
export const inspect: Playground['inspect'] = api.inspect;
export const diagnose: Playground['diagnose'] = api.diagnose;
export const explore: Playground['explore'] = api.explore;
export const check: Playground['check'] = api.check;
export const call: Playground['call'] = api.call;
export const close: Playground['close'] = api.close;
