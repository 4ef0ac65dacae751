"""Files in memory: what open(), os, pathlib, tempfile and shutil work on. A run begins with its own source and an empty /tmp."""
import io
import time
import _ap


class Node:
    """A file."""
    is_dir = False
    mode = 0o100644

    give = None  # of a device: its next bytes

    def __init__(self, data=b"", give=None):
        self.data = bytearray(data)
        if give is not None:
            self.give = give
        self.number = _next_number()
        self.created = self.changed = time.time()


class Folder:
    is_dir = True
    mode = 0o40755
    data = b""

    def __init__(self):
        self.entries = {}
        self.number = _next_number()
        self.created = self.changed = time.time()


def _next_number():
    global _number
    _number += 1
    return _number


_number = 1
_ERRORS = {1: "Operation not permitted", 2: "No such file or directory", 9: "Bad file descriptor", 13: "Permission denied", 17: "File exists",
           20: "Not a directory", 21: "Is a directory", 22: "Invalid argument", 36: "File name too long", 39: "Directory not empty"}


def fail(code, *names):
    """OSError's subclass for `code`, about one name or two."""
    names = [name.__fspath__() if hasattr(name, "__fspath__") else name for name in names]
    raise OSError(code, _ERRORS[code], names[0], *((None, names[1]) if len(names) > 1 else ()))


def absolute(path):
    import os
    path = os.fsdecode(path)
    if "\0" in path:
        raise ValueError("embedded null byte")
    size = len(path.encode("utf-8", "surrogateescape"))
    if size >= 4096 or size > 255 and any(len(part.encode("utf-8", "surrogateescape")) > 255 for part in path.split("/")):
        fail(36, path)
    return path if path.startswith("/") else cwd.rstrip("/") + "/" + path


def find(path, name=None):
    """The file or folder at `path`, or None."""
    parts = absolute(path).split("/")
    node, names = root, []
    for part in parts:
        if part in ("", "."):
            continue
        if not node.is_dir:
            fail(20, path if name is None else name)
        if part == "..":
            names = names[:-1]
            node = root
            for above in names:
                node = node.entries[above]
            continue
        if part not in node.entries:
            return None
        names.append(part)
        node = node.entries[part]
    return node


def get(path, name=None):
    """As find(); FileNotFoundError where there is none."""
    if not path:
        fail(2, path)
    node = find(path, name)
    if node is None:
        fail(2, path if name is None else name)
    return node


def place(path, *names):
    """(the folder that holds `path`, the last part of it)."""
    whole = absolute(path).rstrip("/")
    above, _, last = whole.rpartition("/")
    folder = get(above or "/", names[0] if names else path)
    if not folder.is_dir:
        fail(20, *(names or (path,)))
    return folder, last


def make_folder(path):
    folder, name = place(path)
    if not name or name in folder.entries:
        fail(17, path)
    folder.entries[name] = Folder()
    folder.changed = time.time()


def remove(path, folder_wanted=False):
    node = get(path)
    if node.is_dir != folder_wanted:
        fail(20 if folder_wanted else 21, path)
    if folder_wanted and node.entries:
        fail(39, path)
    folder, name = place(path)
    del folder.entries[name]
    folder.changed = time.time()


def _holds(folder, wanted):
    """Is `wanted` that folder or one below it?"""
    todo = [folder]
    while todo:
        at = todo.pop()
        if at is wanted:
            return True
        todo += [node for node in at.entries.values() if node.is_dir]
    return False


def rename(source, target):
    if find(source) is None:
        fail(2, source, target)
    node = find(source)
    there = find(target)
    if there is node:
        return
    if there is not None:
        if there.is_dir and not node.is_dir:
            fail(21, source, target)
        if node.is_dir and not there.is_dir:
            fail(20, source, target)
        if there.is_dir and there.entries:
            fail(39, source, target)
    from_folder, from_name = place(source)
    to_folder, to_name = place(target, source)
    if node.is_dir and _holds(node, to_folder):
        fail(22, source, target)
    del from_folder.entries[from_name]
    to_folder.entries[to_name] = node
    from_folder.changed = to_folder.changed = time.time()


class _Binary(io.BufferedIOBase):
    """A file's bytes. What is written is in the file when it is flushed, closed, or more than a buffer of it has come together."""
    closed = False

    def __init__(self, node, name, mode):
        self._node, self.name, self._mode = node, name, mode
        self._reads = "r" in mode or "+" in mode
        self._writes = mode.strip("rb") != ""
        self._appends = "a" in mode
        self._pending, self._waiting = [], 0
        self._at = len(node.data) if self._appends else 0

    @property
    def mode(self):
        first = self._mode.replace("b", "").replace("t", "")
        return {"r": "rb", "w": "wb", "a": "ab", "x": "xb"}.get(first, "rb+" if first[0] in "rw" else first[0] + "b+")

    @property
    def raw(self):
        return self

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def readable(self):
        self._check()
        return self._reads

    def writable(self):
        self._check()
        return self._writes

    def fileno(self):
        self._check()
        return self._node.number + 2

    def _need_read(self):
        self._check()
        if not self._reads:
            raise io.UnsupportedOperation("read" if self._raw is None else "File not open for reading")
        self.flush()

    _raw = None

    def read(self, size=-1, /):
        self._need_read()
        end = len(self._node.data) if size is None or size < 0 else self._at + size
        if self._node.give is not None:
            return self._node.give(size)
        part = bytes(self._node.data[self._at:end])
        self._at += len(part)
        return part

    read1 = read

    def peek(self, size=0, /):
        self._need_read()
        return bytes(self._node.data[self._at:])

    def readall(self):
        return self.read()

    def readinto(self, target, /):
        part = self.read(len(target))
        target[:len(part)] = part
        return len(part)

    def readline(self, size=-1, /):
        self._need_read()
        found = self._node.data.find(b"\n", self._at)
        end = len(self._node.data) if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        part = bytes(self._node.data[self._at:end])
        self._at += len(part)
        return part

    def write(self, data, /):
        self._check()
        if not self._writes:
            raise io.UnsupportedOperation("write")
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        self._pending.append(data)
        self._waiting += len(data)
        if self._waiting > io.DEFAULT_BUFFER_SIZE:
            self.flush()
        return len(data)

    def flush(self):
        self._check()
        if not self._pending:
            return
        new = b"".join(self._pending)
        self._pending, self._waiting = [], 0
        if self._node.give is not None:
            return
        data = self._node.data
        if self._appends:
            self._at = len(data)
        if self._at > len(data):
            data.extend(bytes(self._at - len(data)))
        data[self._at:self._at + len(new)] = new
        _ap.spend(len(new) // 8)
        self._at += len(new)
        self._node.changed = time.time()

    def tell(self):
        self._check()
        return self._at + self._waiting

    def seek(self, offset, whence=0, /):
        self.flush()
        if not -1 << 63 <= offset < 1 << 63:
            raise ValueError("cannot fit 'int' into an offset-sized integer")
        at = offset + (0, self._at, len(self._node.data))[whence]
        if at < 0:
            raise OSError(22, "Invalid argument")
        self._at = at
        return at

    def truncate(self, size=None, /):
        self._check()
        if not self._writes:
            raise io.UnsupportedOperation("truncate")
        self.flush()
        size = self._at if size is None else size
        if size < 0:
            raise OSError(22, "Invalid argument")
        data = self._node.data
        if size < len(data):
            del data[size:]
        else:
            data.extend(bytes(size - len(data)))
        self._node.changed = time.time()
        return size

    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True

    def __del__(self):
        self.close()

    def __repr__(self):
        return f"<_io.{type(self).__name__} name={self.name!r}>"


class BufferedReader(_Binary): pass
class BufferedWriter(_Binary): pass
class BufferedRandom(_Binary): pass


class FileIO(_Binary):
    """Without a buffer."""
    _raw = True

    def write(self, data, /):
        n = super().write(data)
        self.flush()
        return n

    def __repr__(self):
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd=True>"


class TextIOWrapper(io.TextIOBase):
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self.buffer, self.encoding, self.errors = buffer, encoding or "UTF-8", errors or "strict"
        "".encode(self.encoding)
        self._newline, self.line_buffering, self.write_through = newline, line_buffering, write_through
        self._raw, self._text, self._at, self._start = "", "", 0, 0
        self._iterates = False

    @property
    def name(self):
        return self.buffer.name

    @property
    def closed(self):
        return self.buffer.closed

    def _check(self):
        if self.buffer.closed:
            raise ValueError("I/O operation on closed file.")

    def readable(self): return self.buffer.readable()
    def writable(self): return self.buffer.writable()
    def seekable(self): return self.buffer.seekable()
    def fileno(self): return self.buffer.fileno()
    def isatty(self): return self.buffer.isatty()

    def _more(self):
        if self._at < len(self._text):
            return True
        self._start = self.buffer.tell()
        self._raw = self.buffer.read().decode(self.encoding, self.errors)
        if self._start == 0 and self.encoding.lower().replace("_", "-") == "utf-8-sig":
            self._raw = self._raw.removeprefix("\ufeff")
        self._text = self._raw if self._newline is not None or "\r" not in self._raw else self._raw.replace("\r\n", "\n").replace("\r", "\n")
        self._at = 0
        return bool(self._text)

    def _need_read(self):
        self._check()
        if not self.buffer.readable():
            raise io.UnsupportedOperation("not readable")

    def read(self, size=-1, /):
        self._need_read()
        parts = []
        wanted = -1 if size is None else size
        while wanted and self._more():
            part = self._text[self._at:] if wanted < 0 else self._text[self._at:self._at + wanted]
            self._at += len(part)
            parts.append(part)
            if wanted > 0:
                wanted -= len(part)
        return "".join(parts)

    def _line_end(self):
        text, at, end = self._text, self._at, self._newline
        if end == "":
            found = [i + (text[i:i + 2] == "\r\n") + 1 for i in (text.find("\n", at), text.find("\r", at)) if i >= 0]
            return min(found) if found else len(text)
        end = end or "\n"
        found = text.find(end, at)
        return len(text) if found < 0 else found + len(end)

    def readline(self, size=-1, /):
        self._need_read()
        if not self._more():
            return ""
        end = self._line_end()
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        line = self._text[self._at:end]
        self._at = end
        return line

    def __next__(self):
        self._iterates = True
        line = self.readline()
        if not line:
            self._iterates = False
            raise StopIteration
        return line

    def write(self, text, /):
        self._check()
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self.buffer.writable():
            raise io.UnsupportedOperation("not writable")
        new = text.replace("\n", self._newline) if self._newline in ("\r", "\r\n") else text
        self.buffer.write(new.encode(self.encoding, self.errors))
        self._raw = self._text = ""
        self._at = 0
        if self.write_through or self.line_buffering and "\n" in text:
            self.buffer.flush()
        return len(text)

    def tell(self):
        self._check()
        if self._iterates:
            raise OSError("telling position disabled by next() call")
        if self._at >= len(self._text):
            return self.buffer.tell()
        at = self._at
        if self._text is not self._raw:
            seen = raw = 0
            while seen < at:
                raw += 2 if self._raw[raw:raw + 2] == "\r\n" else 1
                seen += 1
            at = raw
        return self._start + len(self._raw[:at].encode(self.encoding, self.errors))

    def seek(self, offset, whence=0, /):
        self._check()
        if whence and offset:
            raise io.UnsupportedOperation("can't do nonzero " + ("cur" if whence == 1 else "end") + "-relative seeks")
        at = self.tell() if whence == 1 else offset
        if whence == 0 and offset < 0:
            raise ValueError(f"negative seek position {offset}")
        self._raw = self._text = ""
        self._at = 0
        self._iterates = False
        return self.buffer.seek(0, 2) if whence == 2 else self.buffer.seek(at)

    def truncate(self, size=None, /):
        self.flush()
        return self.buffer.truncate(self.tell() if size is None else size)

    def flush(self):
        self._check()
        self.buffer.flush()

    def close(self):
        self.buffer.close()

    def detach(self):
        return self.buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        self.encoding, self.errors = encoding or self.encoding, errors or self.errors
        self._newline = self._newline if newline is None else newline
        self.line_buffering = self.line_buffering if line_buffering is None else line_buffering

    def __repr__(self):
        mode = f" mode={self.mode!r}" if hasattr(self, "mode") else ""
        name = f" name={self.name!r}" if hasattr(self.buffer, "name") else ""
        return f"<_io.TextIOWrapper{name}{mode} encoding={self.encoding!r}>"


for _type in (BufferedReader, BufferedWriter, BufferedRandom, FileIO, TextIOWrapper):
    _type.__module__ = "_io"


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if isinstance(file, int):
        return _standard(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    import os
    name = os.fspath(file)
    kinds = [c for c in mode if c in "rwax"]
    if set(mode) - set("rwaxbt+") or len(set(mode)) != len(mode):
        raise ValueError(f"invalid mode: {mode!r}")
    binary = "b" in mode
    if binary and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    if len(kinds) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    node = get(name) if kinds[0] == "r" else find(name)
    if node is not None and node.is_dir:
        fail(21, name)
    if node is None:
        if not name:
            fail(2, name)
        folder, last = place(name)
        node = folder.entries[last] = Node()
        folder.changed = time.time()
    elif kinds[0] == "x":
        fail(17, name)
    elif kinds[0] == "w":
        node.data.clear()
        node.changed = time.time()
    kind = FileIO if buffering == 0 else BufferedRandom if "+" in mode else BufferedReader if kinds[0] == "r" else BufferedWriter
    raw = kind(node, name, mode)
    if binary:
        return raw
    if buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    text = TextIOWrapper(raw, encoding, errors, newline, line_buffering=buffering == 1)
    text.mode = mode
    return text


class _StandardInput(io.BufferedIOBase):
    """The answers that a run is given, a line each."""
    closed = False
    name = "<stdin>"
    mode = "rb"
    _left = b""

    def fileno(self): return 0
    def writable(self): return False
    def seekable(self): return False
    def tell(self): raise io.UnsupportedOperation("underlying stream is not seekable")
    def close(self): self.closed = True

    def readline(self, size=-1, /):
        line = self._left
        if not line:
            text = _ap.input_line()
            line = b"" if text is None else text.encode() + b"\n"
        end = len(line) if size is None or size < 0 else size
        self._left = line[end:]
        return line[:end]

    def read(self, size=-1, /):
        got = b""
        while size is None or size < 0 or len(got) < size:
            line = self.readline(-1 if size is None or size < 0 else size - len(got))
            if not line:
                break
            got += line
        return got


class _StandardText(TextIOWrapper):
    mode = "r"

    def _more(self):
        if self._at >= len(self._text):
            self._raw = self._text = self.buffer.readline().decode()
            self._at = 0
        return bool(self._text)

    def tell(self):
        raise io.UnsupportedOperation("underlying stream is not seekable")

    seek = tell


_StandardText.__name__ = _StandardText.__qualname__ = "TextIOWrapper"
_StandardText.__module__ = "_io"


class StandardOutput(io.BufferedIOBase):
    """The `buffer` of sys.stdout and sys.stderr."""
    mode = "wb"
    closed = False

    def __init__(self, text):
        self._text_stream, self.name, self._left = text, text.name, b""

    def fileno(self): return self._text_stream.fileno()
    def readable(self): return False
    def seekable(self): return False
    def close(self): pass

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        whole = self._left + bytes(data)
        # A character may come in pieces.
        cut = next((i for i in range(1, min(4, len(whole) + 1)) if whole[-i] >= 0xC0), 0)
        if cut and cut >= (2 if whole[-cut] < 0xE0 else 3 if whole[-cut] < 0xF0 else 4):
            cut = 0
        self._left = whole[len(whole) - cut:]
        self._text_stream.write(whole[:len(whole) - cut].decode("utf-8", "replace"))
        return len(data)

    def __repr__(self):
        return f"<_io.BufferedWriter name={self.name!r}>"


def _standard(number):
    import sys
    if number in (0, 1, 2):
        return (sys.stdin, sys.stdout, sys.stderr)[number]
    raise OSError(9, _ERRORS[9])


def standard_input():
    return _StandardText(_StandardInput())


import __main__
_program = getattr(__main__, "__file__", "main.py")
root = Folder()
cwd = "/home/user"
root.entries = {"home": Folder(), "tmp": Folder(), "dev": Folder()}


def _random(size):
    import os
    return os.urandom(size)


root.entries["dev"].entries = {"null": Node(give=lambda size: b""), "zero": Node(give=bytes), "urandom": Node(give=_random), "random": Node(give=_random)}
root.entries["home"].entries["user"] = Folder()
root.entries["home"].entries["user"].entries["main.py"] = Node(_ap.source_text(_program).encode())
