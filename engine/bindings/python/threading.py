"""threading on simulated threads: start() runs the thread's function to its end on a clock of its own. A thread and the
program must not wait for each other in the middle; waiting for a lock that someone else holds cannot end."""
import itertools
import sys

import _threads
import traceback as _traceback

_numbers = itertools.count(1)
_idents = itertools.count(1000)
TIMEOUT_MAX = 9223372036.0


def get_ident():
    return current_thread().ident


get_native_id = get_ident


class ExceptHookArgs:
    def __init__(self, args):
        self.exc_type, self.exc_value, self.exc_traceback, self.thread = args


def excepthook(args, /):
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else get_ident()
    text = ''.join(_traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback))
    sys.stderr.write(f'Exception in thread {name}:\n{text}')


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        if name is None:
            name = f'Thread-{next(_numbers)}'
            if target is not None and hasattr(target, '__name__'):
                name += f' ({target.__name__})'
        self._target = target
        self._name = str(name)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ends_at = None
        self._ident = None
        self._initialized = True

    def __repr__(self):
        status = 'initial' if self._ends_at is None else 'started' if self.is_alive() else 'stopped'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{type(self).__name__}({self._name}, {status})>'

    def start(self):
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._ends_at is not None:
            raise RuntimeError('threads can only be started once')
        self._ident = next(_idents)
        self._ends_at = float('inf')
        outcome = _threads.run(self, self._run_with_hook, self._daemonic)
        self._ends_at = outcome[3]
        _started.append(self)
        if outcome[1] is not None:
            raise outcome[1]

    def _run_with_hook(self):
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException as error:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        if self._ends_at is None:
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        until = self._ends_at if timeout is None else min(self._ends_at, _threads.now() + max(timeout, 0))
        _threads.wait_until(until, 'Thread.join')

    def is_alive(self):
        return self._ends_at is not None and _threads.now() < self._ends_at

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._ends_at is not None:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        return self._daemonic

    def getName(self):
        return self._name

    def setName(self, name):
        self.name = name


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        if not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._name = 'MainThread'
        self._daemonic = False
        self._ends_at = float('inf')
        self._ident = 1
        self._initialized = True

    def is_alive(self):
        return True


_main_thread = _MainThread()
_started = []
_workers = {}           # threads of an event loop's own pool, by name


def current_thread():
    thread = _threads.current()
    if thread is None:
        return _main_thread
    if isinstance(thread, str):
        if thread not in _workers:
            _workers[thread] = worker = Thread.__new__(Thread)
            worker._name, worker._daemonic, worker._ends_at = thread, False, float('inf')
            worker._ident, worker._initialized = next(_idents), True
        return _workers[thread]
    if thread._ident is None:
        thread._ident = next(_idents)
    return thread


currentThread = current_thread


def main_thread():
    return _main_thread


def enumerate():
    return [_main_thread] + [t for t in _started if t.is_alive()]


def active_count():
    return len(enumerate())


activeCount = active_count


def _stuck(what):
    raise RuntimeError(f'deadlock: {what} would wait for ever, since simulated threads run one after the other')


class Lock:
    def __init__(self):
        self._locked = False

    def acquire(self, blocking=True, timeout=-1):
        if not self._locked:
            self._locked = True
            return True
        if not blocking:
            return False
        if timeout >= 0:
            _threads.wait_until(_threads.now() + timeout, 'Lock.acquire')
            return False
        _stuck('Lock.acquire()')

    def release(self):
        if not self._locked:
            raise RuntimeError('release unlocked lock')
        self._locked = False

    def locked(self):
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._locked else 'unlocked'} _thread.lock object at {id(self):#x}>"


class RLock:
    def __init__(self):
        self._owner, self._count = None, 0

    def acquire(self, blocking=True, timeout=-1):
        me = current_thread()
        if self._owner is None or self._owner is me:
            self._owner = me
            self._count += 1
            return True
        if not blocking:
            return False
        if timeout >= 0:
            _threads.wait_until(_threads.now() + timeout, 'RLock.acquire')
            return False
        _stuck('RLock.acquire()')

    def release(self):
        if self._owner is not current_thread():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if not self._count:
            self._owner = None

    def locked(self):
        return self._count > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()


class Event:
    def __init__(self):
        self._flag = False

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag:
            if timeout is None:
                _stuck('Event.wait()')
            _threads.wait_until(_threads.now() + timeout, 'Event.wait')
        return self._flag


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)

    def wait(self, timeout=None):
        if timeout is None:
            _stuck('Condition.wait()')
        _threads.wait_until(_threads.now() + timeout, 'Condition.wait')
        return False

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if not result:
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value:
            self._value -= 1
            return True
        if not blocking:
            return False
        if timeout is None:
            _stuck('Semaphore.acquire()')
        _threads.wait_until(_threads.now() + timeout, 'Semaphore.acquire')
        return False

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        self._value += n

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        if self._value + n > self._initial_value:
            raise ValueError('Semaphore released too many times')
        self._value += n


class local:
    """Attributes that each thread has of its own."""

    def __init__(self, *args, **kwargs):
        object.__setattr__(self, '_dicts', {})

    def _own(self):
        return object.__getattribute__(self, '_dicts').setdefault(current_thread(), {})

    def __getattribute__(self, name):
        if name == '__dict__':
            return object.__getattribute__(self, '_own')()
        own = object.__getattribute__(self, '_own')()
        if name in own:
            return own[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        object.__getattribute__(self, '_own')()[name] = value

    def __delattr__(self, name):
        try:
            del object.__getattribute__(self, '_own')()[name]
        except KeyError:
            raise AttributeError(name) from None
