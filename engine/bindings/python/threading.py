"""threading on simulated threads: start() runs the thread's function until it blocks; what blocks parks itself with a
number that others may wake (see _threads)."""
from _ap import c_type as _c_type
import itertools
import sys

import _threads
import traceback as _traceback
from collections import deque as _deque

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


__excepthook__ = excepthook


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        assert group is None, "group argument must be None for now"
        if name is None:
            name = f'Thread-{next(_numbers)}'
            if target is not None and hasattr(target, '__name__'):
                name += f' ({target.__name__})'
        self._target = target
        self._name = str(name)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._state = 'initial'
        self._joiners = []
        self._ident = None
        self._initialized = True

    def __repr__(self):
        status = self._state
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{type(self).__name__}({self._name}, {status})>'

    def start(self):
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._state != 'initial':
            raise RuntimeError('threads can only be started once')
        self._ident = next(_idents)
        self._state = 'started'
        _started.append(self)
        _threads.start(self, self._bootstrap, self._daemonic)

    def _bootstrap(self):
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException as error:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        _threads.settle()
        self._state = 'stopped'
        _started.remove(self)
        for joiner in self._joiners:
            _threads.wake(joiner)

    def run(self):
        if self._target is not None:
            target, args, kwargs = _threads.unwrap(self._target, tuple(self._args), self._kwargs)
            target(*args, **(kwargs or {}))

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if self._state == 'initial':
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        if self._state == 'started':
            me = _threads.me()
            self._joiners.append(me)
            if not _threads.park(timeout, 'Thread.join'):
                self._joiners.remove(me)

    def is_alive(self):
        return self._state == 'started'

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
        if self._state != 'initial':
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
        self._state = 'started'
        self._joiners = []
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
            worker._name, worker._daemonic, worker._state, worker._joiners = thread, False, 'started', []
            worker._ident, worker._initialized = next(_idents), True
        return _workers[thread]
    if thread._ident is None:
        thread._ident = next(_idents)
    return thread


currentThread = current_thread


def main_thread():
    return _main_thread


def enumerate():
    return [_main_thread, *_started]


def active_count():
    return len(enumerate())


activeCount = active_count


@_c_type
class Lock:
    """Whoever waits longer than a millisecond is given the lock when it is released, as by CPython's PyMutex."""
    __module__ = "_thread"
    __qualname__ = "lock"

    _what = "Lock.acquire"

    def __init__(self):
        self._locked = False
        self._waiters = None

    def acquire(self, blocking=True, timeout=-1):
        if not self._locked:
            self._locked = True
            return True
        if not blocking:
            if timeout != -1:
                raise ValueError("can't specify a timeout for a non-blocking call")
            return False
        if timeout < 0 and timeout != -1:
            raise ValueError('timeout value must be a non-negative number')
        return self._wait(None if timeout < 0 else timeout)

    def _wait(self, timeout):
        if self._waiters is None:
            self._waiters = _deque()
        end = None if timeout is None else _threads.now() + timeout
        since = _threads.now()
        while True:
            me = [_threads.me(), since, False]
            self._waiters.append(me)
            woken = _threads.park(None if end is None else end - _threads.now(), self._what)
            if me[2]:
                return True
            if not woken:
                self._waiters.remove(me)
                return False
            if not self._locked:
                self._locked = True
                return True

    def release(self):
        if not self._locked:
            raise RuntimeError('release unlocked lock')
        self._locked = False
        if self._waiters:
            first = self._waiters.popleft()
            if _threads.now() - first[1] > 0.001:
                self._locked = first[2] = True
            _threads.wake(first[0])

    def locked(self):
        return self._locked

    def __enter__(self):
        if not self._locked:
            self._locked = True
            return True
        return self._wait(None)

    def __exit__(self, *exc):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._locked else 'unlocked'} _thread.lock object at {id(self):#x}>"


@_c_type
class RLock:
    __module__ = "_thread"
    __qualname__ = "RLock"
    def __init__(self):
        self._lock = Lock()
        self._lock._what = 'RLock.acquire'
        self._owner, self._count = None, 0

    def acquire(self, blocking=True, timeout=-1):
        me = current_thread()
        if self._owner is me:
            self._count += 1
            return True
        if not self._lock.acquire(blocking, timeout):
            return False
        self._owner, self._count = me, 1
        return True

    __enter__ = acquire

    def release(self):
        if self._owner is not current_thread():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if not self._count:
            self._owner = None
            self._lock.release()

    def locked(self):
        return self._count > 0

    def __exit__(self, *exc):
        self.release()

    def _is_owned(self):
        return self._owner is current_thread()

    def _release_save(self):
        saved, self._count, self._owner = self._count, 0, None
        self._lock.release()
        return saved

    def _acquire_restore(self, saved):
        self._lock.acquire()
        self._count, self._owner = saved, current_thread()

    def __repr__(self):
        state = 'locked' if self._count else 'unlocked'
        return f"<{state} _thread.RLock object owner={self._owner.ident if self._owner else 0} count={self._count} at {id(self):#x}>"


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release
        self._waiters = _deque()

    def __enter__(self):
        self.acquire()
        return True

    def __exit__(self, *exc):
        self.release()

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def _is_owned(self):
        owned = getattr(self._lock, '_is_owned', None)
        return owned() if owned else self._lock.locked()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        me = _threads.me()
        self._waiters.append(me)
        release = getattr(self._lock, '_release_save', None)
        if release:
            saved = release()
        else:
            self._lock.release()
        woken = False
        try:
            woken = _threads.park(timeout, 'Condition.wait')
            return woken
        finally:
            if not woken and me in self._waiters:
                self._waiters.remove(me)
            if release:
                self._lock._acquire_restore(saved)
            else:
                self._lock.acquire()

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else _threads.now() + timeout
        result = predicate()
        while not result:
            left = None if end is None else end - _threads.now()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        while self._waiters and n > 0:
            _threads.wake(self._waiters.popleft())
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Event:
    def __init__(self):
        self._flag = False
        self._waiters = []

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            _threads.wake(waiter)

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if self._flag:
            return True
        me = _threads.me()
        self._waiters.append(me)
        if _threads.park(timeout, 'Event.wait'):
            return True
        if me in self._waiters:
            self._waiters.remove(me)
        return self._flag


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>'

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None if timeout is None else _threads.now() + timeout
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                left = None if end is None else end - _threads.now()
                if left is not None and left <= 0:
                    return False
                self._cond.wait(left)
            self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, *exc):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}/{self._initial_value}>'

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError('Semaphore released too many times')
            self._value += n
            self._cond.notify(n)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """0 filling, 1 draining, -1 resetting, -2 broken."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be >= 1')
        self._cond = Condition(Lock())
        self._action, self._timeout, self._parties = action, timeout, parties
        self._state = self._count = 0

    def __repr__(self):
        cls = type(self)
        if self.broken:
            return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: broken>'
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: waiters={self.n_waiting}/{self.parties}>'

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in (-1, 1):
                self._cond.wait()
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    try:
                        if self._action:
                            self._action()
                        self._state = 1
                        self._cond.notify_all()
                    except:
                        self._break()
                        raise
                else:
                    if not self._cond.wait_for(lambda: self._state != 0, timeout):
                        self._break()
                        raise BrokenBarrierError
                    if self._state < 0:
                        raise BrokenBarrierError
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count > 0:
                if self._state == 0 or self._state == -2:
                    self._state = -1
            else:
                self._state = 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


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


local.__module__, local.__name__, local.__qualname__ = "_thread", "_local", "_local"
_c_type(local)


def _iterate(function, sentinel):
    """iter(function, sentinel) in a thread, which may block in it."""
    while (value := function()) != sentinel:
        yield value
