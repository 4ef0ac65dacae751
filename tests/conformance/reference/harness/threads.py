"""Threads imitated one function at a time.

Pyodide has no threads.  A function that a program hands to a thread runs at once, to its end, on a private copy of the
clock; what it prints is kept with the time at which it was printed and comes out when the program's own clock gets
there.  That is exact as long as the function and the program do not wait for each other in the middle: no contended
locks, no queue or event between the two, which a program for the reference must therefore avoid.
"""
import asyncio
import concurrent.futures
import concurrent.futures.thread
import contextvars
import heapq
import itertools
import threading
from asyncio import events, tasks

from .clock import clock


class State:
    def __init__(self):
        self.reset(())

    def reset(self, streams):
        self.streams = streams          # the program's stdout and stderr sinks
        self.running = []               # the loops from which threads were entered, innermost last
        self.late_output = []           # heap of (time, number, sink, data)
        self.numbers = itertools.count()
        self.unjoined = []
        self.used = 0
        self.default_pool = None


state = State()


class Outcome:
    result = error = None
    start = end = 0.0
    output = ()

    def deliver(self, future):
        if self.error is not None:
            future.set_exception(self.error)
        else:
            future.set_result(self.result)


def run_apart(func, thread):
    """Runs func() as THREAD would from now on; the program's clock stays where it is."""
    state.used += 1
    outcome = Outcome()
    outcome.output = []
    outcome.start = clock.now
    before = clock.snapshot()
    loop = events._get_running_loop()
    task = tasks.current_task(loop) if loop else None
    diverted = [sink.diverted for sink in state.streams]
    ident = threading.get_ident()
    outer_thread = threading._active[ident]
    listeners, clock.listeners = clock.listeners, []
    for sink in state.streams:
        sink.diverted = outcome.output
    if task is not None:
        tasks._leave_task(loop, task)
    events._set_running_loop(None)
    state.running.append((loop, outcome.start))
    threading._active[ident] = thread
    try:
        outcome.result = contextvars.Context().run(func)
    except BaseException as error:
        error.__traceback__ = error.__traceback__.tb_next
        outcome.error = error
    finally:
        threading._active[ident] = outer_thread
        state.running.pop()
        events._set_running_loop(loop)
        if task is not None:
            tasks._enter_task(loop, task)
        for sink, old in zip(state.streams, diverted):
            sink.diverted = old
        outcome.end = clock.now
        clock.listeners = listeners
        clock.restore(before)
        del loop, task                      # an exception's traceback leads here, which it would not from a real thread
    try:
        return outcome
    finally:
        del outcome


def ahead_of(loop):
    """The time at which a running thread function calls into LOOP, when that lies in the loop's future."""
    for owner, start in state.running:
        if owner is loop and clock.now > start:
            return clock.now
    return None


# -- output that is due later -------------------------------------------------------------------------------------

def _hold_back(outcome):
    for when, sink, data in outcome.output:
        if when <= outcome.start:
            sink.write(data)
        else:
            heapq.heappush(state.late_output, (when, next(state.numbers), sink, data))


def _print_due(now):
    while state.late_output and state.late_output[0][0] <= now:
        _, _, sink, data = heapq.heappop(state.late_output)
        sink.write(data)


def finish_program():
    """As at interpreter exit: threads that are not daemons are waited for."""
    end = max((t._ends_at for t in state.unjoined if not t.daemon), default=0.0)
    for pool in list(_pools):
        end = max(end, pool._busy_until())
    if end > clock.now:
        clock.move_to(end)
    state.unjoined.clear()
    state.default_pool = None           # it would keep the loop, and that what the program has left
    _pools.clear()


# -- loop.run_in_executor and asyncio.to_thread -------------------------------------------------------------------

def _complete(outcome, future):
    if not future.done():
        outcome.deliver(future)


def run_for_loop(loop, executor, func, args):
    if executor is None:
        if state.default_pool is None or state.default_pool[0] is not loop:
            state.default_pool = loop, _Workers('asyncio')
        workers = state.default_pool[1]
    else:
        executor._check_open()
        workers = executor._workers
    future = loop.create_future()
    worker = workers.take()
    outcome = run_apart(lambda: func(*args), worker)
    worker.free_at = outcome.end
    for when, sink, data in outcome.output:
        if when <= outcome.start:
            sink.write(data)
        else:
            loop.call_at(when, sink.write, data)

    loop.call_at(outcome.end, _complete, outcome, future)
    try:
        return future
    finally:
        del outcome, future                 # see run_apart


# -- threading.Thread ---------------------------------------------------------------------------------------------

class Thread(threading.Thread):
    _ends_at = None

    def start(self):
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._ends_at is not None:
            raise RuntimeError('threads can only be started once')
        outcome = run_apart(self._run_with_hook, self)
        self._ends_at = outcome.end
        self._ident = next(state.numbers) + 1000
        _hold_back(outcome)
        state.unjoined.append(self)

    def _run_with_hook(self):
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException:
            self._invoke_excepthook(self)

    def join(self, timeout=None):
        if self._ends_at is None:
            raise RuntimeError('cannot join thread before it is started')
        until = self._ends_at if timeout is None else min(self._ends_at, clock.now + max(timeout, 0))
        if until > clock.now:
            clock.move_to(until)

    def is_alive(self):
        return self._ends_at is not None and clock.now < self._ends_at

    @property
    def native_id(self):
        return self._ident


class _Worker(Thread):
    free_at = 0.0


class _Workers:
    """Names the worker that takes a job: the one that has been idle longest, or a new one.  Sizes are ignored."""

    def __init__(self, prefix):
        self.prefix = prefix
        self.workers = []

    def take(self):
        idle = [w for w in self.workers if w.free_at <= clock.now]
        if idle:
            return min(idle, key=lambda w: w.free_at)
        worker = _Worker(name=f'{self.prefix}_{len(self.workers)}')
        self.workers.append(worker)
        return worker


# -- concurrent.futures -------------------------------------------------------------------------------------------

_pools = []
_pool_numbers = None


class Future(concurrent.futures.Future):
    """A future whose outcome is known already, and shows itself when its time has come."""
    _outcome = None

    def _come_due(self):
        if self._outcome is not None and self._outcome.end <= clock.now and not super().done():
            self._outcome.deliver(self)

    def _wait_for_end(self, timeout):
        if self._outcome is None:
            return
        end = self._outcome.end
        if timeout is not None and clock.now + timeout < end:
            clock.move_to(clock.now + timeout)
            raise TimeoutError
        if end > clock.now:
            clock.move_to(end)
        self._come_due()

    def result(self, timeout=None):
        self._wait_for_end(timeout)
        return super().result(0 if self._outcome is not None else timeout)

    def exception(self, timeout=None):
        self._wait_for_end(timeout)
        return super().exception(0 if self._outcome is not None else timeout)

    def done(self):
        self._come_due()
        return super().done()

    def running(self):
        return not self.done()

    def cancel(self):
        return False


class ThreadPoolExecutor(concurrent.futures.Executor):
    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is not None and max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        self._max_workers = max_workers
        self._workers = _Workers(thread_name_prefix or f'ThreadPoolExecutor-{next(_pool_numbers)}')
        self._futures = []
        self._shut = False
        _pools.append(self)

    def _check_open(self):
        if self._shut:
            raise RuntimeError('cannot schedule new futures after shutdown')

    def _busy_until(self):
        return max((f._outcome.end for f in self._futures), default=0.0)

    def submit(self, fn, /, *args, **kwargs):
        self._check_open()
        future = Future()
        worker = self._workers.take()
        future.set_running_or_notify_cancel()
        future._outcome = outcome = run_apart(lambda: fn(*args, **kwargs), worker)
        worker.free_at = outcome.end
        _hold_back(outcome)
        self._futures.append(future)
        future._come_due()
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shut = True
        if wait and self._busy_until() > clock.now:
            clock.move_to(self._busy_until())


def _as_completed(fs, timeout=None):
    for future in sorted(dict.fromkeys(fs), key=lambda f: f._outcome.end):
        future._wait_for_end(timeout)
        yield future


def _wait(fs, timeout=None, return_when='ALL_COMPLETED'):
    fs = sorted(dict.fromkeys(fs), key=lambda f: f._outcome.end)
    ends = [f._outcome.end for f in fs]
    if return_when == 'FIRST_COMPLETED':
        until = ends[0]
    elif return_when == 'FIRST_EXCEPTION':
        until = next((f._outcome.end for f in fs if f._outcome.error), ends[-1])
    else:
        until = ends[-1]
    if timeout is not None:
        until = min(until, clock.now + timeout)
    if until > clock.now:
        clock.move_to(until)
    done = {f for f in fs if f.done()}
    return concurrent.futures._base.DoneAndNotDoneFutures(done, set(fs) - done)


def install():
    for cls, module in ((Thread, 'threading'), (Future, 'concurrent.futures._base'),
                        (ThreadPoolExecutor, 'concurrent.futures.thread')):
        cls.__module__ = module
    threading.Thread = Thread
    concurrent.futures.thread.ThreadPoolExecutor = ThreadPoolExecutor
    concurrent.futures.ThreadPoolExecutor = ThreadPoolExecutor
    concurrent.futures.as_completed = _as_completed
    concurrent.futures.wait = _wait
    clock.listeners.append(_print_due)


def start_program(streams):
    global _pool_numbers
    state.reset(streams)
    _pools.clear()
    _pool_numbers = itertools.count()
    threading._newname.__globals__['_counter'] = itertools.count(1).__next__
