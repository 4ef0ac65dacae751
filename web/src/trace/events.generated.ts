// Generated from engine/trace/events.def by engine/trace/generate.mjs. Do not edit.

/** Number of the schema, which run_started repeats. */
export const SCHEMA = 1;

export type Seconds = number;
/** Line of the program, from 1. */
export type Line = number;
export type TaskId = number;
export type FutureId = number;
export type HandleId = number;
export type CoroutineId = number;
export type SyncId = number;
export type ScopeId = number;
export type ThreadId = number;
export type LoopId = number;
export type RequestId = number;
export type ConnectionId = number;
export type ContextId = number;

export type ClockCause =
  | 'idle' // nothing was ready, so the clock jumped to the next timer
  | 'blocking' // a call that blocks, such as time.sleep, held the loop meanwhile
  | 'busy_wait' // the program read the clock again and again; told once, when it stops;

export type HandleKind =
  | 'callback' // given to call_soon
  | 'future_callback' // a done callback of a future that is now done
  | 'threadsafe' // given to call_soon_threadsafe
  | 'internal' // of the loop's own machinery;

export type TimerKind =
  | 'sleep' // asyncio.sleep
  | 'timeout' // asyncio.timeout, wait_for or wait
  | 'call_later' // the program's own call_later or call_at
  | 'network' // the answer of a simulated request
  | 'thread' // a thread's end
  | 'internal' // of the loop's own machinery;

export type ScheduleReason =
  | 'created' // to take its first step
  | 'yielded' // it gave up control for one round (sleep(0))
  | 'woken' // the future it waits for is done
  | 'cancelled' // to have a cancellation thrown in, or an error for a bad await;

export type StepStart =
  | 'first' // its coroutine begins
  | 'resumed' // the await gives its value
  | 'thrown' // the await raises what the future holds, or CancelledError;

export type StepEnd =
  | 'suspended' // it waits for a future
  | 'yielded' // it is ready again and lets the others go first (sleep(0))
  | 'finished' // its coroutine has ended; task_finished has told how;

export type TaskOutcome =
  | 'returned'
  | 'raised'
  | 'cancelled';

export type FutureKind =
  | 'user' // made by the program
  | 'sleep' // asyncio.sleep waits for it
  | 'gather' // the result of gather
  | 'shield' // the outer side of shield
  | 'wait' // wait, wait_for or as_completed waits for it
  | 'waiter' // someone stands in the line of a lock, queue, event ...
  | 'group' // a TaskGroup waits in it for its tasks
  | 'executor' // the result of a thread
  | 'network' // data or an answer that has not come yet
  | 'internal' // of the loop's own machinery;

export type FutureOutcome =
  | 'result'
  | 'exception'
  | 'cancelled';

export type WaitKind =
  | 'gather'
  | 'wait_all'
  | 'first_completed'
  | 'first_exception'
  | 'as_completed'
  | 'shield'
  | 'wait_for';

export type AwaitTarget =
  | 'coroutine' // a coroutine, which runs inside the same task
  | 'task' // another task
  | 'future' // a future
  | 'generator' // the next value of an async generator
  | 'other' // an object with __await__;

export type SyncKind =
  | 'lock'
  | 'event'
  | 'condition'
  | 'semaphore'
  | 'barrier'
  | 'queue';

export type SyncChange =
  | 'acquired' // lock, semaphore
  | 'released' // lock, semaphore
  | 'set' // event
  | 'cleared' // event
  | 'notified' // condition: waiters were chosen to wake up
  | 'put' // queue
  | 'got' // queue
  | 'task_done' // queue
  | 'shut_down' // queue
  | 'arrived' // barrier: one more waits
  | 'tripped' // barrier: all are there
  | 'reset' // barrier
  | 'broken' // barrier;

export type WaiterSide =
  | 'waiter' // of a lock, event, condition, semaphore or barrier
  | 'getter' // of a queue, waits for an item
  | 'putter' // of a queue, waits for room
  | 'joiner' // of a queue, waits until all items are done;

export type ScopeKind =
  | 'task_group'
  | 'timeout';

export type ScopeCause =
  | 'expired' // the timeout's deadline has come
  | 'child_failed' // a task of the group raised
  | 'body_failed' // the group's own body raised;

export type ScopeOutcome =
  | 'completed'
  | 'timed_out'
  | 'raised'
  | 'cancelled';

export type Stream =
  | 'stdout'
  | 'stderr';

export type UnhandledKind =
  | 'uncaught' // it ended the program
  | 'never_retrieved' // a task or future failed and nobody ever looked
  | 'in_callback' // a callback raised; the loop's exception handler was told
  | 'unraisable' // raised where nobody can catch it, such as in a finaliser;

export type Severity =
  | 'hint'
  | 'warning'
  | 'error';

export interface EventBase {
  /** 0, 1, 2 ... without a hole */
  seq: number;
  /** virtual time */
  t: Seconds;
}

/** The program is about to run. Always the first event. */
export interface RunStarted extends EventBase {
  type: 'run_started';
  /** number of this schema */
  schema: number;
  /** the program's file name, as tracebacks show it */
  program: string;
  /** the Python version whose behaviour this is, "3.14" */
  python: string;
  /** seed of `random` */
  seed: number;
  /** categories switched on, separated by commas */
  categories: string;
  /** other options that shape the run, as name=value, separated by commas */
  options?: string;
}

/** The program has ended and nothing more will happen. Always the last event. */
export interface RunFinished extends EventBase {
  type: 'run_finished';
  /** exit status, as the terminal command gives it */
  exit: number;
  /** the clock at the end */
  virtual_seconds: Seconds;
  /** name of the limit that stopped the run */
  limit?: string;
  /** the run ended because nothing could ever become ready */
  deadlock?: true;
}

/** An event loop was made; it does not run yet. */
export interface LoopCreated extends EventBase {
  type: 'loop_created';
  loop: LoopId;
}

/** The loop begins to run (run_forever, run_until_complete). */
export interface LoopStarted extends EventBase {
  type: 'loop_started';
  loop: LoopId;
  /** it runs until this is done */
  future?: FutureId;
}

/** The loop has left run_forever or run_until_complete. */
export interface LoopStopped extends EventBase {
  type: 'loop_stopped';
  loop: LoopId;
}

/** The loop was closed; what was still in its queues is gone. */
export interface LoopClosed extends EventBase {
  type: 'loop_closed';
  loop: LoopId;
}

/** The loop takes the handles that are ready now and will run each of them once, in order. */
export interface IterationStarted extends EventBase {
  type: 'iteration_started';
  /** number of the iteration in this loop, from 1 */
  iteration: number;
  /** handles in this batch (those cancelled meanwhile still count) */
  ready: number;
  /** timers still waiting */
  timers: number;
}

/** Virtual time has moved on; `t` is the new time already. */
export interface ClockAdvanced extends EventBase {
  type: 'clock_advanced';
  /** the clock before */
  from: Seconds;
  /** the clock now, equal to `t` */
  to: Seconds;
  cause: ClockCause;
  /** idle: the timer it jumped to */
  handle?: HandleId;
  /** otherwise: the task that held the loop */
  task?: TaskId;
  /** the function that took the time, such as "time.sleep" */
  function?: string;
  /** where it was called */
  line?: Line;
}

/** A callback was put at the end of the ready queue. (task_scheduled tells the same of a task's step.) */
export interface HandleScheduled extends EventBase {
  type: 'handle_scheduled';
  handle: HandleId;
  kind: HandleKind;
  /** name of the callback, such as "gather.done_callback" */
  label: string;
  /** future_callback: the future that is done */
  future?: FutureId;
  /** the task that was running */
  by?: TaskId;
  /** where it is not the one that runs */
  loop?: LoopId;
}

/** The loop calls a callback, first in the ready queue. (task_step_started tells the same of a task's step.) */
export interface HandleRunStarted extends EventBase {
  type: 'handle_run_started';
  handle: HandleId;
}

/** The callback has returned. */
export interface HandleRunFinished extends EventBase {
  type: 'handle_run_finished';
  handle: HandleId;
}

/** A callback was cancelled while it stood in the ready queue; it will not run. */
export interface HandleCancelled extends EventBase {
  type: 'handle_cancelled';
  handle: HandleId;
  by?: TaskId;
}

/** A timer was set. */
export interface TimerAdded extends EventBase {
  type: 'timer_added';
  handle: HandleId;
  /** when it is due */
  deadline: Seconds;
  /** number of registration in this loop; it decides between equal deadlines */
  order: number;
  kind: TimerKind;
  /** name of its callback, where the kind does not say enough */
  label?: string;
  /** the task that set it */
  task?: TaskId;
  /** the future it will resolve */
  future?: FutureId;
  line?: Line;
  /** where it is not the one that runs */
  loop?: LoopId;
}

/** A timer was due: it left the timers and was put at the end of the ready queue. */
export interface TimerFired extends EventBase {
  type: 'timer_fired';
  handle: HandleId;
  /** when it was due; later than that is `t`, if something held the loop */
  deadline: Seconds;
}

/** A timer was cancelled before it was due. */
export interface TimerCancelled extends EventBase {
  type: 'timer_cancelled';
  handle: HandleId;
  by?: TaskId;
}

/** A coroutine was made into a task. It runs only when the loop gets to it (unless `eager`). */
export interface TaskCreated extends EventBase {
  type: 'task_created';
  task: TaskId;
  /** its name, "Task-2" unless it was given one */
  name: string;
  /** qualified name of its coroutine function */
  function: string;
  /** the coroutine it drives */
  coroutine?: CoroutineId;
  /** the task that created it; none: the loop or a callback */
  creator?: TaskId;
  loop?: LoopId;
  /** where it was created */
  line?: Line;
  /** it takes its first step at once, inside its creator's */
  eager?: true;
  /** it runs in this */
  context?: ContextId;
}

/** A task's next step was put at the end of the ready queue. */
export interface TaskScheduled extends EventBase {
  type: 'task_scheduled';
  handle: HandleId;
  task: TaskId;
  reason: ScheduleReason;
  /** woken: the future that is done */
  future?: FutureId;
  /** the task that was running: who woke it; none: a timer or callback that is running */
  by?: TaskId;
  /** where it is not the one that runs */
  loop?: LoopId;
}

/** The loop lets a task run. */
export interface TaskStepStarted extends EventBase {
  type: 'task_step_started';
  task: TaskId;
  /** first in the ready queue; none: an eager start */
  handle?: HandleId;
  how: StepStart;
  /** where it goes on: the line of the await it stood at, or of its `async def` */
  line?: Line;
}

/** A task gives control back to the loop. */
export interface TaskStepFinished extends EventBase {
  type: 'task_step_finished';
  task: TaskId;
  outcome: StepEnd;
  /** suspended: what it waits for, possibly a task */
  future?: FutureId;
  /** the await it stands at, innermost line of the program */
  line?: Line;
}

/** A task is done. What waits for it is scheduled right after this. */
export interface TaskFinished extends EventBase {
  type: 'task_finished';
  task: TaskId;
  outcome: TaskOutcome;
  /** returned: what is seen of the value, shortened; absent for None */
  value?: string;
  /** raised: the exception's type, such as "ValueError" */
  exception?: string;
  /** raised, cancelled: its text, shortened */
  message?: string;
  /** the return, the raise, or the await it was cancelled at */
  line?: Line;
}

/** A task was given another name. */
export interface TaskRenamed extends EventBase {
  type: 'task_renamed';
  task: TaskId;
  name: string;
}

/** A task was freed though it was not done ("Task was destroyed but it is pending!"). */
export interface TaskDestroyed extends EventBase {
  type: 'task_destroyed';
  task: TaskId;
}

/** Someone asked a task to cancel. Nothing has happened inside it yet. */
export interface CancelRequested extends EventBase {
  type: 'cancel_requested';
  task: TaskId;
  /** who asked; none: the loop, a timer or a callback */
  by?: TaskId;
  /** requests not taken back so far, this one included */
  requests: number;
  /** what it waits for, which is cancelled too */
  future?: FutureId;
  message?: string;
  /** where cancel() was called */
  line?: Line;
}

/** CancelledError is thrown into a task, at the await it stands at. */
export interface CancelDelivered extends EventBase {
  type: 'cancel_delivered';
  task: TaskId;
  message?: string;
  /** the await; absent where the task never started */
  line?: Line;
}

/** A task caught CancelledError and went on. */
export interface CancelSwallowed extends EventBase {
  type: 'cancel_swallowed';
  task: TaskId;
  /** where it caught it */
  line?: Line;
}

/** A request to cancel was taken back (Task.uncancel). */
export interface TaskUncancelled extends EventBase {
  type: 'task_uncancelled';
  task: TaskId;
  /** requests that are left */
  requests: number;
}

/** A future was made. (A task is told by task_created alone.) */
export interface FutureCreated extends EventBase {
  type: 'future_created';
  future: FutureId;
  kind: FutureKind;
  /** in words, where the kind does not say enough */
  label?: string;
  /** the task that was running */
  task?: TaskId;
  line?: Line;
}

/** A future is done. What waits for it is scheduled right after this. (A task is told by task_finished alone.) */
export interface FutureResolved extends EventBase {
  type: 'future_resolved';
  future: FutureId;
  outcome: FutureOutcome;
  /** result: what is seen of it, shortened; absent for None */
  value?: string;
  /** exception: its type */
  exception?: string;
  /** exception, cancelled: its text, shortened */
  message?: string;
  /** the task that was running; none: a timer or callback */
  by?: TaskId;
  line?: Line;
}

/** A done callback was added to a future. (The wake-up of the task that awaits it is told by task_step_finished.) */
export interface FutureCallbackAdded extends EventBase {
  type: 'future_callback_added';
  future: FutureId;
  label: string;
}

/** A done callback was taken off a future before it was done. */
export interface FutureCallbackRemoved extends EventBase {
  type: 'future_callback_removed';
  future: FutureId;
  label: string;
}

/** A task waits for a future through gather, wait, shield or a TaskGroup. */
export interface AwaiterAdded extends EventBase {
  type: 'awaiter_added';
  future: FutureId;
  /** who waits */
  task: TaskId;
}

/** A task no longer waits for a future through gather, wait, shield or a TaskGroup. */
export interface AwaiterRemoved extends EventBase {
  type: 'awaiter_removed';
  future: FutureId;
  task: TaskId;
}

/** A call that waits for several futures at once, or for one in a special way, began. */
export interface WaitStarted extends EventBase {
  type: 'wait_started';
  kind: WaitKind;
  /** what it waits for, in the order of its arguments */
  children: FutureId[];
  /** gather and shield: the future it gives; otherwise the one it waits in, if made yet */
  future?: FutureId;
  /** who called it */
  task?: TaskId;
  timeout?: Seconds;
  line?: Line;
}

/** An `async def` was called: there is a coroutine object now, and none of its body has run. */
export interface CoroutineCreated extends EventBase {
  type: 'coroutine_created';
  coroutine: CoroutineId;
  /** its qualified name; the library's own with their module, "asyncio.sleep" */
  function: string;
  /** the task that was running */
  task?: TaskId;
  /** where it was called */
  line?: Line;
}

/** A coroutine object was dropped though it never ran. */
export interface CoroutineNeverAwaited extends EventBase {
  type: 'coroutine_never_awaited';
  coroutine: CoroutineId;
  function: string;
  /** where it was called */
  line?: Line;
}

/** Inside a task, an await began: pushed on the task's await stack. */
export interface AwaitStarted extends EventBase {
  type: 'await_started';
  task?: TaskId;
  /** how deep the stack is now, from 1 */
  depth: number;
  target: AwaitTarget;
  /** what is awaited, if a coroutine */
  coroutine?: CoroutineId;
  /** what is awaited, if a task or future */
  future?: FutureId;
  /** coroutine, generator: its qualified name (the library's own with their module: "asyncio.sleep") */
  label?: string;
  /** the line that awaits */
  line?: Line;
}

/** The innermost await of a task gave its value or raised: popped from the task's await stack. */
export interface AwaitFinished extends EventBase {
  type: 'await_finished';
  task?: TaskId;
  /** how deep it was, as await_started said */
  depth: number;
}

/** A lock, event, condition, semaphore, barrier or queue was made. */
export interface SyncCreated extends EventBase {
  type: 'sync_created';
  sync: SyncId;
  kind: SyncKind;
  /** the variable it was first given to, if known */
  name?: string;
  /** queue: maximum size, 0 for none; semaphore: permits; barrier: parties */
  size: number;
  /** condition: its lock */
  lock?: SyncId;
  line?: Line;
}

/** A lock, event, condition, semaphore, barrier or queue changed. */
export interface SyncChanged extends EventBase {
  type: 'sync_changed';
  sync: SyncId;
  change: SyncChange;
  /** now: lock 1 if locked; event 1 if set; semaphore permits left; queue items; barrier waiting */
  value: number;
  /** who did it */
  task?: TaskId;
  /** queue: what is seen of the item, shortened */
  item?: string;
  /** queue: items put and not marked as done */
  unfinished?: number;
  line?: Line;
}

/** A task stands at the end of the line of a lock, queue ... */
export interface WaiterAdded extends EventBase {
  type: 'waiter_added';
  sync: SyncId;
  /** the future it will wait for */
  future: FutureId;
  side: WaiterSide;
  task?: TaskId;
}

/** A task left the line of a lock, queue ... */
export interface WaiterRemoved extends EventBase {
  type: 'waiter_removed';
  sync: SyncId;
  future: FutureId;
}

/** A task entered `async with` of a TaskGroup or a timeout. */
export interface ScopeEntered extends EventBase {
  type: 'scope_entered';
  scope: ScopeId;
  kind: ScopeKind;
  task?: TaskId;
  /** timeout: when it expires */
  deadline?: Seconds;
  line?: Line;
}

/** A timeout was given another deadline. */
export interface ScopeRescheduled extends EventBase {
  type: 'scope_rescheduled';
  scope: ScopeId;
  /** absent: never */
  deadline?: Seconds;
}

/** A group or timeout begins to cancel what is inside it. */
export interface ScopeCancelled extends EventBase {
  type: 'scope_cancelled';
  scope: ScopeId;
  cause: ScopeCause;
  /** child_failed: which */
  task?: TaskId;
}

/** A task left `async with` of a TaskGroup or a timeout. */
export interface ScopeExited extends EventBase {
  type: 'scope_exited';
  scope: ScopeId;
  outcome: ScopeOutcome;
  /** type of the exception that leaves it */
  exception?: string;
  line?: Line;
}

/** A task belongs to a TaskGroup from now on. */
export interface TaskJoinedGroup extends EventBase {
  type: 'task_joined_group';
  scope: ScopeId;
  task: TaskId;
}

/** A task of a TaskGroup is done and the group has taken note. */
export interface TaskLeftGroup extends EventBase {
  type: 'task_left_group';
  scope: ScopeId;
  task: TaskId;
}

/** The program wrote something. */
export interface Output extends EventBase {
  type: 'output';
  stream: Stream;
  text: string;
  /** who wrote it */
  task?: TaskId;
  line?: Line;
}

/** An exception was raised in the program; whether anyone catches it is not known yet. */
export interface ExceptionRaised extends EventBase {
  type: 'exception_raised';
  /** its type */
  exception: string;
  /** its text, shortened */
  message?: string;
  task?: TaskId;
  line?: Line;
}

/** An exception was not handled by the program. */
export interface ExceptionUnhandled extends EventBase {
  type: 'exception_unhandled';
  kind: UnhandledKind;
  exception: string;
  message?: string;
  task?: TaskId;
  future?: FutureId;
  line?: Line;
}

/** A warning, as Python prints it on stderr. */
export interface WarningIssued extends EventBase {
  type: 'warning_issued';
  /** such as "RuntimeWarning" */
  category: string;
  message: string;
  task?: TaskId;
  line?: Line;
}

/** Nothing is ready, no timer is set, and tasks still wait: they would wait for ever. */
export interface DeadlockDetected extends EventBase {
  type: 'deadlock_detected';
  /** the tasks that wait */
  tasks: FutureId[];
  /** who waits for whom, in words */
  message: string;
  /** where the first of them waits */
  line?: Line;
}

/** A limit of the playground stopped the run. */
export interface LimitReached extends EventBase {
  type: 'limit_reached';
  /** its name: steps, memory, output, events, depth, virtual_time ... */
  limit: string;
  /** in words, with the number */
  message: string;
  task?: TaskId;
  line?: Line;
}

/** The playground noticed a mistake that is usual in asyncio programs. */
export interface Diagnosis extends EventBase {
  type: 'diagnosis';
  /** name of the mistake, such as "never_awaited" */
  code: string;
  severity: Severity;
  /** when it happened; it may be noticed later */
  at: Seconds;
  /** what happened and why it matters, for a beginner */
  message: string;
  /** what to write instead */
  fix?: string;
  task?: TaskId;
  /** other tasks and futures it is about */
  related?: FutureId[];
  line?: Line;
}

/** A thread began to run a function. */
export interface ThreadStarted extends EventBase {
  type: 'thread_started';
  thread: ThreadId;
  name: string;
  function: string;
  /** who started it */
  task?: TaskId;
  /** resolved when it ends */
  future?: FutureId;
  line?: Line;
}

/** A thread waits, without holding the loop. */
export interface ThreadBlocked extends EventBase {
  type: 'thread_blocked';
  thread: ThreadId;
  /** what it waits in, such as "time.sleep" */
  function: string;
  /** when it goes on */
  until?: Seconds;
  line?: Line;
}

/** A thread's function has ended. */
export interface ThreadFinished extends EventBase {
  type: 'thread_finished';
  thread: ThreadId;
  /** type of what it raised */
  exception?: string;
}

/** A simulated request was sent. */
export interface RequestStarted extends EventBase {
  type: 'request_started';
  request: RequestId;
  /** such as "GET" */
  method: string;
  url: string;
  task?: TaskId;
  /** resolved by the answer */
  future?: FutureId;
  line?: Line;
}

/** A simulated request was answered, or failed. */
export interface RequestAnswered extends EventBase {
  type: 'request_answered';
  request: RequestId;
  /** such as 200; 0 where there was no answer */
  status: number;
  bytes: number;
  /** type of the error where there was no answer */
  exception?: string;
}

/** A simulated connection stands. */
export interface ConnectionOpened extends EventBase {
  type: 'connection_opened';
  connection: ConnectionId;
  /** its other end */
  peer?: ConnectionId;
  /** host and port */
  address: string;
  /** this is the accepting end */
  server?: true;
  task?: TaskId;
}

/** Data was written to a connection. */
export interface DataSent extends EventBase {
  type: 'data_sent';
  connection: ConnectionId;
  bytes: number;
  /** its beginning */
  preview?: string;
  task?: TaskId;
}

/** Data arrived at this end of a connection and can be read. */
export interface DataReceived extends EventBase {
  type: 'data_received';
  connection: ConnectionId;
  bytes: number;
  preview?: string;
}

/** This end of a connection was closed. */
export interface ConnectionClosed extends EventBase {
  type: 'connection_closed';
  connection: ConnectionId;
  task?: TaskId;
}

/** A context that is not empty was copied; the copy holds the same values from now on. */
export interface ContextCopied extends EventBase {
  type: 'context_copied';
  /** the copy */
  context: ContextId;
  from: ContextId;
}

/** A context variable was set. */
export interface ContextVarSet extends EventBase {
  type: 'context_var_set';
  context: ContextId;
  name: string;
  /** what is seen of the value, shortened */
  value: string;
  task?: TaskId;
  line?: Line;
}

/** A context variable was given back the value it had before, or none. */
export interface ContextVarReset extends EventBase {
  type: 'context_var_reset';
  context: ContextId;
  name: string;
  /** absent: it has none again */
  value?: string;
  task?: TaskId;
  line?: Line;
}

/** The program is about to run this line. */
export interface LineReached extends EventBase {
  type: 'line_reached';
  line: Line;
  /** qualified name of the function, "<module>" outside any */
  function: string;
  task?: TaskId;
}

/** So many lines ran in a row while nothing else happened. Until something does, they are not told. */
export interface LinesLeftOut extends EventBase {
  type: 'lines_left_out';
  lines: number;
  task?: TaskId;
}

export type TraceEvent =
  | RunStarted
  | RunFinished
  | LoopCreated
  | LoopStarted
  | LoopStopped
  | LoopClosed
  | IterationStarted
  | ClockAdvanced
  | HandleScheduled
  | HandleRunStarted
  | HandleRunFinished
  | HandleCancelled
  | TimerAdded
  | TimerFired
  | TimerCancelled
  | TaskCreated
  | TaskScheduled
  | TaskStepStarted
  | TaskStepFinished
  | TaskFinished
  | TaskRenamed
  | TaskDestroyed
  | CancelRequested
  | CancelDelivered
  | CancelSwallowed
  | TaskUncancelled
  | FutureCreated
  | FutureResolved
  | FutureCallbackAdded
  | FutureCallbackRemoved
  | AwaiterAdded
  | AwaiterRemoved
  | WaitStarted
  | CoroutineCreated
  | CoroutineNeverAwaited
  | AwaitStarted
  | AwaitFinished
  | SyncCreated
  | SyncChanged
  | WaiterAdded
  | WaiterRemoved
  | ScopeEntered
  | ScopeRescheduled
  | ScopeCancelled
  | ScopeExited
  | TaskJoinedGroup
  | TaskLeftGroup
  | Output
  | ExceptionRaised
  | ExceptionUnhandled
  | WarningIssued
  | DeadlockDetected
  | LimitReached
  | Diagnosis
  | ThreadStarted
  | ThreadBlocked
  | ThreadFinished
  | RequestStarted
  | RequestAnswered
  | ConnectionOpened
  | DataSent
  | DataReceived
  | ConnectionClosed
  | ContextCopied
  | ContextVarSet
  | ContextVarReset
  | LineReached
  | LinesLeftOut;

export type EventType = TraceEvent['type'];
export type EventOf<T extends EventType> = Extract<TraceEvent, { type: T }>;

/** Categories of events; those marked `true` are recorded unless told otherwise. */
export const CATEGORIES = {
  /** the run's first and last event; recorded whenever anything is */
  run: true,
  /** the loop, tasks, their steps, handles, timers, futures, cancellation, the clock */
  scheduling: true,
  /** coroutine objects, and which coroutine awaits which inside a task */
  awaits: true,
  /** locks, events, conditions, semaphores, barriers, queues; task groups, timeouts, gathers */
  sync: true,
  /** what the program writes */
  output: true,
  /** warnings, lost exceptions, deadlocks, limits, diagnoses */
  problems: true,
  /** each exception at the place where it is raised */
  exceptions: true,
  /** threads and executors */
  threads: true,
  /** simulated requests, connections and the data on them */
  network: true,
  /** context variables */
  contexts: true,
  /** each line of the program as it is reached */
  lines: false,
} as const;
export type Category = keyof typeof CATEGORIES;

/** Every event with its category, in the order of events.def. */
export const EVENT_CATEGORIES: Readonly<Record<EventType, Category>> = {
  run_started: 'run',
  run_finished: 'run',
  loop_created: 'scheduling',
  loop_started: 'scheduling',
  loop_stopped: 'scheduling',
  loop_closed: 'scheduling',
  iteration_started: 'scheduling',
  clock_advanced: 'scheduling',
  handle_scheduled: 'scheduling',
  handle_run_started: 'scheduling',
  handle_run_finished: 'scheduling',
  handle_cancelled: 'scheduling',
  timer_added: 'scheduling',
  timer_fired: 'scheduling',
  timer_cancelled: 'scheduling',
  task_created: 'scheduling',
  task_scheduled: 'scheduling',
  task_step_started: 'scheduling',
  task_step_finished: 'scheduling',
  task_finished: 'scheduling',
  task_renamed: 'scheduling',
  task_destroyed: 'scheduling',
  cancel_requested: 'scheduling',
  cancel_delivered: 'scheduling',
  cancel_swallowed: 'scheduling',
  task_uncancelled: 'scheduling',
  future_created: 'scheduling',
  future_resolved: 'scheduling',
  future_callback_added: 'scheduling',
  future_callback_removed: 'scheduling',
  awaiter_added: 'scheduling',
  awaiter_removed: 'scheduling',
  wait_started: 'scheduling',
  coroutine_created: 'awaits',
  coroutine_never_awaited: 'awaits',
  await_started: 'awaits',
  await_finished: 'awaits',
  sync_created: 'sync',
  sync_changed: 'sync',
  waiter_added: 'sync',
  waiter_removed: 'sync',
  scope_entered: 'sync',
  scope_rescheduled: 'sync',
  scope_cancelled: 'sync',
  scope_exited: 'sync',
  task_joined_group: 'sync',
  task_left_group: 'sync',
  output: 'output',
  exception_raised: 'exceptions',
  exception_unhandled: 'problems',
  warning_issued: 'problems',
  deadlock_detected: 'problems',
  limit_reached: 'problems',
  diagnosis: 'problems',
  thread_started: 'threads',
  thread_blocked: 'threads',
  thread_finished: 'threads',
  request_started: 'network',
  request_answered: 'network',
  connection_opened: 'network',
  data_sent: 'network',
  data_received: 'network',
  connection_closed: 'network',
  context_copied: 'contexts',
  context_var_set: 'contexts',
  context_var_reset: 'contexts',
  line_reached: 'lines',
  lines_left_out: 'lines',
};

export const EVENT_TYPES = Object.keys(EVENT_CATEGORIES) as readonly EventType[];

/** What each event says, in one or two sentences. */
export const EVENT_DOCS: Readonly<Record<EventType, string>> = {
  run_started: 'The program is about to run. Always the first event.',
  run_finished: 'The program has ended and nothing more will happen. Always the last event.',
  loop_created: 'An event loop was made; it does not run yet.',
  loop_started: 'The loop begins to run (run_forever, run_until_complete).',
  loop_stopped: 'The loop has left run_forever or run_until_complete.',
  loop_closed: 'The loop was closed; what was still in its queues is gone.',
  iteration_started: 'The loop takes the handles that are ready now and will run each of them once, in order.',
  clock_advanced: 'Virtual time has moved on; `t` is the new time already.',
  handle_scheduled: 'A callback was put at the end of the ready queue. (task_scheduled tells the same of a task\'s step.)',
  handle_run_started: 'The loop calls a callback, first in the ready queue. (task_step_started tells the same of a task\'s step.)',
  handle_run_finished: 'The callback has returned.',
  handle_cancelled: 'A callback was cancelled while it stood in the ready queue; it will not run.',
  timer_added: 'A timer was set.',
  timer_fired: 'A timer was due: it left the timers and was put at the end of the ready queue.',
  timer_cancelled: 'A timer was cancelled before it was due.',
  task_created: 'A coroutine was made into a task. It runs only when the loop gets to it (unless `eager`).',
  task_scheduled: 'A task\'s next step was put at the end of the ready queue.',
  task_step_started: 'The loop lets a task run.',
  task_step_finished: 'A task gives control back to the loop.',
  task_finished: 'A task is done. What waits for it is scheduled right after this.',
  task_renamed: 'A task was given another name.',
  task_destroyed: 'A task was freed though it was not done ("Task was destroyed but it is pending!").',
  cancel_requested: 'Someone asked a task to cancel. Nothing has happened inside it yet.',
  cancel_delivered: 'CancelledError is thrown into a task, at the await it stands at.',
  cancel_swallowed: 'A task caught CancelledError and went on.',
  task_uncancelled: 'A request to cancel was taken back (Task.uncancel).',
  future_created: 'A future was made. (A task is told by task_created alone.)',
  future_resolved: 'A future is done. What waits for it is scheduled right after this. (A task is told by task_finished alone.)',
  future_callback_added: 'A done callback was added to a future. (The wake-up of the task that awaits it is told by task_step_finished.)',
  future_callback_removed: 'A done callback was taken off a future before it was done.',
  awaiter_added: 'A task waits for a future through gather, wait, shield or a TaskGroup.',
  awaiter_removed: 'A task no longer waits for a future through gather, wait, shield or a TaskGroup.',
  wait_started: 'A call that waits for several futures at once, or for one in a special way, began.',
  coroutine_created: 'An `async def` was called: there is a coroutine object now, and none of its body has run.',
  coroutine_never_awaited: 'A coroutine object was dropped though it never ran.',
  await_started: 'Inside a task, an await began: pushed on the task\'s await stack.',
  await_finished: 'The innermost await of a task gave its value or raised: popped from the task\'s await stack.',
  sync_created: 'A lock, event, condition, semaphore, barrier or queue was made.',
  sync_changed: 'A lock, event, condition, semaphore, barrier or queue changed.',
  waiter_added: 'A task stands at the end of the line of a lock, queue ...',
  waiter_removed: 'A task left the line of a lock, queue ...',
  scope_entered: 'A task entered `async with` of a TaskGroup or a timeout.',
  scope_rescheduled: 'A timeout was given another deadline.',
  scope_cancelled: 'A group or timeout begins to cancel what is inside it.',
  scope_exited: 'A task left `async with` of a TaskGroup or a timeout.',
  task_joined_group: 'A task belongs to a TaskGroup from now on.',
  task_left_group: 'A task of a TaskGroup is done and the group has taken note.',
  output: 'The program wrote something.',
  exception_raised: 'An exception was raised in the program; whether anyone catches it is not known yet.',
  exception_unhandled: 'An exception was not handled by the program.',
  warning_issued: 'A warning, as Python prints it on stderr.',
  deadlock_detected: 'Nothing is ready, no timer is set, and tasks still wait: they would wait for ever.',
  limit_reached: 'A limit of the playground stopped the run.',
  diagnosis: 'The playground noticed a mistake that is usual in asyncio programs.',
  thread_started: 'A thread began to run a function.',
  thread_blocked: 'A thread waits, without holding the loop.',
  thread_finished: 'A thread\'s function has ended.',
  request_started: 'A simulated request was sent.',
  request_answered: 'A simulated request was answered, or failed.',
  connection_opened: 'A simulated connection stands.',
  data_sent: 'Data was written to a connection.',
  data_received: 'Data arrived at this end of a connection and can be read.',
  connection_closed: 'This end of a connection was closed.',
  context_copied: 'A context that is not empty was copied; the copy holds the same values from now on.',
  context_var_set: 'A context variable was set.',
  context_var_reset: 'A context variable was given back the value it had before, or none.',
  line_reached: 'The program is about to run this line.',
  lines_left_out: 'So many lines ran in a row while nothing else happened. Until something does, they are not told.',
};

const ClockCauseWords: readonly ClockCause[] = ['idle', 'blocking', 'busy_wait'];
const HandleKindWords: readonly HandleKind[] = ['callback', 'future_callback', 'threadsafe', 'internal'];
const TimerKindWords: readonly TimerKind[] = ['sleep', 'timeout', 'call_later', 'network', 'thread', 'internal'];
const ScheduleReasonWords: readonly ScheduleReason[] = ['created', 'yielded', 'woken', 'cancelled'];
const StepStartWords: readonly StepStart[] = ['first', 'resumed', 'thrown'];
const StepEndWords: readonly StepEnd[] = ['suspended', 'yielded', 'finished'];
const TaskOutcomeWords: readonly TaskOutcome[] = ['returned', 'raised', 'cancelled'];
const FutureKindWords: readonly FutureKind[] = ['user', 'sleep', 'gather', 'shield', 'wait', 'waiter', 'group', 'executor', 'network', 'internal'];
const FutureOutcomeWords: readonly FutureOutcome[] = ['result', 'exception', 'cancelled'];
const WaitKindWords: readonly WaitKind[] = ['gather', 'wait_all', 'first_completed', 'first_exception', 'as_completed', 'shield', 'wait_for'];
const AwaitTargetWords: readonly AwaitTarget[] = ['coroutine', 'task', 'future', 'generator', 'other'];
const SyncKindWords: readonly SyncKind[] = ['lock', 'event', 'condition', 'semaphore', 'barrier', 'queue'];
const SyncChangeWords: readonly SyncChange[] = ['acquired', 'released', 'set', 'cleared', 'notified', 'put', 'got', 'task_done', 'shut_down', 'arrived', 'tripped', 'reset', 'broken'];
const WaiterSideWords: readonly WaiterSide[] = ['waiter', 'getter', 'putter', 'joiner'];
const ScopeKindWords: readonly ScopeKind[] = ['task_group', 'timeout'];
const ScopeCauseWords: readonly ScopeCause[] = ['expired', 'child_failed', 'body_failed'];
const ScopeOutcomeWords: readonly ScopeOutcome[] = ['completed', 'timed_out', 'raised', 'cancelled'];
const StreamWords: readonly Stream[] = ['stdout', 'stderr'];
const UnhandledKindWords: readonly UnhandledKind[] = ['uncaught', 'never_retrieved', 'in_callback', 'unraisable'];
const SeverityWords: readonly Severity[] = ['hint', 'warning', 'error'];

/**
 * Decodes the recorder's binary chunks (engine/trace/recorder.hpp says how they lie) into the objects that the NDJSON
 * stream holds, several times faster. Chunks hold whole events and need no order among each other.
 */
export class EventDecoder {
  private readonly utf8 = new TextDecoder();
  private readonly pair = new Uint32Array(2);
  private readonly double = new Float64Array(this.pair.buffer);
  private at = 0;

  /** Appends the events of a chunk to `out`. */
  decode(w: Uint32Array, out: TraceEvent[]): void {
    let seq = 0;
    let t = 0;
    let i = 0;
    while (i < w.length) {
      const head = w[i];
      switch (head & 255) {
        case 0:
          seq = w[i + 1] + w[i + 2] * 4294967296;
          t = this.float(w, i + 3);
          i += 5;
          continue;
        case 1: {
          this.at = i + 8;
          const e: RunStarted = { seq, t, type: 'run_started', schema: w[i + 1], program: this.text(w, w[i + 2]), python: this.text(w, w[i + 3]), seed: this.int(w, i + 4), categories: this.text(w, w[i + 6]) };
          if (w[i + 7] !== 0) e.options = this.text(w, w[i + 7]);
          out.push(e);
          i = this.at;
          break;
        }
        case 2: {
          this.at = i + 6;
          const e: RunFinished = { seq, t, type: 'run_finished', exit: this.int(w, i + 1), virtual_seconds: this.float(w, i + 3) };
          if (w[i + 5] !== 0) e.limit = this.text(w, w[i + 5]);
          if (((head >> 8) & 255) !== 0) e.deadlock = true;
          out.push(e);
          i = this.at;
          break;
        }
        case 3: {
          out.push({ seq, t, type: 'loop_created', loop: w[i + 1] });
          i += 2;
          break;
        }
        case 4: {
          const e: LoopStarted = { seq, t, type: 'loop_started', loop: w[i + 1] };
          if (w[i + 2] !== 0) e.future = w[i + 2];
          out.push(e);
          i += 3;
          break;
        }
        case 5: {
          out.push({ seq, t, type: 'loop_stopped', loop: w[i + 1] });
          i += 2;
          break;
        }
        case 6: {
          out.push({ seq, t, type: 'loop_closed', loop: w[i + 1] });
          i += 2;
          break;
        }
        case 7: {
          out.push({ seq, t, type: 'iteration_started', iteration: w[i + 1], ready: w[i + 2], timers: w[i + 3] });
          i += 4;
          break;
        }
        case 8: {
          this.at = i + 9;
          const e: ClockAdvanced = { seq, t, type: 'clock_advanced', from: this.float(w, i + 1), to: this.float(w, i + 3), cause: ClockCauseWords[(head >> 8) & 255] };
          if (w[i + 5] !== 0) e.handle = w[i + 5];
          if (w[i + 6] !== 0) e.task = w[i + 6];
          if (w[i + 7] !== 0) e.function = this.text(w, w[i + 7]);
          if (w[i + 8] !== 0) e.line = w[i + 8];
          out.push(e);
          i = this.at;
          break;
        }
        case 9: {
          this.at = i + 6;
          const e: HandleScheduled = { seq, t, type: 'handle_scheduled', handle: w[i + 1], kind: HandleKindWords[(head >> 8) & 255], label: this.text(w, w[i + 2]) };
          if (w[i + 3] !== 0) e.future = w[i + 3];
          if (w[i + 4] !== 0) e.by = w[i + 4];
          if (w[i + 5] !== 0) e.loop = w[i + 5];
          out.push(e);
          i = this.at;
          break;
        }
        case 10: {
          out.push({ seq, t, type: 'handle_run_started', handle: w[i + 1] });
          i += 2;
          break;
        }
        case 11: {
          out.push({ seq, t, type: 'handle_run_finished', handle: w[i + 1] });
          i += 2;
          break;
        }
        case 12: {
          const e: HandleCancelled = { seq, t, type: 'handle_cancelled', handle: w[i + 1] };
          if (w[i + 2] !== 0) e.by = w[i + 2];
          out.push(e);
          i += 3;
          break;
        }
        case 13: {
          this.at = i + 10;
          const e: TimerAdded = { seq, t, type: 'timer_added', handle: w[i + 1], deadline: this.float(w, i + 2), order: w[i + 4], kind: TimerKindWords[(head >> 8) & 255] };
          if (w[i + 5] !== 0) e.label = this.text(w, w[i + 5]);
          if (w[i + 6] !== 0) e.task = w[i + 6];
          if (w[i + 7] !== 0) e.future = w[i + 7];
          if (w[i + 8] !== 0) e.line = w[i + 8];
          if (w[i + 9] !== 0) e.loop = w[i + 9];
          out.push(e);
          i = this.at;
          break;
        }
        case 14: {
          out.push({ seq, t, type: 'timer_fired', handle: w[i + 1], deadline: this.float(w, i + 2) });
          i += 4;
          break;
        }
        case 15: {
          const e: TimerCancelled = { seq, t, type: 'timer_cancelled', handle: w[i + 1] };
          if (w[i + 2] !== 0) e.by = w[i + 2];
          out.push(e);
          i += 3;
          break;
        }
        case 16: {
          this.at = i + 9;
          const e: TaskCreated = { seq, t, type: 'task_created', task: w[i + 1], name: this.text(w, w[i + 2]), function: this.text(w, w[i + 3]) };
          if (w[i + 4] !== 0) e.coroutine = w[i + 4];
          if (w[i + 5] !== 0) e.creator = w[i + 5];
          if (w[i + 6] !== 0) e.loop = w[i + 6];
          if (w[i + 7] !== 0) e.line = w[i + 7];
          if (((head >> 8) & 255) !== 0) e.eager = true;
          if (w[i + 8] !== 0) e.context = w[i + 8];
          out.push(e);
          i = this.at;
          break;
        }
        case 17: {
          const e: TaskScheduled = { seq, t, type: 'task_scheduled', handle: w[i + 1], task: w[i + 2], reason: ScheduleReasonWords[(head >> 8) & 255] };
          if (w[i + 3] !== 0) e.future = w[i + 3];
          if (w[i + 4] !== 0) e.by = w[i + 4];
          if (w[i + 5] !== 0) e.loop = w[i + 5];
          out.push(e);
          i += 6;
          break;
        }
        case 18: {
          const e: TaskStepStarted = { seq, t, type: 'task_step_started', task: w[i + 1], how: StepStartWords[(head >> 8) & 255] };
          if (w[i + 2] !== 0) e.handle = w[i + 2];
          if (w[i + 3] !== 0) e.line = w[i + 3];
          out.push(e);
          i += 4;
          break;
        }
        case 19: {
          const e: TaskStepFinished = { seq, t, type: 'task_step_finished', task: w[i + 1], outcome: StepEndWords[(head >> 8) & 255] };
          if (w[i + 2] !== 0) e.future = w[i + 2];
          if (w[i + 3] !== 0) e.line = w[i + 3];
          out.push(e);
          i += 4;
          break;
        }
        case 20: {
          this.at = i + 6;
          const e: TaskFinished = { seq, t, type: 'task_finished', task: w[i + 1], outcome: TaskOutcomeWords[(head >> 8) & 255] };
          if (w[i + 2] !== 0) e.value = this.text(w, w[i + 2]);
          if (w[i + 3] !== 0) e.exception = this.text(w, w[i + 3]);
          if (w[i + 4] !== 0) e.message = this.text(w, w[i + 4]);
          if (w[i + 5] !== 0) e.line = w[i + 5];
          out.push(e);
          i = this.at;
          break;
        }
        case 21: {
          this.at = i + 3;
          out.push({ seq, t, type: 'task_renamed', task: w[i + 1], name: this.text(w, w[i + 2]) });
          i = this.at;
          break;
        }
        case 22: {
          out.push({ seq, t, type: 'task_destroyed', task: w[i + 1] });
          i += 2;
          break;
        }
        case 23: {
          this.at = i + 7;
          const e: CancelRequested = { seq, t, type: 'cancel_requested', task: w[i + 1], requests: w[i + 3] };
          if (w[i + 2] !== 0) e.by = w[i + 2];
          if (w[i + 4] !== 0) e.future = w[i + 4];
          if (w[i + 5] !== 0) e.message = this.text(w, w[i + 5]);
          if (w[i + 6] !== 0) e.line = w[i + 6];
          out.push(e);
          i = this.at;
          break;
        }
        case 24: {
          this.at = i + 4;
          const e: CancelDelivered = { seq, t, type: 'cancel_delivered', task: w[i + 1] };
          if (w[i + 2] !== 0) e.message = this.text(w, w[i + 2]);
          if (w[i + 3] !== 0) e.line = w[i + 3];
          out.push(e);
          i = this.at;
          break;
        }
        case 25: {
          const e: CancelSwallowed = { seq, t, type: 'cancel_swallowed', task: w[i + 1] };
          if (w[i + 2] !== 0) e.line = w[i + 2];
          out.push(e);
          i += 3;
          break;
        }
        case 26: {
          out.push({ seq, t, type: 'task_uncancelled', task: w[i + 1], requests: w[i + 2] });
          i += 3;
          break;
        }
        case 27: {
          this.at = i + 5;
          const e: FutureCreated = { seq, t, type: 'future_created', future: w[i + 1], kind: FutureKindWords[(head >> 8) & 255] };
          if (w[i + 2] !== 0) e.label = this.text(w, w[i + 2]);
          if (w[i + 3] !== 0) e.task = w[i + 3];
          if (w[i + 4] !== 0) e.line = w[i + 4];
          out.push(e);
          i = this.at;
          break;
        }
        case 28: {
          this.at = i + 7;
          const e: FutureResolved = { seq, t, type: 'future_resolved', future: w[i + 1], outcome: FutureOutcomeWords[(head >> 8) & 255] };
          if (w[i + 2] !== 0) e.value = this.text(w, w[i + 2]);
          if (w[i + 3] !== 0) e.exception = this.text(w, w[i + 3]);
          if (w[i + 4] !== 0) e.message = this.text(w, w[i + 4]);
          if (w[i + 5] !== 0) e.by = w[i + 5];
          if (w[i + 6] !== 0) e.line = w[i + 6];
          out.push(e);
          i = this.at;
          break;
        }
        case 29: {
          this.at = i + 3;
          out.push({ seq, t, type: 'future_callback_added', future: w[i + 1], label: this.text(w, w[i + 2]) });
          i = this.at;
          break;
        }
        case 30: {
          this.at = i + 3;
          out.push({ seq, t, type: 'future_callback_removed', future: w[i + 1], label: this.text(w, w[i + 2]) });
          i = this.at;
          break;
        }
        case 31: {
          out.push({ seq, t, type: 'awaiter_added', future: w[i + 1], task: w[i + 2] });
          i += 3;
          break;
        }
        case 32: {
          out.push({ seq, t, type: 'awaiter_removed', future: w[i + 1], task: w[i + 2] });
          i += 3;
          break;
        }
        case 33: {
          this.at = i + 7;
          const e: WaitStarted = { seq, t, type: 'wait_started', kind: WaitKindWords[(head >> 8) & 255], children: this.list(w, w[i + 1]) };
          if (w[i + 2] !== 0) e.future = w[i + 2];
          if (w[i + 3] !== 0) e.task = w[i + 3];
          if (!Number.isNaN(this.float(w, i + 4))) e.timeout = this.float(w, i + 4);
          if (w[i + 6] !== 0) e.line = w[i + 6];
          out.push(e);
          i = this.at;
          break;
        }
        case 34: {
          this.at = i + 5;
          const e: CoroutineCreated = { seq, t, type: 'coroutine_created', coroutine: w[i + 1], function: this.text(w, w[i + 2]) };
          if (w[i + 3] !== 0) e.task = w[i + 3];
          if (w[i + 4] !== 0) e.line = w[i + 4];
          out.push(e);
          i = this.at;
          break;
        }
        case 35: {
          this.at = i + 4;
          const e: CoroutineNeverAwaited = { seq, t, type: 'coroutine_never_awaited', coroutine: w[i + 1], function: this.text(w, w[i + 2]) };
          if (w[i + 3] !== 0) e.line = w[i + 3];
          out.push(e);
          i = this.at;
          break;
        }
        case 36: {
          this.at = i + 7;
          const e: AwaitStarted = { seq, t, type: 'await_started', depth: w[i + 2], target: AwaitTargetWords[(head >> 8) & 255] };
          if (w[i + 1] !== 0) e.task = w[i + 1];
          if (w[i + 3] !== 0) e.coroutine = w[i + 3];
          if (w[i + 4] !== 0) e.future = w[i + 4];
          if (w[i + 5] !== 0) e.label = this.text(w, w[i + 5]);
          if (w[i + 6] !== 0) e.line = w[i + 6];
          out.push(e);
          i = this.at;
          break;
        }
        case 37: {
          const e: AwaitFinished = { seq, t, type: 'await_finished', depth: w[i + 2] };
          if (w[i + 1] !== 0) e.task = w[i + 1];
          out.push(e);
          i += 3;
          break;
        }
        case 38: {
          this.at = i + 6;
          const e: SyncCreated = { seq, t, type: 'sync_created', sync: w[i + 1], kind: SyncKindWords[(head >> 8) & 255], size: w[i + 3] };
          if (w[i + 2] !== 0) e.name = this.text(w, w[i + 2]);
          if (w[i + 4] !== 0) e.lock = w[i + 4];
          if (w[i + 5] !== 0) e.line = w[i + 5];
          out.push(e);
          i = this.at;
          break;
        }
        case 39: {
          this.at = i + 7;
          const e: SyncChanged = { seq, t, type: 'sync_changed', sync: w[i + 1], change: SyncChangeWords[(head >> 8) & 255], value: w[i + 2] };
          if (w[i + 3] !== 0) e.task = w[i + 3];
          if (w[i + 4] !== 0) e.item = this.text(w, w[i + 4]);
          if (w[i + 5] !== 0) e.unfinished = w[i + 5];
          if (w[i + 6] !== 0) e.line = w[i + 6];
          out.push(e);
          i = this.at;
          break;
        }
        case 40: {
          const e: WaiterAdded = { seq, t, type: 'waiter_added', sync: w[i + 1], future: w[i + 2], side: WaiterSideWords[(head >> 8) & 255] };
          if (w[i + 3] !== 0) e.task = w[i + 3];
          out.push(e);
          i += 4;
          break;
        }
        case 41: {
          out.push({ seq, t, type: 'waiter_removed', sync: w[i + 1], future: w[i + 2] });
          i += 3;
          break;
        }
        case 42: {
          const e: ScopeEntered = { seq, t, type: 'scope_entered', scope: w[i + 1], kind: ScopeKindWords[(head >> 8) & 255] };
          if (w[i + 2] !== 0) e.task = w[i + 2];
          if (!Number.isNaN(this.float(w, i + 3))) e.deadline = this.float(w, i + 3);
          if (w[i + 5] !== 0) e.line = w[i + 5];
          out.push(e);
          i += 6;
          break;
        }
        case 43: {
          const e: ScopeRescheduled = { seq, t, type: 'scope_rescheduled', scope: w[i + 1] };
          if (!Number.isNaN(this.float(w, i + 2))) e.deadline = this.float(w, i + 2);
          out.push(e);
          i += 4;
          break;
        }
        case 44: {
          const e: ScopeCancelled = { seq, t, type: 'scope_cancelled', scope: w[i + 1], cause: ScopeCauseWords[(head >> 8) & 255] };
          if (w[i + 2] !== 0) e.task = w[i + 2];
          out.push(e);
          i += 3;
          break;
        }
        case 45: {
          this.at = i + 4;
          const e: ScopeExited = { seq, t, type: 'scope_exited', scope: w[i + 1], outcome: ScopeOutcomeWords[(head >> 8) & 255] };
          if (w[i + 2] !== 0) e.exception = this.text(w, w[i + 2]);
          if (w[i + 3] !== 0) e.line = w[i + 3];
          out.push(e);
          i = this.at;
          break;
        }
        case 46: {
          out.push({ seq, t, type: 'task_joined_group', scope: w[i + 1], task: w[i + 2] });
          i += 3;
          break;
        }
        case 47: {
          out.push({ seq, t, type: 'task_left_group', scope: w[i + 1], task: w[i + 2] });
          i += 3;
          break;
        }
        case 48: {
          this.at = i + 4;
          const e: Output = { seq, t, type: 'output', stream: StreamWords[(head >> 8) & 255], text: this.text(w, w[i + 1]) };
          if (w[i + 2] !== 0) e.task = w[i + 2];
          if (w[i + 3] !== 0) e.line = w[i + 3];
          out.push(e);
          i = this.at;
          break;
        }
        case 49: {
          this.at = i + 5;
          const e: ExceptionRaised = { seq, t, type: 'exception_raised', exception: this.text(w, w[i + 1]) };
          if (w[i + 2] !== 0) e.message = this.text(w, w[i + 2]);
          if (w[i + 3] !== 0) e.task = w[i + 3];
          if (w[i + 4] !== 0) e.line = w[i + 4];
          out.push(e);
          i = this.at;
          break;
        }
        case 50: {
          this.at = i + 6;
          const e: ExceptionUnhandled = { seq, t, type: 'exception_unhandled', kind: UnhandledKindWords[(head >> 8) & 255], exception: this.text(w, w[i + 1]) };
          if (w[i + 2] !== 0) e.message = this.text(w, w[i + 2]);
          if (w[i + 3] !== 0) e.task = w[i + 3];
          if (w[i + 4] !== 0) e.future = w[i + 4];
          if (w[i + 5] !== 0) e.line = w[i + 5];
          out.push(e);
          i = this.at;
          break;
        }
        case 51: {
          this.at = i + 5;
          const e: WarningIssued = { seq, t, type: 'warning_issued', category: this.text(w, w[i + 1]), message: this.text(w, w[i + 2]) };
          if (w[i + 3] !== 0) e.task = w[i + 3];
          if (w[i + 4] !== 0) e.line = w[i + 4];
          out.push(e);
          i = this.at;
          break;
        }
        case 52: {
          this.at = i + 4;
          const e: DeadlockDetected = { seq, t, type: 'deadlock_detected', tasks: this.list(w, w[i + 1]), message: this.text(w, w[i + 2]) };
          if (w[i + 3] !== 0) e.line = w[i + 3];
          out.push(e);
          i = this.at;
          break;
        }
        case 53: {
          this.at = i + 5;
          const e: LimitReached = { seq, t, type: 'limit_reached', limit: this.text(w, w[i + 1]), message: this.text(w, w[i + 2]) };
          if (w[i + 3] !== 0) e.task = w[i + 3];
          if (w[i + 4] !== 0) e.line = w[i + 4];
          out.push(e);
          i = this.at;
          break;
        }
        case 54: {
          this.at = i + 9;
          const e: Diagnosis = { seq, t, type: 'diagnosis', code: this.text(w, w[i + 1]), severity: SeverityWords[(head >> 8) & 255], at: this.float(w, i + 2), message: this.text(w, w[i + 4]) };
          if (w[i + 5] !== 0) e.fix = this.text(w, w[i + 5]);
          if (w[i + 6] !== 0) e.task = w[i + 6];
          if (w[i + 7] !== 0) e.related = this.list(w, w[i + 7]);
          if (w[i + 8] !== 0) e.line = w[i + 8];
          out.push(e);
          i = this.at;
          break;
        }
        case 55: {
          this.at = i + 7;
          const e: ThreadStarted = { seq, t, type: 'thread_started', thread: w[i + 1], name: this.text(w, w[i + 2]), function: this.text(w, w[i + 3]) };
          if (w[i + 4] !== 0) e.task = w[i + 4];
          if (w[i + 5] !== 0) e.future = w[i + 5];
          if (w[i + 6] !== 0) e.line = w[i + 6];
          out.push(e);
          i = this.at;
          break;
        }
        case 56: {
          this.at = i + 6;
          const e: ThreadBlocked = { seq, t, type: 'thread_blocked', thread: w[i + 1], function: this.text(w, w[i + 2]) };
          if (!Number.isNaN(this.float(w, i + 3))) e.until = this.float(w, i + 3);
          if (w[i + 5] !== 0) e.line = w[i + 5];
          out.push(e);
          i = this.at;
          break;
        }
        case 57: {
          this.at = i + 3;
          const e: ThreadFinished = { seq, t, type: 'thread_finished', thread: w[i + 1] };
          if (w[i + 2] !== 0) e.exception = this.text(w, w[i + 2]);
          out.push(e);
          i = this.at;
          break;
        }
        case 58: {
          this.at = i + 7;
          const e: RequestStarted = { seq, t, type: 'request_started', request: w[i + 1], method: this.text(w, w[i + 2]), url: this.text(w, w[i + 3]) };
          if (w[i + 4] !== 0) e.task = w[i + 4];
          if (w[i + 5] !== 0) e.future = w[i + 5];
          if (w[i + 6] !== 0) e.line = w[i + 6];
          out.push(e);
          i = this.at;
          break;
        }
        case 59: {
          this.at = i + 5;
          const e: RequestAnswered = { seq, t, type: 'request_answered', request: w[i + 1], status: w[i + 2], bytes: w[i + 3] };
          if (w[i + 4] !== 0) e.exception = this.text(w, w[i + 4]);
          out.push(e);
          i = this.at;
          break;
        }
        case 60: {
          this.at = i + 5;
          const e: ConnectionOpened = { seq, t, type: 'connection_opened', connection: w[i + 1], address: this.text(w, w[i + 3]) };
          if (w[i + 2] !== 0) e.peer = w[i + 2];
          if (((head >> 8) & 255) !== 0) e.server = true;
          if (w[i + 4] !== 0) e.task = w[i + 4];
          out.push(e);
          i = this.at;
          break;
        }
        case 61: {
          this.at = i + 5;
          const e: DataSent = { seq, t, type: 'data_sent', connection: w[i + 1], bytes: w[i + 2] };
          if (w[i + 3] !== 0) e.preview = this.text(w, w[i + 3]);
          if (w[i + 4] !== 0) e.task = w[i + 4];
          out.push(e);
          i = this.at;
          break;
        }
        case 62: {
          this.at = i + 4;
          const e: DataReceived = { seq, t, type: 'data_received', connection: w[i + 1], bytes: w[i + 2] };
          if (w[i + 3] !== 0) e.preview = this.text(w, w[i + 3]);
          out.push(e);
          i = this.at;
          break;
        }
        case 63: {
          const e: ConnectionClosed = { seq, t, type: 'connection_closed', connection: w[i + 1] };
          if (w[i + 2] !== 0) e.task = w[i + 2];
          out.push(e);
          i += 3;
          break;
        }
        case 64: {
          out.push({ seq, t, type: 'context_copied', context: w[i + 1], from: w[i + 2] });
          i += 3;
          break;
        }
        case 65: {
          this.at = i + 6;
          const e: ContextVarSet = { seq, t, type: 'context_var_set', context: w[i + 1], name: this.text(w, w[i + 2]), value: this.text(w, w[i + 3]) };
          if (w[i + 4] !== 0) e.task = w[i + 4];
          if (w[i + 5] !== 0) e.line = w[i + 5];
          out.push(e);
          i = this.at;
          break;
        }
        case 66: {
          this.at = i + 6;
          const e: ContextVarReset = { seq, t, type: 'context_var_reset', context: w[i + 1], name: this.text(w, w[i + 2]) };
          if (w[i + 3] !== 0) e.value = this.text(w, w[i + 3]);
          if (w[i + 4] !== 0) e.task = w[i + 4];
          if (w[i + 5] !== 0) e.line = w[i + 5];
          out.push(e);
          i = this.at;
          break;
        }
        case 67: {
          this.at = i + 4;
          const e: LineReached = { seq, t, type: 'line_reached', line: w[i + 1], function: this.text(w, w[i + 2]) };
          if (w[i + 3] !== 0) e.task = w[i + 3];
          out.push(e);
          i = this.at;
          break;
        }
        case 68: {
          const e: LinesLeftOut = { seq, t, type: 'lines_left_out', lines: w[i + 1] };
          if (w[i + 2] !== 0) e.task = w[i + 2];
          out.push(e);
          i += 3;
          break;
        }
        default:
          throw new Error(`not an event: ${head & 255}`);
      }
      seq++;
    }
  }

  private float(w: Uint32Array, i: number): number {
    this.pair[0] = w[i];
    this.pair[1] = w[i + 1];
    return this.double[0];
  }

  private int(w: Uint32Array, i: number): number {
    return w[i] + (w[i + 1] | 0) * 4294967296;
  }

  private text(w: Uint32Array, bytes: number): string {
    const start = this.at;
    this.at = start + ((bytes + 3) >> 2);
    // Names are short and plain: joining their characters is faster than a call into the decoder.
    if (bytes <= 24) {
      let text = '';
      for (let k = 0; k < bytes; k++) {
        const c = (w[start + (k >> 2)] >> ((k & 3) << 3)) & 255;
        if (c >= 128) return this.wide(w, start, bytes);
        text += String.fromCharCode(c);
      }
      return text;
    }
    return this.wide(w, start, bytes);
  }

  private wide(w: Uint32Array, start: number, bytes: number): string {
    return this.utf8.decode(new Uint8Array(w.buffer, w.byteOffset + start * 4, bytes));
  }

  private list(w: Uint32Array, items: number): number[] {
    const start = this.at;
    this.at = start + items;
    return Array.from(w.subarray(start, start + items));
  }
}
