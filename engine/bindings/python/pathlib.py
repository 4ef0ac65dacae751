"""pathlib for POSIX, over the files in memory."""
import fnmatch as _fnmatch
import os


class UnsupportedOperation(NotImplementedError):
    pass


class _Parents:
    def __init__(self, path):
        self._path = path
        self._n = len(path._tail)

    def __len__(self):
        return self._n

    def __getitem__(self, i):
        if isinstance(i, slice):
            return tuple(self[k] for k in range(*i.indices(self._n)))
        if not -self._n <= i < self._n:
            raise IndexError(i)
        i %= self._n
        return self._path._made(self._path._root, self._path._tail[:self._n - i - 1])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    parser = os.path

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        whole = ""
        for arg in args:
            text = os.fspath(arg) if not isinstance(arg, str) and hasattr(arg, "__fspath__") else arg
            if not isinstance(text, str):
                raise TypeError(f"argument should be a str or an os.PathLike object where __fspath__ returns a str, not {type(text).__name__!r}")
            whole = os.path.join(whole, text) if whole else text
        _, self._root, rest = os.path.splitroot(whole)
        self._tail = [p for p in rest.split("/") if p and p != "."]

    @classmethod
    def _from(cls, root, tail):
        made = object.__new__(cls)
        made._root, made._tail = root, tail
        return made

    def _made(self, root, tail):
        if type(self).__init__ not in (PurePath.__init__, Path.__init__):
            return self.with_segments(root + "/".join(tail))
        return type(self)._from(root, tail)

    def with_segments(self, *args):
        return type(self)(*args)

    def __str__(self):
        return self._root + "/".join(self._tail) or "."

    __fspath__ = as_posix = __str__

    def __bytes__(self):
        return str(self).encode()

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self):
        return type(self), (str(self),)

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

    def _order(self):
        return [self._root] + self._tail if self._root else self._tail

    def __lt__(self, other):
        return str(self).split("/") < str(other).split("/") if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return str(self).split("/") <= str(other).split("/") if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return str(self).split("/") > str(other).split("/") if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return str(self).split("/") >= str(other).split("/") if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def joinpath(self, *segments):
        return self.with_segments(self, *segments)

    drive = ""

    @property
    def root(self):
        return self._root

    anchor = root

    @property
    def parts(self):
        return tuple([self._root] + self._tail if self._root else self._tail)

    @property
    def name(self):
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        return os.path.splitext(self.name)[1]

    @property
    def suffixes(self):
        return ["." + part for part in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        return self.name.removesuffix(self.suffix) if self.suffix else self.name

    @property
    def parent(self):
        return self._made(self._root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return _Parents(self)

    def is_absolute(self):
        return self._root != ""

    def with_name(self, name):
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self._made(self._root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not suffix.startswith(".") or "/" in suffix:
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    def relative_to(self, other, *, walk_up=False):
        base = self.with_segments(other)
        n = 0
        for step, path in enumerate([base, *base.parents]):
            if path == self or path in self.parents or not path._tail and path._root == self._root:
                n = len(path._tail)
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(base)!r}")
            if path.name == "..":
                raise ValueError(f"'..' segment in {str(base)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(base)!r} have different anchors")
        return self._made("", [".."] * step + self._tail[n:])

    def is_relative_to(self, other):
        other = self.with_segments(other)
        return other == self or other in self.parents

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative paths can't be expressed as file URIs")
        from urllib.parse import quote
        return "file://" + quote(str(self))

    def match(self, path_pattern, *, case_sensitive=None):
        pattern = self.with_segments(path_pattern)
        if not pattern.parts:
            raise ValueError("empty pattern")
        mine, wanted = self.parts, pattern.parts
        if len(mine) < len(wanted) or pattern._root and len(mine) != len(wanted):
            return False
        return all(_fnmatch.fnmatchcase(a, b) for a, b in zip(reversed(mine), reversed(wanted)))

    def full_match(self, pattern, *, case_sensitive=None):
        return _full_match(list(self.parts), list(self.with_segments(pattern).parts))


def _full_match(parts, wanted):
    if not wanted:
        return not parts
    if wanted[0] == "**":
        return any(_full_match(parts[i:], wanted[1:]) for i in range(len(parts) + 1))
    return bool(parts) and _fnmatch.fnmatchcase(parts[0], wanted[0]) and _full_match(parts[1:], wanted[1:])




class PurePosixPath(PurePath):
    pass


class Path(PurePath):
    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def expanduser(self):
        return self.with_segments(os.path.expanduser(str(self)))

    def absolute(self):
        return self if self._root else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        if strict:
            self.stat()
        return self.with_segments(os.path.abspath(str(self)))

    def samefile(self, other):
        return os.path.samefile(self, other)

    def stat(self, *, follow_symlinks=True):
        return os.stat(str(self))

    lstat = stat

    def exists(self, *, follow_symlinks=True):
        return os.path.exists(str(self))

    def is_dir(self, *, follow_symlinks=True):
        return os.path.isdir(str(self))

    def is_file(self, *, follow_symlinks=True):
        return os.path.isfile(str(self))

    def is_symlink(self):
        return False

    is_mount = is_socket = is_fifo = is_block_device = is_char_device = is_junction = is_symlink

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(str(self), mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open("r", -1, encoding, errors, newline) as f:
            return f.read()

    def read_bytes(self):
        with self.open("rb") as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", -1, encoding, errors, newline) as f:
            return f.write(data)

    def write_bytes(self, data):
        data = bytes(memoryview(data))
        with self.open("wb") as f:
            return f.write(data)

    def iterdir(self):
        return iter([self / name for name in os.listdir(str(self))])

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(str(self), mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, False, exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, "File exists", str(self))
            os.utime(str(self))
        else:
            self.open("a").close()

    def unlink(self, missing_ok=False):
        try:
            os.unlink(str(self))
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(str(self))

    def rename(self, target):
        os.rename(str(self), os.fspath(target))
        return self.with_segments(target)

    replace = rename

    def copy(self, target, **options):
        import shutil
        target = self.with_segments(target)
        (shutil.copytree if self.is_dir() else shutil.copyfile)(str(self), str(target))
        return target

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(str(self), mode)

    def owner(self, *, follow_symlinks=True):
        return "user"

    group = owner

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        for folder, folders, files in os.walk(str(self), top_down, on_error):
            yield self.with_segments(folder), folders, files

    def _select(self, parts):
        if not parts:
            yield self
        elif parts[0] == "**":
            yield from self._select(parts[1:]) if parts[1:] else iter([self])
            for below in self._folder():
                if below.is_dir():
                    yield from below._select(parts)
                elif not parts[1:]:
                    yield below
        elif parts[0] == ".." or not any(c in parts[0] for c in "*?["):
            below = self / parts[0]
            if below.exists():
                yield from below._select(parts[1:])
        else:
            for below in self._folder():
                if _fnmatch.fnmatchcase(below.name, parts[0]) and (not parts[1:] or below.is_dir()):
                    yield from below._select(parts[1:])

    def _folder(self):
        try:
            return list(self.iterdir())
        except OSError:
            return []

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        wanted = self.with_segments(pattern)
        if wanted._root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if not wanted._tail:
            raise ValueError(f"Unacceptable pattern: {str(pattern)!r}")
        seen = set()
        for path in self._select(wanted._tail):
            if path not in seen:
                seen.add(path)
                yield path

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        return self.glob(os.path.join("**", os.fspath(pattern)))


class PosixPath(Path, PurePosixPath):
    pass


class PureWindowsPath(PurePath):
    def __new__(cls, *args):
        raise NotImplementedError("pathlib.PureWindowsPath is not supported here")


class WindowsPath(PureWindowsPath):
    def __new__(cls, *args):
        raise UnsupportedOperation("cannot instantiate 'WindowsPath' on your system")
