# io: streams in memory
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 131072
from _ap import c_type as _c_type
import builtins as _b
open = _b.open


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.close()

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        return list(self)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def readable(self): return True
    def writable(self): return True
    def seekable(self): return True
    def isatty(self): return False
    def flush(self): pass


class RawIOBase(IOBase): pass
class BufferedIOBase(IOBase): pass
class TextIOBase(IOBase): pass


class _Memory(IOBase):
    closed = False

    def close(self):
        self.closed = True

    def getvalue(self):
        self._check()
        return self._join()

    def _join(self):
        if self._new:
            self._data += self._empty.join(self._new)
            self._new = []
        return self._data

    def tell(self):
        self._check()
        return self._pos

    def seek(self, pos, whence=0):
        self._check()
        self._pos = max(0, pos + (0, self._pos, len(self._join()))[whence])
        return self._pos

    def read(self, size=-1):
        self._check()
        data = self._join()
        end = len(data) if size is None or size < 0 else self._pos + size
        part = data[self._pos:end]
        self._pos += len(part)
        return part

    def readline(self, size=-1):
        self._check()
        data = self._join()
        at = data.find(self._newline, self._pos)
        end = len(data) if at < 0 else at + 1
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        part = data[self._pos:end]
        self._pos = end if part else self._pos
        return part

    def truncate(self, size=None):
        size = self._pos if size is None else size
        self._data = self._join()[:size]
        self._size = len(self._data)
        return size

    def _write(self, s):
        n = len(s)
        if self._pos == self._size:
            self._new.append(s)
            self._size += n
        else:
            data = self._join()
            if self._pos > len(data):
                data += self._zero * (self._pos - len(data))
            self._data = data[:self._pos] + s + data[self._pos + n:]
            self._size = len(self._data)
        self._pos += n
        return n


@_c_type
class StringIO(_Memory, TextIOBase):
    __module__ = "_io"
    _empty, _newline, _zero = "", "\n", "\0"
    encoding = errors = None
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._data, self._new, self._pos = initial_value or "", [], 0
        self._size = len(self._data)

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        return self._write(s)


@_c_type
class BytesIO(_Memory, BufferedIOBase):
    __module__ = "_io"
    _empty, _newline, _zero = b"", b"\n", b"\0"

    def __init__(self, initial_bytes=b""):
        self._data, self._new, self._pos = bytes(initial_bytes), [], 0
        self._size = len(self._data)

    def write(self, b, /):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if not isinstance(b, (bytes, bytearray, memoryview)):
            raise TypeError(f"a bytes-like object is required, not '{type(b).__name__}'")
        return self._write(bytes(b))

    def getbuffer(self):
        return memoryview(bytearray(self.getvalue())).toreadonly()

    def read1(self, size=-1):
        return self.read(size)


for _c in (StringIO, BytesIO):
    _c.__module__ = "_io"


def __getattr__(name):
    # What stands for files is made with the first of them.
    if name in ("TextIOWrapper", "BufferedReader", "BufferedWriter", "BufferedRandom", "FileIO"):
        import _files
        return getattr(_files, name)
    raise AttributeError(f"module 'io' has no attribute {name!r}")
