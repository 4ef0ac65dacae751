"""os, as far as it makes sense without an operating system: paths, an empty environment, a fixed process. The rest is refused by name."""
import _ap
from os import path

name, sep, altsep, pathsep, linesep, curdir, pardir, extsep, devnull, defpath = "posix", "/", None, ":", "\n", ".", "..", ".", "/dev/null", "/bin:/usr/bin"
error = OSError
environ, environb = {}, {}
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR = 0, 1, 2
EX_OK = 0


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value, /):
    environ[key] = value


def unsetenv(key, /):
    environ.pop(key, None)


def getpid():
    return 1


def getppid():
    return 0


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def getcwd():
    return "/"


def cpu_count():
    return 1


process_cpu_count = cpu_count


def urandom(size, /):
    # As repeatable as all randomness of a run.
    global _source
    if _source is None:
        import random
        _source = random.Random(_ap.seed() + 1)
    return _source.randbytes(size)


_source = None


class PathLike:
    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, "__fspath__")

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        found = type(path).__fspath__(path)
    except AttributeError:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}") from None
    return found


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def strerror(code, /):
    return {1: "Operation not permitted", 2: "No such file or directory", 13: "Permission denied", 17: "File exists", 111: "Connection refused"}.get(code, f"Unknown error {code}")


def access(path, mode, **options):
    return False


class stat_result(tuple):
    pass


def _missing(path):
    raise FileNotFoundError(2, "No such file or directory", path)


def stat(path, **options):
    _missing(path)


lstat = stat


def listdir(path="."):
    if path in (".", "/"):
        return []
    _missing(path)


def _exit(status):
    import sys
    sys.exit(status)


def __getattr__(name):
    if not name.startswith("_"):
        raise AttributeError(f"os.{name} is not supported here: there is no operating system")
    raise AttributeError(f"module 'os' has no attribute {name!r}")
