// What the page shows of the engine's verb `inspect`.
import type { NamedValue, StackFrame } from '../engine/inspect.ts';

export type { InspectedTask, Inspection, NamedValue as Variable, StackFrame as Frame } from '../engine/inspect.ts';

/** A stack for people: their own functions, the innermost first; asyncio's only where there is nothing else. */
export function ownFrames(stack: readonly StackFrame[]): StackFrame[] {
  const own = stack.filter(({ library }) => !library);
  return (own.length > 0 ? own : [...stack]).toReversed();
}

/** Names that a learner did not put there: dunders, modules, functions and classes, which do not change. */
export function tellingGlobals(globals: readonly NamedValue[]): NamedValue[] {
  return globals.filter(({ name, type }) => !/^__.*__$/.test(name) && !['module', 'function', 'type', 'builtin_function_or_method'].includes(type));
}
