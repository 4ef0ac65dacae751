"""ThreadPoolExecutor on simulated threads: a job takes the worker that has been idle longest, or a new one, or waits
until one is free."""
import itertools
import threading
from collections import deque

import _threads
from concurrent.futures import _base

_numbers = itertools.count()


class BrokenThreadPool(_base.BrokenExecutor):
    """Raised when a worker thread in a ThreadPoolExecutor failed initializing."""


class ThreadPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=(), **ctxkwargs):
        if max_workers is not None and max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = 32 if max_workers is None else max_workers
        self._prefix = thread_name_prefix or f'ThreadPoolExecutor-{next(_numbers)}'
        self._initializer, self._initargs = initializer, initargs
        self._threads = []
        self._idle = deque()
        self._queue = deque()       # jobs that wait for a worker: (start it on that worker, its future)
        self._waiting = []          # who waits for all to be done
        self._shutdown = False
        self._broken = False

    def _check_open(self):
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')

    def _begin(self, job, future):
        if self._idle:
            job(self._idle.popleft())
        elif len(self._threads) < self._max_workers:
            thread = threading.Thread(name=f'{self._prefix}_{len(self._threads)}')
            thread._fresh = True
            self._threads.append(thread)
            job(thread)
        else:
            self._queue.append((job, future))

    def _prepare(self, thread):
        if self._initializer is not None and thread._fresh:
            thread._fresh = False
            try:
                self._initializer(*self._initargs)
            except BaseException:
                import logging
                logging.getLogger('concurrent.futures').critical('Exception in initializer:', exc_info=True)
                self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
                while self._queue:
                    self._queue.popleft()[1].set_exception(BrokenThreadPool(self._broken))
                return False
        return True

    def _free(self, thread):
        while self._queue:
            job, future = self._queue.popleft()
            if not future.set_running_or_notify_cancel() if isinstance(future, _base.Future) else future.cancelled():
                continue
            job(thread)
            return
        self._idle.append(thread)
        if len(self._idle) == len(self._threads):
            for waiter in self._waiting:
                _threads.wake(waiter)

    def submit(self, fn, /, *args, **kwargs):
        self._check_open()
        made = future = _base.Future()
        pool = self

        def job(thread):
            if future._state == _base.PENDING:
                future.set_running_or_notify_cancel()

            def work():
                nonlocal future, target, args, kwargs
                result = None
                if not pool._prepare(thread):
                    future.set_exception(BrokenThreadPool(pool._broken))
                    pool._free(thread)
                    return
                try:
                    result = target(*args, **(kwargs or {}))
                except BaseException as error:
                    _threads.settle()
                    future.set_exception(error)
                else:
                    _threads.settle()
                    future.set_result(result)
                future = target = args = kwargs = result = None
                pool._free(thread)
            target, args, kwargs = given
            thread._target = fn
            _threads.start(thread, work, False)
        given = _threads.unwrap(fn, args, kwargs)
        self._begin(job, future)
        return made

    def _run_for_loop(self, loop, fn, args):
        self._check_open()
        future = loop.create_future()
        pool = self
        fn, args, kwargs = _threads.unwrap(fn, args, {})

        def job(thread):
            def work():
                try:
                    if not pool._prepare(thread):
                        raise BrokenThreadPool(pool._broken)
                    return fn(*args, **(kwargs or {}))
                finally:
                    _threads.settle()
                    pool._free(thread)
            work.__name__ = work.__qualname__ = getattr(fn, '__qualname__', 'work')
            _threads.run_for_loop(loop, thread, work, (), future)
        self._begin(job, future)
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            while self._queue:
                self._queue.popleft()[1].cancel()
        if wait and len(self._idle) < len(self._threads):
            self._waiting.append(_threads.me())
            _threads.park(None, 'ThreadPoolExecutor.shutdown')
