"""The event loop on the simulated clock: asyncio's own selector loop whose selector waits by moving the clock."""
import asyncio
import math
import os
import sys
from asyncio import events, runners, unix_events

from . import order, threads
from .loopback import LoopbackLoop
from .clock import clock

RESOLUTION = 1e-9
MAX_ITERATIONS = 500_000
_ASYNCIO = os.path.dirname(asyncio.__file__) + '/'


class DeadlockError(RuntimeError):
    pass


class LimitError(RuntimeError):
    pass


DeadlockError.__module__ = LimitError.__module__ = 'builtins'      # plain names in tracebacks


class Counters:
    """What one program has used; reset before each."""

    def __init__(self):
        self.reset(None)

    def reset(self, stdout):
        self.timers = self.tasks = self.iterations = 0
        self.deadlock = None
        self.limit = False
        self.stdout = stdout


counters = Counters()


class TimerHandle(events.TimerHandle):
    """A timer among equals keeps the order of registration (CPython's heap is not stable)."""
    __slots__ = ('_number',)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        counters.timers += 1
        self._number = counters.timers

    def __lt__(self, other):
        if isinstance(other, TimerHandle):
            return (self._when, self._number) < (other._when, other._number)
        return super().__lt__(other)


class EpollSelector:                # the name is what debug logging shows
    """Waiting is: move the clock to the first timer.  With no timer there is nothing to wait for."""

    loop = None

    def select(self, timeout=None):
        counters.iterations += 1
        if counters.iterations > MAX_ITERATIONS:
            counters.limit = True
            counters.iterations -= 10_000            # asyncio.run still has to cancel the tasks
            raise LimitError(f'limit: more than {MAX_ITERATIONS} event loop iterations')
        if timeout is None:
            if counters.deadlock is None:
                sys.stdout.flush()
                counters.deadlock = {'virtual_seconds': clock.now, 'stdout_bytes': len(counters.stdout.data)}
            raise DeadlockError('deadlock: nothing is ready to run and no timer is pending')
        if timeout > 0:
            when = self.loop._scheduled[0]._when
            if when > clock.now:
                clock.move_to(when)
            # huge times: keep `when < now + resolution` true, or the loop spins
            self.loop._clock_resolution = max(RESOLUTION, 2 * math.ulp(clock.now))
        return []

    def get_map(self):
        return {}

    def get_key(self, fileobj):
        raise KeyError(fileobj)

    def close(self):
        pass


class VirtualLoop(LoopbackLoop, unix_events._UnixSelectorEventLoop):
    def __init__(self, selector=None):
        super().__init__(selector or EpollSelector())
        self._selector.loop = self
        self._clock_resolution = RESOLUTION
        self._asyncgens = order.WeakInsertionSet()

    def time(self):
        caller = sys._getframe(1).f_code.co_filename
        return clock.now if caller.startswith(_ASYNCIO) else clock.read()

    def create_task(self, coro, **kwargs):
        counters.tasks += 1
        number = counters.tasks
        task = super().create_task(coro, **kwargs)
        try:
            order.note_birth(task, number)
            if task._source_traceback:
                del task._source_traceback[-1]       # the frame of this method
            return task
        finally:
            del task                                 # no cycle through an exception's traceback

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        return threads.run_for_loop(self, executor, func, args)

    def call_soon_threadsafe(self, callback, *args, context=None):
        late = threads.ahead_of(self)
        if late is None:
            return super().call_soon_threadsafe(callback, *args, context=context)
        return self.call_at(late, callback, *args, context=context)

    # no operating system below
    def _make_self_pipe(self):
        self._ssock = self._csock = None

    def _close_self_pipe(self):
        pass

    def _write_to_self(self):
        pass

    def add_signal_handler(self, sig, callback, *args):
        self._check_closed()

    def remove_signal_handler(self, sig):
        return False


def install():
    for cls, name, module in ((TimerHandle, 'TimerHandle', 'asyncio.events'),
                              (VirtualLoop, '_UnixSelectorEventLoop', 'asyncio.unix_events')):
        cls.__name__ = cls.__qualname__ = name
        cls.__module__ = module
    events._set_running_loop(None)                   # Pyodide has one running
    events.TimerHandle = asyncio.TimerHandle = TimerHandle
    for module in (asyncio, unix_events):
        for name in ('_UnixSelectorEventLoop', 'SelectorEventLoop', 'EventLoop'):
            if hasattr(module, name):
                setattr(module, name, VirtualLoop)
    policy = getattr(unix_events, '_UnixDefaultEventLoopPolicy', None) or unix_events._DefaultEventLoopPolicy
    policy._loop_factory = VirtualLoop
    events._event_loop_policy = policy()
    asyncio.run = runners.run                        # Pyodide wraps it
