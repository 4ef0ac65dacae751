/**
 * The package's entry for node: run, trace, inspect and check asyncio programs from a script.
 *
 *     import { run } from 'asyncio-playground';
 *     const { stdout, virtual_seconds } = await run('import asyncio\nasyncio.run(asyncio.sleep(3))');
 *
 * @packageDocumentation
 */
import type { Bundle } from '../package/answers.ts';
import { OptionError, playground, type Playground } from '../package/playground.ts';
import { UsageError } from './commands/options.ts';
import { findScenario, readBundle } from './course/folder.ts';
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

/**
 * Reads a scenario for check(). In node only.
 *
 * @param name an id of the course, such as "loop/who-is-first", or a folder with a scenario.json
 * @returns the scenario with the texts of its programs
 * @throws OptionError where there is no such scenario, or its file is not JSON
 * @example
 * const { scenario } = loadScenario('loop/who-is-first');
 * console.log(scenario.title); // "Who is first?"
 */
export function loadScenario(name: string): Bundle & { scenario: { id: string; title: string; [member: string]: unknown } } {
  try {
    return readBundle(findScenario(name));
  } catch (error) {
    throw error instanceof UsageError ? new OptionError(error.message) : error;
  }
}
