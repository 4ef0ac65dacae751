"""shutil, over the files in memory."""
import os
import fnmatch as _fnmatch
from collections import namedtuple as _namedtuple


class Error(OSError): pass
class SameFileError(Error): pass


def copyfileobj(fsrc, fdst, length=0):
    while data := fsrc.read(length or 65536):
        fdst.write(data)


def copyfile(src, dst, *, follow_symlinks=True):
    if os.path.exists(dst) and os.path.samefile(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    with open(src, "rb") as a, open(dst, "wb") as b:
        b.write(a.read())
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    pass


def copystat(src, dst, *, follow_symlinks=True):
    there = os.stat(src)
    os.utime(dst, (there.st_atime, there.st_mtime))


def copy(src, dst, *, follow_symlinks=True):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = copy(src, dst)
    copystat(src, dst)
    return dst


def ignore_patterns(*patterns):
    def ignore(path, names):
        return {name for pattern in patterns for name in _fnmatch.filter(names, pattern)}
    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    names = os.listdir(src)
    left = ignore(os.fspath(src), names) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in names:
        if name in left:
            continue
        a, b = os.path.join(src, name), os.path.join(dst, name)
        if os.path.isdir(a):
            copytree(a, b, symlinks, ignore, copy_function, dirs_exist_ok=dirs_exist_ok)
        else:
            copy_function(a, b)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    # A stack of its own: folders may lie deeper than calls may.
    todo = [(os.rmdir, path), (os.listdir, path)]
    while todo:
        do, at = todo.pop()
        try:
            for name in do(at) or ():
                below = os.path.join(at, name)
                todo += [(os.rmdir, below), (os.listdir, below)] if os.path.isdir(below) else [(os.unlink, below)]
        except OSError as error:
            if do is os.listdir and todo and todo[-1] == (os.rmdir, at):
                todo.pop()
            if ignore_errors:
                continue
            if onexc is not None:
                onexc(do, at, error)
            elif onerror is not None:
                onerror(do, at, (type(error), error, error.__traceback__))
            else:
                raise


def move(src, dst, copy_function=copy2):
    given = dst
    if os.path.isdir(dst) and not os.path.samefile(src, dst):
        dst = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(dst):
            raise Error(f"Destination path '{dst}' already exists")
    try:
        os.rename(src, dst)
    except OSError as error:
        if error.errno != 22:
            raise
        raise Error(f"Cannot move a directory '{src}' into itself '{given}'.") from None
    return dst


def which(cmd, mode=1, path=None):
    return None


def get_terminal_size(fallback=(80, 24)):
    columns, lines = (int(os.environ.get(name) or 0) for name in ("COLUMNS", "LINES"))
    return terminal_size((columns or fallback[0], lines or fallback[1]))


class terminal_size(_namedtuple("terminal_size", "columns lines")):
    __slots__ = ()

    def __new__(cls, values):
        return tuple.__new__(cls, values)

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


terminal_size.__module__ = "os"
