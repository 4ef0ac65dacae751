"""concurrent.futures on simulated threads."""
import itertools

import _threads

_done_numbers = itertools.count()

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'
PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'
_NAMES = {PENDING: 'pending', RUNNING: 'running', CANCELLED: 'cancelled', CANCELLED_AND_NOTIFIED: 'cancelled', FINISHED: 'finished'}


class Error(Exception):
    """Base class for all future-related exceptions."""


class CancelledError(Error):
    """The Future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
    """Raised when a executor has become non-functional after a severe failure."""


class Future:
    """Represents the result of an asynchronous computation."""

    _done_number = None         # the how manyth to be done

    def __init__(self):
        self._state = PENDING
        self._result = None
        self._exception = None
        self._done_callbacks = []
        self._waiting = []

    def __repr__(self):
        name = f'<{type(self).__name__} at {id(self):#x} state={_NAMES[self._state]}'
        if self._state != FINISHED:
            return name + '>'
        if self._exception:
            return f'{name} raised {type(self._exception).__name__}>'
        return f'{name} returned {type(self._result).__name__}>'

    def _wait_for_end(self, timeout):
        if self._done_number is not None:
            return
        me = _threads.me()
        self._waiting.append(me)
        if not _threads.park(timeout, 'Future.result'):
            self._waiting.remove(me)
            raise TimeoutError()

    def _ended(self):
        self._done_number = next(_done_numbers)
        for waiter in self._waiting:
            _threads.wake(waiter)
        self._invoke_callbacks()

    def cancel(self):
        if self._state in (RUNNING, FINISHED):
            return False
        if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED):
            self._state = CANCELLED
            self._ended()
        return True

    def cancelled(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        return self._state == RUNNING

    def done(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def _get(self):
        try:
            if self._exception is not None:
                raise self._exception
            return self._result
        finally:
            self = None

    def result(self, timeout=None):
        try:
            self._wait_for_end(timeout)
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                raise CancelledError()
            if self._state == FINISHED:
                return self._get()
            raise TimeoutError()
        finally:
            self = None

    def exception(self, timeout=None):
        self._wait_for_end(timeout)
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state == FINISHED:
            return self._exception
        raise TimeoutError()

    def add_done_callback(self, fn):
        if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
            self._done_callbacks.append(fn)
            return
        self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception:
            import logging
            logging.getLogger('concurrent.futures').exception('exception calling callback for %r', self)

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._call(callback)

    def set_running_or_notify_cancel(self):
        if self._state == CANCELLED:
            self._state = CANCELLED_AND_NOTIFIED
            return False
        if self._state == PENDING:
            self._state = RUNNING
            return True
        raise RuntimeError('Future in unexpected state')

    def set_result(self, result):
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
            raise InvalidStateError(f'{self._state}: {self!r}')
        self._result = result
        self._state = FINISHED
        self._ended()

    def set_exception(self, exception):
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
            raise InvalidStateError(f'{self._state}: {self!r}')
        self._exception = exception
        self._state = FINISHED
        self._ended()


class _Waiter:
    """Stands at several futures at once."""

    def __init__(self, fs):
        self.me = _threads.me()
        self.fs = [f for f in fs if f._done_number is None]
        for f in self.fs:
            f._waiting.append(self.me)

    def leave(self):
        for f in self.fs:
            if self.me in f._waiting:
                f._waiting.remove(self.me)


def _done_first(fs):
    return sorted((f for f in fs if f._done_number is not None), key=lambda f: f._done_number)


def as_completed(fs, timeout=None):
    end = None if timeout is None else _threads.now() + timeout
    pending = dict.fromkeys(fs)
    total = len(pending)
    while pending:
        done = _done_first(pending)
        if not done:
            left = None if end is None else end - _threads.now()
            woken = False
            if left is None or left > 0:
                waiter = _Waiter(pending)
                woken = _threads.park(left, 'concurrent.futures.wait')
                waiter.leave()
            if not woken:
                raise TimeoutError(f'{len(pending)} (of {total}) futures unfinished')
            continue
        for f in done:
            del pending[f]
            yield f


class DoneAndNotDoneFutures(tuple):
    __slots__ = ()

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    @property
    def done(self):
        return self[0]

    @property
    def not_done(self):
        return self[1]

    def __repr__(self):
        return f'DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})'


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = list(dict.fromkeys(fs))
    end = None if timeout is None else _threads.now() + timeout

    def over():
        done = [f for f in fs if f._done_number is not None]
        if return_when == FIRST_COMPLETED and done:
            return True
        if return_when == FIRST_EXCEPTION and any(not f.cancelled() and f._exception is not None for f in done):
            return True
        return len(done) == len(fs)

    while not over():
        left = None if end is None else end - _threads.now()
        if left is not None and left <= 0:
            break
        waiter = _Waiter(fs)
        _threads.park(left, 'concurrent.futures.wait')
        waiter.leave()
    done = {f for f in fs if f._done_number is not None}
    return DoneAndNotDoneFutures(done, set(fs) - done)


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        end = None if timeout is None else _threads.now() + timeout
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                fs.reverse()
                while fs:
                    yield fs.pop().result(None if end is None else end - _threads.now())
            finally:
                for f in fs:
                    f.cancel()
        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
