"""Functions for the program's end, the last registered first; run by finalize_run() of bindings/setup.cpp."""
import sys as _sys

_functions = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    _functions[:] = [entry for entry in _functions if entry[0] != func]


def _clear(): _functions.clear()
def _ncallbacks(): return len(_functions)


def _run_exitfuncs():
    import traceback
    while _functions:
        func, args, kwargs = _functions.pop()
        try:
            func(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException:
            print(f"Exception ignored in atexit callback {func!r}:", file=_sys.stderr)
            traceback.print_exc()
