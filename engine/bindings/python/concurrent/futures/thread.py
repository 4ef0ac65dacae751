"""ThreadPoolExecutor on simulated threads. Sizes of pools are ignored: a job takes the worker that has been idle
longest, or a new one."""
import itertools
import threading

import _threads
from concurrent.futures import _base

_numbers = itertools.count()


class BrokenThreadPool(_base.BrokenExecutor):
    """Raised when a worker thread in a ThreadPoolExecutor failed initializing."""


class _Workers:
    def __init__(self, prefix):
        self.prefix = prefix
        self.threads = []

    def take(self):
        now = _threads.now()
        idle = [t for t in self.threads if t.free_at <= now]
        if idle:
            return min(idle, key=lambda t: t.free_at)
        thread = threading.Thread(name=f'{self.prefix}_{len(self.threads)}')
        thread.free_at = 0.0
        self.threads.append(thread)
        return thread


class ThreadPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=(), **ctxkwargs):
        if max_workers is not None and max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        self._max_workers = 32 if max_workers is None else max_workers
        self._workers = _Workers(thread_name_prefix or f'ThreadPoolExecutor-{next(_numbers)}')
        self._busy_until = 0.0
        self._shutdown = False

    def _check_open(self):
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')

    def submit(self, fn, /, *args, **kwargs):
        self._check_open()
        future = _base.Future()
        thread = self._workers.take()
        future.set_running_or_notify_cancel()
        future._outcome = _threads.run(thread, lambda: fn(*args, **kwargs))
        self._busy_until = max(self._busy_until, future._outcome[3])
        thread.free_at = future._outcome[3]
        future._come_due()
        return future

    def _run_for_loop(self, loop, fn, args):
        self._check_open()
        thread = self._workers.take()
        future, thread.free_at = _threads.run_for_loop(loop, thread, fn, args)
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if wait:
            _threads.wait_until(self._busy_until, 'ThreadPoolExecutor.shutdown')
