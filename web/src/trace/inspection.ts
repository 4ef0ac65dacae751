// What the engine's verb `inspect` answers (engine/api/inspect.cpp), as far as the page shows it.

export interface Variable {
  name: string;
  type: string;
  repr: string;
}

export interface Frame {
  function: string;
  file: string;
  line: number;
  source: string;
  locals: Variable[];
  /** a part of asyncio itself */
  library?: boolean;
  not_started?: boolean;
}

export interface InspectedTask {
  id: number;
  name: string;
  state: string;
  /** outermost first */
  stack: Frame[];
}

export interface Inspection {
  seq: number;
  t: number;
  /** the task that runs, or 0 */
  current: number;
  tasks: InspectedTask[];
  /** what runs outside any task, outermost first */
  frames: Frame[];
  globals: Variable[];
}

/** A stack for people: their own functions, the innermost first; asyncio's only where there is nothing else. */
export function ownFrames(stack: readonly Frame[]): Frame[] {
  const own = stack.filter(({ library }) => !library);
  return (own.length > 0 ? own : [...stack]).toReversed();
}

/** Names that a learner did not put there: dunders, modules, functions and classes, which do not change. */
export function tellingGlobals(globals: readonly Variable[]): Variable[] {
  return globals.filter(({ name, type }) => !/^__.*__$/.test(name) && !['module', 'function', 'type', 'builtin_function_or_method'].includes(type));
}
