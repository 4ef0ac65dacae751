"""Runs one program as `python main.py` would, and makes its record."""
import atexit
import gc
import importlib
import io
import json
import linecache
import os
import random
import re
import sys
import types
import warnings
from asyncio import base_tasks

from . import clock, loop, loopback, network, order, threads

NAME = 'main.py'
_STDLIB = os.path.dirname(os.__file__) + '/'
_HERE = os.path.dirname(__file__) + '/'
_OWN_FRAME = re.compile(r'^  File "[^"\n]*(?:/_pyodide/_base\.py|<exec>|%s[a-z]+\.py)", line .*\n(?:    .*\n)*'
                        % re.escape(_HERE), re.M)


class Sink(io.RawIOBase):
    """Keeps what is written, or hands it to whoever runs a thread function."""
    mode = 'wb'

    def __init__(self, name, fd):
        self.name, self.fd = name, fd
        self.data = bytearray()
        self.diverted = None

    def writable(self):
        return True

    def isatty(self):
        return False

    def fileno(self):
        return self.fd

    def write(self, data):
        data = bytes(data)
        if self.diverted is None:
            self.data += data
        else:
            self.diverted.append((clock.clock.now, self, data))
        return len(data)


class Run:
    """The program that runs, or ran last."""
    exit = 0
    virtual_seconds = 0.0
    stdout = stderr = None


run = Run()


def _open_stream(name, fd, errors):
    sink = Sink(name, fd)
    stream = io.TextIOWrapper(io.BufferedWriter(sink), encoding='utf-8', errors=errors, newline='\n',
                              line_buffering=True, write_through=True)
    stream.mode = 'w'
    return stream, sink


def _preload():
    """What programs import, loaded once for the memory image (after the clock: some keep time.monotonic under a name of theirs)."""
    for name in ('argparse', 'bisect', 'collections.abc', 'concurrent.futures', 'contextlib', 'contextvars', 'copy', 'dataclasses', 'enum',
                 'fractions', 'functools', 'heapq', 'inspect', 'itertools', 'logging', 'math', 'operator', 'pprint', 'queue', 'statistics',
                 'string', 'textwrap', 'timeit', 'traceback', 'typing', 'unittest.mock', 'uuid', 'weakref'):
        importlib.import_module(name)


def _hide_own_depth():
    """The frame of `start` below the program's must not count against its recursion limit."""
    get, set_limit = sys.getrecursionlimit, sys.setrecursionlimit
    set_limit(get() + 1)
    sys.getrecursionlimit = lambda: get() - 1
    sys.setrecursionlimit = lambda limit, /: set_limit(limit + 1)


def _hide_own_frames():
    """A running task's stack begins with the program's first frame.  The C side has the function, so that its code is exchanged."""
    get_stack = base_tasks._task_get_stack
    base_tasks._original_get_stack = types.FunctionType(get_stack.__code__, get_stack.__globals__)
    base_tasks._harness = _HERE

    def stack(task, limit):
        return [frame for frame in _original_get_stack(task, limit) if not frame.f_code.co_filename.startswith(_harness)]

    get_stack.__code__ = stack.__code__


def _collect_at_the_end_only():
    """When a cycle is found depends on how much was allocated since the last time: here at the end, or when the program asks."""
    thresholds = gc.get_threshold()
    gc.set_threshold(0)
    gc.get_threshold = lambda: thresholds


def install():
    """Once per interpreter, before any program."""
    _hide_own_frames()
    _collect_at_the_end_only()
    _hide_own_depth()
    clock.install()
    _preload()
    threads.install()
    loop.install()
    order.install()
    network.install()
    if sys.platform == 'emscripten':
        sys.platform = 'linux'
    sys.excepthook = sys.__excepthook__              # Pyodide replaces it
    warnings.resetwarnings()                         # and the filters of a plain `python main.py`
    warnings.filterwarnings('default', category=DeprecationWarning, module='__main__', append=True)
    for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
        warnings.filterwarnings('ignore', category=category, append=True)


def _reset():
    if sys.modules.get('tracemalloc', True) is None:
        del sys.modules['tracemalloc']
    sys.stdout, out = _open_stream('<stdout>', 1, 'strict')
    sys.stderr, err = _open_stream('<stderr>', 2, 'backslashreplace')
    sys.__stdout__, sys.__stderr__ = sys.stdout, sys.stderr
    sys.stdin = sys.__stdin__ = io.StringIO('')
    sys.argv = [NAME]
    run.stdout, run.stderr, run.exit = out, err, 0
    threads.start_program((out, err))
    loop.counters.reset(out)
    loopback.network.reset()
    clock.clock.move_to(0.0)
    random.seed(0)
    linecache.clearcache()


def _exit_status(code):
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xff
    print(code, file=sys.stderr)
    return 1


def start(path):
    """Runs the file as __main__.  A garbage collection, `drop`, another one and `record` are to follow, as at interpreter exit."""
    _reset()
    main = types.ModuleType('__main__')
    main.__dict__.update(__file__=NAME, __builtins__=__builtins__)
    sys.modules['__main__'] = main
    try:
        with open(path, 'rb') as f:
            source = f.read()
        exec(compile(source, NAME, 'exec', dont_inherit=True), main.__dict__)
    except SystemExit as error:
        run.exit = _exit_status(error.code)
        error.__traceback__ = error.__traceback__.tb_next
    except BaseException as error:
        run.exit = 1
        traceback = error.__traceback__.tb_next      # this function's frame is not the program's
        error.__traceback__ = traceback
        sys.excepthook(type(error), error, traceback)
        del traceback
    threads.finish_program()
    run.virtual_seconds = clock.clock.now
    atexit._run_exitfuncs()
    # At interpreter exit neither `import tracemalloc` nor reading source lines works any more, which shows in
    # "coroutine was never awaited" warnings of that moment.
    sys.modules['tracemalloc'] = None
    linecache.clearcache()
    try:
        os.unlink(path)
    except OSError:
        pass


def drop():
    sys.modules.pop('__main__', None)


def record():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass
    library = '/usr/lib/python%d.%d/' % sys.version_info[:2]
    stdout, stderr = (sink.data.decode('utf-8', 'replace').replace(_STDLIB, library) for sink in (run.stdout, run.stderr))
    rec = {'stdout': stdout, 'stderr': _OWN_FRAME.sub('', stderr),
           'exit': run.exit, 'virtual_seconds': run.virtual_seconds}
    if loop.counters.deadlock:
        at = dict(loop.counters.deadlock)
        before = run.stdout.data[:at['stdout_bytes']].decode('utf-8', 'replace')
        rec['deadlock'] = at | {'stdout_bytes': len(before.replace(_STDLIB, library).encode())}
    if loop.counters.limit:
        rec['limit'] = True
    return json.dumps(rec)
