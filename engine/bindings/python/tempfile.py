"""tempfile, over the files in memory."""
import os
import random as _random
import shutil as _shutil
import weakref as _weakref

import _ap

template, tempdir = "tmp", None
TMP_MAX = 10000
_names = _random.Random(_ap.seed() + 2)


def gettempdir():
    return tempdir or "/tmp"


def gettempprefix():
    return "tmp"


def gettempdirb():
    return gettempdir().encode()


def _fresh(suffix, prefix, dir):
    while True:
        name = "".join(_names.choices("abcdefghijklmnopqrstuvwxyz0123456789_", k=8))
        path = os.path.join(os.path.abspath(dir or gettempdir()), (prefix or template) + name + (suffix or ""))
        if not os.path.exists(path):
            return path


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _fresh(suffix, prefix, dir)
    os.mkdir(path)
    return path


def mktemp(suffix="", prefix=template, dir=None):
    return _fresh(suffix, prefix, dir)


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name, self._delete = mkdtemp(suffix, prefix, dir), delete
        self._finalizer = _weakref.finalize(self, _shutil.rmtree, self.name, True) if delete else None

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *exc):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if self._finalizer is not None:
            self._finalizer.detach()
        _shutil.rmtree(self.name, True)


class _TemporaryFileWrapper:
    def __init__(self, file, name, delete):
        self.file, self.name, self.delete = file, name, delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        return iter(self.file)

    def close(self):
        self.file.close()
        if self.delete:
            self.delete = False
            try:
                os.unlink(self.name)
            except FileNotFoundError:
                pass

    def __del__(self):
        self.close()


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None,
                       delete_on_close=True):
    name = _fresh(suffix, prefix, dir)
    file = open(name, mode.replace("r", "w") if "r" in mode else mode, buffering, encoding, errors, newline)
    return _TemporaryFileWrapper(file, name, delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    name = _fresh(suffix, prefix, dir)
    file = open(name, mode, buffering, encoding, errors, newline)
    os.unlink(name)
    return file
