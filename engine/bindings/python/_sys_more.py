# What of the module sys few programs ask for.
import sys
import _ap
from types import SimpleNamespace as _SimpleNamespace


def _struct(name, fields, values):
    def shown(self):
        return f"{name}({', '.join(f'{f}={v!r}' for f, v in zip(fields, self))})"
    members = {f: property(lambda self, i=i: tuple.__getitem__(self, i)) for i, f in enumerate(fields)}
    made = type(name.rpartition(".")[2], (tuple,), {**members, "__repr__": shown, "__module__": "sys", "__slots__": (), "n_fields": len(fields)})
    return made(values)


flags = _struct("sys.flags", ("debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
                              "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
                              "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits", "gil", "thread_inherit_context",
                              "context_aware_warnings"),
                (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, False, 1, 0, False, 4300, 1, 0, 0))
float_info = _struct("sys.float_info", ("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix",
                                        "rounds"),
                     (1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1))
int_info = _struct("sys.int_info", ("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"),
                   (30, 4, 4300, 640))
hash_info = _struct("sys.hash_info", ("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"),
                    (64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128, 0))
thread_info = _struct("sys.thread_info", ("name", "lock", "version"), ("pthread", "semaphore", "NPTL 2.39"))
implementation = _SimpleNamespace(name="cpython", cache_tag="cpython-314", version=sys.version_info, hexversion=sys.hexversion,
                                 _multiarch="x86_64-linux-gnu")
executable = _base_executable = "/usr/bin/python3"
prefix = exec_prefix = base_prefix = base_exec_prefix = "/usr"
platlibdir = "lib"
float_repr_style = "short"
api_version = 1013
orig_argv = ["python3", "main.py"]


def getswitchinterval(): return 0.005
def getfilesystemencoding(): return "utf-8"
def getfilesystemencodeerrors(): return "surrogateescape"
def gettrace(): return None
def getprofile(): return None
def get_int_max_str_digits(): return 4300


def setswitchinterval(interval, /):
    if interval <= 0:
        raise ValueError("switch interval must be strictly positive")


def excepthook(exctype, value, traceback, /):
    from traceback import print_exception
    print_exception(exctype, value, traceback)


def unraisablehook(unraisable, /):
    from traceback import print_exception
    said = unraisable.err_msg or ("Exception ignored in" + ":" * (unraisable.object is not None))
    print(f"{said}{'' if unraisable.object is None else f' {unraisable.object!r}'}:", file=sys.stderr)
    print_exception(unraisable.exc_value)


__excepthook__, __unraisablehook__ = excepthook, unraisablehook


class UnraisableHookArgs(tuple):
    __module__ = "sys"
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    err_msg = property(lambda self: self[3])
    object = property(lambda self: self[4])


# Of an exception that cannot be raised anywhere.
def _unraisable(exception, message, object):
    return UnraisableHookArgs((type(exception), exception, exception.__traceback__, message, object))


def get_asyncgen_hooks():
    return _struct("asyncgen_hooks", ("firstiter", "finalizer"), _ap.asyncgen_hooks())


def set_asyncgen_hooks(*args, **kw):
    if len(args) > 2:
        raise TypeError(f"set_asyncgen_hooks() takes at most 2 arguments ({len(args)} given)")
    given = {**dict(zip(("firstiter", "finalizer"), args)), **kw}
    for name in ("finalizer", "firstiter"):
        if given.get(name) is not None and not callable(given[name]):
            raise TypeError(f"callable {name} expected, got {type(given[name]).__name__}")
    _ap.asyncgen_hooks(**given)
