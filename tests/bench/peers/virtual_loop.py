"""asyncio's own selector loop on a simulated clock, as lean as it can be: waiting is moving the clock.

For measuring CPython and Pyodide at their best; the loop that output is compared with is conformance's.
"""
import asyncio
import io
import sys
import time

DEFAULT = asyncio.SelectorEventLoop


class Selector:
    """Nothing is ever ready but the first timer."""

    def __init__(self):
        self.now = 0.0

    def select(self, timeout=None):
        if timeout:
            self.now += timeout
        return ()

    def register(self, *_):
        pass

    unregister = register

    def get_map(self):
        return {}

    def close(self):
        pass


class VirtualLoop(DEFAULT):
    def __init__(self):
        self.__selector = Selector()
        super().__init__(self.__selector)

    def time(self):
        return self.__selector.now

    def _make_self_pipe(self):
        pass

    def _close_self_pipe(self):
        pass


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return VirtualLoop()


def seconds(source):
    """Runs a program; the seconds of processor that it took, from its text on."""
    out, sys.stdout = sys.stdout, io.StringIO()
    asyncio.set_event_loop_policy(Policy())
    asyncio._set_running_loop(None)  # Pyodide counts as running inside its own
    asyncio.run = asyncio.runners.run  # and wraps this
    start = time.process_time()
    try:
        exec(compile(source, "main.py", "exec"), {"__name__": "__main__"})
        return time.process_time() - start
    finally:
        sys.stdout = out
