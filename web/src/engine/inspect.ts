// The answer of the verb `inspect` (engine/api/inspect.cpp): the whole state of a program right after one of its events.
import type { TraceEvent } from '../trace/events.generated.ts';
import type { RunOptions } from './protocol.ts';

export interface NamedValue {
  name: string;
  /** empty for a name that is not bound */
  type: string;
  repr: string;
}

export interface StackFrame {
  function: string;
  /** Part of the library, not the program's code: it has no line of the program, and no locals are shown. */
  library?: boolean;
  file: string;
  line: number;
  source: string;
  /** a coroutine that has not begun: `line` is that of its `async def` */
  not_started?: boolean;
  locals: NamedValue[];
  locals_left_out?: number;
}

export interface Wait {
  kind?: 'task' | 'timer' | 'lock' | 'gather' | 'future';
  future?: number;
  /** what it is, in a word or two: "Task-2", "lock" */
  text: string;
  until?: number;
  lock?: number;
  side?: string;
  children?: number[];
}

export interface InspectedTask {
  id: number;
  name: string;
  state: 'created' | 'ready' | 'running' | 'waiting' | 'returned' | 'raised' | 'cancelled';
  waits_for?: Wait;
  awaited_by?: number[];
  cancel_requests?: number;
  result?: string;
  exception?: string;
  /** outermost first; empty once it is done */
  stack: StackFrame[];
  context?: NamedValue[];
}

export interface InspectedLoop {
  id: number;
  running: boolean;
  iteration: number;
  ready: { handle: number; task?: number; name?: string; callback?: string }[];
  timers: { handle: number; deadline: number; callback: string; future?: number; task?: number; name?: string }[];
  timers_left_out?: number;
}

export interface InspectedLock {
  id: number;
  kind: string;
  name?: string;
  waiters: { future: number; side: string; task?: number; name?: string }[];
  locked?: boolean;
  set?: boolean;
  value?: number;
  arrived?: number;
  parties?: number;
  size?: number;
  maxsize?: number;
  unfinished?: number;
  items?: string[];
}

export interface Inspection {
  seq: number;
  t: number;
  event: TraceEvent;
  /** the task that runs, or 0 */
  current: number;
  thread?: string;
  tasks: InspectedTask[];
  tasks_left_out?: number;
  /** what runs outside any task, outermost first */
  frames: StackFrame[];
  globals: NamedValue[];
  loops: InspectedLoop[];
  locks: InspectedLock[];
}

/** Options of the run, which must be those of the run whose events are looked at, and where to look. */
export type InspectOptions = Pick<RunOptions, 'filename' | 'seed' | 'input' | 'categories' | 'lines' | 'lines_in_a_row' | 'limits'> &
  ({ seq: number } | { t: number }) & { /** may a __repr__ of the program run? (true) */ reprs?: boolean };
