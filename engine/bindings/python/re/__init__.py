"""Regular expressions: a pattern is parsed (_parser), made into a list of instructions (_compiler) and run by a
backtracking matcher that keeps its own stack (_compiler.run), so that a pattern that explodes runs into the step limit."""
from _ap import c_type as _c_type
from re import _parser, _compiler
from re._parser import PatternError, error, RegexFlag
from re._parser import NOFLAG, A, ASCII, I, IGNORECASE, L, LOCALE, M, MULTILINE, S, DOTALL, U, UNICODE, X, VERBOSE, DEBUG

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error",
           "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL",
           "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError"]
_new = object.__new__
_run = _compiler.run


@_c_type
class Match:
    __module__ = "re"

    def __init__(self, *a, **k):
        raise TypeError("cannot create 're.Match' instances")

    def _at(self, group):
        try:
            i = self.re.groupindex[group] if isinstance(group, (str, bytes)) else group.__index__()
            if 0 <= i <= self.re.groups:
                return i
        except (KeyError, AttributeError):
            pass
        raise IndexError("no such group")

    def _slice(self, i, default=None):
        a, b = self._g[2 * i:2 * i + 2]
        if a < 0 or b < 0:
            return default
        part = self.string[a:b]
        return part if isinstance(part, (str, bytes)) else bytes(part)

    def group(self, *groups):
        if not groups:
            return self._slice(0)
        if len(groups) == 1:
            return self._slice(self._at(groups[0]))
        return tuple([self._slice(self._at(g)) for g in groups])

    def __getitem__(self, group):
        return self._slice(self._at(group))

    def groups(self, default=None):
        return tuple([self._slice(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._slice(i, default) for name, i in self.re.groupindex.items()}

    def span(self, group=0, /):
        i = self._at(group)
        a, b = self._g[2 * i:2 * i + 2]
        return (-1, -1) if b < 0 else (a, b)

    def start(self, group=0, /):
        return self.span(group)[0]

    def end(self, group=0, /):
        return self.span(group)[1]

    @property
    def regs(self):
        return tuple([self.span(i) for i in range(self.re.groups + 1)])

    @property
    def lastindex(self):
        last = self._g[2 * self.re.groups + 2]
        return None if last < 0 else last

    @property
    def lastgroup(self):
        last = self.lastindex
        return next((name for name, i in self.re.groupindex.items() if i == last), None)

    def expand(self, template):
        return _expand(_template(self.re, template), self)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={self.group()!r}>"


@_c_type
class Pattern:
    __module__ = "re"

    def __init__(self, *a, **k):
        raise TypeError("cannot create 're.Pattern' instances")

    def _text(self, string):
        # What is matched is always a str; bytes are taken as Latin-1.
        if isinstance(string, str):
            if self._bytes:
                raise TypeError("cannot use a bytes pattern on a string-like object")
            return string
        if not isinstance(string, (bytes, bytearray, memoryview)):
            raise TypeError(f"expected string or bytes-like object, got {type(string).__name__!r}")
        if not self._bytes:
            raise TypeError("cannot use a string pattern on a bytes-like object")
        return bytes(string).decode("latin-1")

    def _window(self, string, pos, endpos):
        text = self._text(string)
        n = len(text)
        pos = min(max(pos, 0), n)
        endpos = min(max(endpos, 0), n)
        return text if endpos == n else text[:endpos], pos, endpos

    def _made(self, g, string, pos, endpos):
        m = _new(Match)
        m.re, m.string, m.pos, m.endpos, m._g = self, string, pos, endpos, g
        return m

    def _anchored(self, string, pos, endpos, full):
        text, pos, endpos = self._window(string, pos, endpos)
        if pos > endpos:
            return None
        g = _run(self._code, self._registers, text, pos, -1, full)
        return None if g is None else self._made(g, string, pos, endpos)

    def match(self, /, string, pos=0, endpos=9223372036854775807):
        return self._anchored(string, pos, endpos, False)

    def fullmatch(self, /, string, pos=0, endpos=9223372036854775807):
        return self._anchored(string, pos, endpos, True)

    def search(self, /, string, pos=0, endpos=9223372036854775807):
        return next(self._each(string, pos, endpos), None)

    def _registers_of(self, text, pos, once=False):
        """The registers of all matches in `text` from `pos` on, one after the other."""
        end, bar = len(text), -1
        code, n, prefix, first = self._code, self._registers, self._prefix, self._first
        while pos <= end:
            if prefix:
                pos = text.find(prefix, pos)
                if pos < 0:
                    return
            elif first is not None:
                while pos < end and not first[text[pos]]:
                    pos += 1
                if pos == end:
                    return
            g = _run(code, n, text, pos, bar, False)
            if g is None:
                pos += 1
                continue
            yield g
            bar = g[1] if g[1] == g[0] else -1
            pos = g[1]

    def _each(self, string, pos, endpos):
        text, pos, endpos = self._window(string, pos, endpos)
        for g in self._registers_of(text, pos):
            yield self._made(g, string, pos, endpos)

    def finditer(self, /, string, pos=0, endpos=9223372036854775807):
        text, pos, endpos = self._window(string, pos, endpos)
        return _Matches(self._made(g, string, pos, endpos) for g in self._registers_of(text, pos))

    def findall(self, /, string, pos=0, endpos=9223372036854775807):
        text, pos, endpos = self._window(string, pos, endpos)
        empty, one = ("", 1) if not self._bytes else (b"", 1)
        part = string[0:0] if isinstance(string, (str, bytes)) else b""
        if not isinstance(string, (str, bytes)):
            string = bytes(string)
        out = []
        groups = self.groups
        for g in self._registers_of(text, pos):
            if groups == 0:
                out.append(string[g[0]:g[1]])
            elif groups == 1:
                out.append(string[g[2]:g[3]] if g[3] >= 0 else part)
            else:
                out.append(tuple([string[g[2 * i]:g[2 * i + 1]] if g[2 * i + 1] >= 0 else part for i in range(1, groups + 1)]))
        return out

    def split(self, /, string, maxsplit=0):
        text = self._text(string)
        out, at = [], 0
        for g in self._registers_of(text, 0) if maxsplit >= 0 else ():
            out.append(string[at:g[0]])
            for i in range(2, 2 * self.groups + 2, 2):
                out.append(string[g[i]:g[i + 1]] if g[i + 1] >= 0 else None)
            at = g[1]
            maxsplit -= 1
            if maxsplit == 0:
                break
        out.append(string[at:])
        return out

    def subn(self, /, repl, string, count=0):
        if callable(repl):
            make = repl
        else:
            parts = _template(self, repl)
            if len(parts) < 2 and not (parts and isinstance(parts[0], int)):
                fixed = parts[0] if parts else repl[0:0]
                make = lambda m: fixed
            else:
                make = lambda m: _expand(parts, m)
        text = self._text(string)
        out, at, n = [], 0, 0
        for g in self._registers_of(text, 0) if count >= 0 else ():
            if g[0] > at:
                out.append(string[at:g[0]])
            piece = make(self._made(g, string, 0, len(text)))
            if piece is not None:
                out.append(piece)
            at = g[1]
            n += 1
            if n == count:
                break
        if not n:
            return string, 0
        out.append(string[at:])
        kind = bytes if self._bytes else str
        for i, piece in enumerate(out):
            if not isinstance(piece, (str, bytes, bytearray) if self._bytes else str) or self._bytes and isinstance(piece, str):
                raise TypeError(f"sequence item {i}: expected {'a bytes-like object' if self._bytes else 'str instance'}, "
                                f"{type(piece).__name__} found")
        return kind().join(out), n

    def sub(self, /, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def scanner(self, string, pos=0, endpos=9223372036854775807):
        return _Scanning(self, string, pos, endpos)

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.flags == other.flags and self._bytes == other._bytes

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def __repr__(self):
        text = repr(self.pattern)[:200]
        shown = self.flags if self._bytes else self.flags & ~32
        return f"re.compile({text}{f', {RegexFlag(shown)!r}' if shown else ''})"


class _Matches:
    def __init__(self, matches):
        self.__next__ = None
        self._matches = matches

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._matches)


_Matches.__name__ = _Matches.__qualname__ = "callable_iterator"
_Matches.__module__ = "builtins"


class _Scanning:
    def __init__(self, pattern, string, pos, endpos):
        self.pattern, self._rest = pattern, (string, endpos)
        self._pos = pos

    def _next(self, m):
        if m is not None:
            self._pos = m.end() if m.end() > m.start() else m.end() + 1
        return m

    def match(self):
        return self._next(self.pattern.match(self._rest[0], self._pos, self._rest[1]))

    def search(self):
        return self._next(self.pattern.search(self._rest[0], self._pos, self._rest[1]))


def _template(pattern, template):
    key = pattern, template
    parts = _templates.get(key)
    if parts is None:
        if pattern._bytes != isinstance(template, (bytes, bytearray)) or not isinstance(template, (str, bytes, bytearray)):
            if not isinstance(template, (str, bytes, bytearray)):
                raise TypeError(f"decoding to str: need a bytes-like object, {type(template).__name__} found")
        if len(_templates) >= 256:
            _templates.clear()
        parts = _templates[key] = _parser.parse_template(template, pattern)
    return parts


def _expand(parts, m):
    empty = m.string[0:0]
    return empty.join([m._slice(p, empty) if isinstance(p, int) else p for p in parts])


_cache = {}
_templates = {}


def _compile(pattern, flags):
    flags = int(flags)
    key = type(pattern), pattern, flags
    p = _cache.get(key) if isinstance(pattern, (str, bytes)) else None
    if p is not None:
        return p
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    tree, state = _parser.parse(pattern, flags)
    p = _new(Pattern)
    p.pattern, p._bytes, p.flags, p.groups = pattern, isinstance(pattern, bytes), state.flags, state.groups - 1
    p.groupindex = state.names
    p._code, p._registers, p._prefix, p._first = _compiler.compile(tree, state.groups)
    if len(_cache) >= 512:
        del _cache[next(iter(_cache))]
    if not state.flags & 128:
        _cache[key] = p
    return p


def compile(pattern, flags=0):
    "Compile a regular expression pattern, returning a Pattern object."
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


class _Zero(int):
    pass


_zero = _Zero()


def _positional(name, what, args, kwargs):
    """Arguments after the third (here `args`), which ought to be given by name."""
    if args:
        if kwargs[0] is not _zero:
            raise TypeError(f"{name}() got multiple values for argument {what!r}")
        first, *rest = args
        if rest:
            if kwargs[1] is not _zero:
                raise TypeError(f"{name}() got multiple values for argument 'flags'")
            flags, *more = rest
            if more:
                takes = 4 if name == "split" else 5
                raise TypeError(f"{name}() takes from {takes - 2} to {takes} positional arguments but {takes + len(more)} were given")
            kwargs = first, flags
        else:
            kwargs = first, kwargs[1]
        import warnings
        warnings.warn(f"{what!r} is passed as positional argument", DeprecationWarning, stacklevel=3)
    return kwargs


def sub(pattern, repl, string, *args, count=_zero, flags=_zero):
    count, flags = _positional("sub", "count", args, (count, flags))
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_zero, flags=_zero):
    count, flags = _positional("subn", "count", args, (count, flags))
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_zero, flags=_zero):
    maxsplit, flags = _positional("split", "maxsplit", args, (maxsplit, flags))
    return _compile(pattern, flags).split(string, maxsplit)


def purge():
    "Clear the regular expression caches"
    _cache.clear()
    _templates.clear()


_special = {c: "\\" + chr(c) for c in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    "Escape special characters in a string."
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin1").translate(_special).encode("latin1")


class Scanner:
    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._rules = [(_compile(phrase, flags), action) for phrase, action in lexicon]

    def scan(self, string):
        out, at = [], 0
        self.match = None
        while True:
            for pattern, action in self._rules:
                m = pattern.match(string, at)
                if m:
                    break
            else:
                break
            if m.end() == at:
                break
            if callable(action):
                self.match = m
                action = action(self, m.group())
            if action is not None:
                out.append(action)
            at = m.end()
        return out, string[at:]
