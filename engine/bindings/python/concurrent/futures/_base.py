"""concurrent.futures on simulated threads: a function that is submitted has run to its end when submit() returns, and
its future shows that once the clock has got there."""
import _threads

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

    _outcome = None             # (result, exception, start, end) of a thread that has run already

    def __init__(self):
        self._state = PENDING
        self._result = None
        self._exception = None
        self._done_callbacks = []

    def __repr__(self):
        self._come_due()
        name = f'<{type(self).__name__} at {id(self):#x} state={_NAMES[self._state]}'
        if self._state != FINISHED:
            return name + '>'
        if self._exception:
            return f'{name} raised {type(self._exception).__name__}>'
        return f'{name} returned {type(self._result).__name__}>'

    def _come_due(self):
        if self._outcome is not None and self._state in (PENDING, RUNNING) and self._outcome[3] <= _threads.now():
            self._deliver()

    def _deliver(self):
        result, exception, start, end = self._outcome
        if exception is not None:
            self.set_exception(exception)
        else:
            self.set_result(result)

    def _wait_for_end(self, timeout):
        if self._outcome is None:
            return
        end = self._outcome[3]
        if timeout is not None and _threads.now() + timeout < end:
            _threads.wait_until(_threads.now() + timeout, 'Future.result')
            raise TimeoutError
        _threads.wait_until(end, 'Future.result')
        self._come_due()

    def cancel(self):
        self._come_due()
        if self._state in (RUNNING, FINISHED):
            return False
        if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED):
            self._state = CANCELLED
            self._invoke_callbacks()
        return True

    def cancelled(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        self._come_due()
        return self._state == RUNNING

    def done(self):
        self._come_due()
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
        self._come_due()
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
        self._invoke_callbacks()

    def set_exception(self, exception):
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
            raise InvalidStateError(f'{self._state}: {self!r}')
        self._exception = exception
        self._state = FINISHED
        self._invoke_callbacks()


def _end_of(future):
    return future._outcome[3] if future._outcome is not None else _threads.now()


def as_completed(fs, timeout=None):
    for future in sorted(dict.fromkeys(fs), key=_end_of):
        future._wait_for_end(timeout)
        yield future


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
    fs = sorted(dict.fromkeys(fs), key=_end_of)
    ends = [_end_of(f) for f in fs]
    if return_when == FIRST_COMPLETED:
        until = ends[0]
    elif return_when == FIRST_EXCEPTION:
        until = next((_end_of(f) for f in fs if f._outcome and f._outcome[1] is not None), ends[-1])
    else:
        until = ends[-1]
    if timeout is not None:
        until = min(until, _threads.now() + timeout)
    _threads.wait_until(until, 'concurrent.futures.wait')
    done = {f for f in fs if f.done()}
    return DoneAndNotDoneFutures(done, set(fs) - done)


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        fs = [self.submit(fn, *args) for args in zip(*iterables)]
        return (f.result(timeout) for f in fs)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
