"""os, as far as it makes sense without an operating system: files in memory, paths, an empty environment, a fixed process. The
rest is refused by name."""
import _ap
from os import path
from os.path import join as _join
from builtins import open as _open

name, sep, altsep, pathsep, linesep, curdir, pardir, extsep, devnull, defpath = "posix", "/", None, ":", "\n", ".", "..", ".", "/dev/null", "/bin:/usr/bin"
error = OSError
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
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
    import _files
    return _files.cwd


def getcwdb():
    return getcwd().encode()


def chdir(path, /):
    import _files
    if not _files.get(path).is_dir:
        _files.fail(20, path)
    _files.cwd = _absolute(path)


def _absolute(name):
    return path.abspath(fsdecode(name))


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
    import _files
    node = _files.find(path)
    return node is not None and (not mode & X_OK or node.is_dir)


class stat_result(tuple):
    """What stat() tells: ten numbers in order, and by name."""
    n_fields, n_sequence_fields, n_unnamed_fields = 19, 10, 3

    def __new__(cls, values):
        return super().__new__(cls, map(int, values))

    def __repr__(self):
        return "os.stat_result(" + ", ".join(f"{n}={v}" for n, v in zip(_STAT, self)) + ")"


_STAT = "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime"
for _i, _n in enumerate(_STAT[:7]):
    setattr(stat_result, _n, property(lambda self, i=_i: self[i]))


def _stat_of(node):
    size = 4096 if node.is_dir else len(node.data)
    result = stat_result((_MODE[node.is_dir], node.number, 1, 1, 1000, 1000, size, node.changed, node.changed, node.created))
    result.st_atime = result.st_mtime = node.changed
    result.st_ctime = node.created
    result.st_atime_ns = result.st_mtime_ns = round(node.changed * 1e9)
    result.st_ctime_ns = round(node.created * 1e9)
    result.st_blksize, result.st_blocks = 4096, (size + 511) // 512
    return result


_MODE = 0o100644, 0o40755


def stat(path, **options):
    import _files
    return _stat_of(_files.get(path))


lstat = stat


def listdir(path="."):
    import _files
    path = "." if path is None else path
    node = _files.get(path)
    if not node.is_dir:
        _files.fail(20, path)
    return list(node.entries)


class DirEntry:
    __slots__ = "name", "path", "_node"

    def is_dir(self, *, follow_symlinks=True): return self._node.is_dir
    def is_file(self, *, follow_symlinks=True): return not self._node.is_dir
    def is_symlink(self): return False
    def is_junction(self): return False
    def inode(self): return self._node.number
    def stat(self, *, follow_symlinks=True): return _stat_of(self._node)
    def __fspath__(self): return self.path
    def __repr__(self): return f"<DirEntry {self.name!r}>"


DirEntry.__module__ = "posix"


class _Scan:
    def __init__(self, entries): self._entries = iter(entries)
    def __iter__(self): return self
    def __next__(self): return next(self._entries)
    def __enter__(self): return self
    def __exit__(self, *exc): self.close()
    def close(self): self._entries = iter(())


def scandir(path="."):
    import _files
    path = "." if path is None else path
    node = _files.get(path)
    if not node.is_dir:
        _files.fail(20, path)
    found = []
    for name, below in node.entries.items():
        entry = DirEntry()
        entry.name, entry.path, entry._node = name, _join(fspath(path), name), below
        found.append(entry)
    return _Scan(found)


def walk(top, topdown=True, onerror=None, followlinks=False):
    # A stack of its own: folders may lie deeper than calls may.
    todo = [fspath(top)]
    while todo:
        top = todo.pop()
        if isinstance(top, tuple):
            yield top
            continue
        try:
            entries = list(scandir(top))
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        folders = [e.name for e in entries if e.is_dir()]
        files = [e.name for e in entries if not e.is_dir()]
        if topdown:
            yield top, folders, files
        else:
            todo.append((top, folders, files))
        todo += [_join(top, name) for name in reversed(folders)]


def mkdir(path, mode=0o777, **options):
    import _files
    _files.make_folder(path)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        makedirs(head, exist_ok=exist_ok)
    try:
        mkdir(name)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def remove(path, **options):
    import _files
    _files.remove(path)


def unlink(path, **options):
    import _files
    _files.remove(path)


def rmdir(path, **options):
    import _files
    _files.remove(path, True)


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def rename(src, dst, **options):
    import _files
    _files.rename(src, dst)


def replace(src, dst, **options):
    import _files
    _files.rename(src, dst)


def renames(old, new):
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)


def truncate(path, length):
    with _open(path, "r+b") as f:
        f.truncate(length)


def utime(path, times=None, **options):
    import _files, time
    node = _files.get(path)
    node.changed = time.time() if times is None else times[1]


def chmod(path, mode, **options):
    import _files
    _files.get(path)


def fsync(fd): pass


fdatasync = fsync


def isatty(fd, /):
    return False


def get_terminal_size(fd=1, /):
    raise OSError(25, "Inappropriate ioctl for device")


def kill(pid, signal, /):
    if pid not in (0, getpid()):
        raise ProcessLookupError(3, "No such process")
    import signal as module
    if signal:
        module.raise_signal(signal)


def getloadavg():
    return 0.0, 0.0, 0.0


def getlogin():
    return "user"


def umask(mask, /):
    return 0o22


def _exit(status):
    import sys
    sys.exit(status)


def __getattr__(name):
    if not name.startswith("_"):
        raise AttributeError(f"os.{name} is not supported here: there is no operating system")
    raise AttributeError(f"module 'os' has no attribute {name!r}")
