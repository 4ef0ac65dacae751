# json
class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno


JSONDecodeError.__module__ = "json.decoder"
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}
_BACK = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def _quote(s, ascii=True):
    if s.isascii() and s.isprintable() and '"' not in s and "\\" not in s:
        return f'"{s}"'
    out = []
    for c in s:
        e = _ESCAPES.get(c)
        if e:
            out.append(e)
        elif c < " ":
            out.append(f"\\u{ord(c):04x}")
        elif ascii and c > "~":
            n = ord(c)
            if n > 0xffff:
                n -= 0x10000
                out.append(f"\\u{0xd800 | n >> 10:04x}\\u{0xdc00 | n & 0x3ff:04x}")
            else:
                out.append(f"\\u{n:04x}")
        else:
            out.append(c)
    return '"' + "".join(out) + '"'


class JSONEncoder:
    item_separator, key_separator = ", ", ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
                 separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.allow_nan, self.sort_keys = skipkeys, ensure_ascii, allow_nan, sort_keys
        self.indent = " " * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        out = []
        self._put(o, out.append, "\n", set())
        return "".join(out)

    def iterencode(self, o):
        out = []
        self._put(o, out.append, "\n", set())
        return iter(out)

    def _atom(self, o):
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            if o != o or o in (float("inf"), -float("inf")):
                if not self.allow_nan:
                    raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
                return "NaN" if o != o else "Infinity" if o > 0 else "-Infinity"
            return float.__repr__(o)
        return None

    def _put(self, o, put, nl, seen):
        if isinstance(o, str):
            return put(_quote(o, self.ensure_ascii))
        text = self._atom(o)
        if text is not None:
            return put(text)
        if id(o) in seen:
            raise ValueError("Circular reference detected")
        seen.add(id(o))
        inner = nl + self.indent if self.indent is not None else ""
        if isinstance(o, dict):
            if not o:
                put("{}")
            else:
                items = sorted(o.items()) if self.sort_keys else o.items()
                put("{")
                sep = inner
                for k0, v in items:
                    k = k0
                    if not isinstance(k, str):
                        key = self._atom(k)
                        if key is None:
                            if self.skipkeys:
                                continue
                            raise TypeError(f"keys must be str, int, float, bool or None, not {k.__class__.__name__}")
                        k = key
                    if sep:
                        put(sep)
                    put(_quote(k, self.ensure_ascii))
                    put(self.key_separator)
                    self._item(v, put, inner, seen, o, k0)
                    sep = self.item_separator + inner
                if self.indent is not None and sep is not inner:
                    put(nl)
                put("}")
        elif isinstance(o, (list, tuple)):
            if not o:
                put("[]")
            else:
                # What comes before an item is a chunk with it, unless it is a container.
                sep = "[" + inner
                for i, v in enumerate(o):
                    text = _quote(v, self.ensure_ascii) if isinstance(v, str) else self._atom(v)
                    put(sep if text is None else sep + text)
                    if text is None:
                        self._item(v, put, inner, seen, o, i)
                    sep = self.item_separator + inner
                if self.indent is not None:
                    put(nl)
                put("]")
        else:
            instead = self.default(o)
            try:
                self._put(instead, put, nl, seen)
            except BaseException as e:
                e.add_note(f"when serializing {type(o).__name__} object")
                raise
        seen.discard(id(o))

    def _item(self, v, put, nl, seen, container, key):
        try:
            self._put(v, put, nl, seen)
        except BaseException as e:
            e.add_note(f"when serializing {type(container).__name__} item {key!r}")
            raise


def dumps(obj, *, cls=None, **kw):
    return (cls or JSONEncoder)(**kw).encode(obj)


def dump(obj, fp, *, cls=None, **kw):
    fp.write(dumps(obj, cls=cls, **kw))


_CONSTANTS = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": -float("inf")}


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_float, self.parse_int, self.parse_constant = parse_float or float, parse_int or int, parse_constant or _CONSTANTS.__getitem__

    def decode(self, s):
        i = self._space(s, 0)
        value, i = self._value(s, i)
        i = self._space(s, i)
        if i != len(s):
            raise JSONDecodeError("Extra data", s, i)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _space(self, s, i):
        while i < len(s) and s[i] in " \t\n\r":
            i += 1
        return i

    def _string(self, s, i):
        begin = i - 1
        out = []
        while True:
            j = i
            while j < len(s) and s[j] != '"' and s[j] != "\\" and s[j] >= " ":
                j += 1
            out.append(s[i:j])
            if j >= len(s):
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            c = s[j]
            if c == '"':
                return "".join(out), j + 1
            if c != "\\":
                raise JSONDecodeError("Invalid control character at", s, j)
            e = s[j + 1:j + 2]
            if not e:
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            if e == "u":
                n = self._hex(s, j + 2)
                i = j + 6
                if 0xd800 <= n < 0xdc00 and s[i:i + 2] == "\\u":
                    low = self._hex(s, i + 2)
                    if 0xdc00 <= low < 0xe000:
                        n = 0x10000 + ((n - 0xd800) << 10) + low - 0xdc00
                        i += 6
                out.append(chr(n))
                continue
            if e not in _BACK:
                raise JSONDecodeError("Invalid \\escape", s, j)
            out.append(_BACK[e])
            i = j + 2

    def _hex(self, s, i):
        try:
            return int(s[i:i + 4], 16)
        except ValueError:
            raise JSONDecodeError("Invalid \\uXXXX escape", s, i - 1) from None

    def _value(self, s, i):
        c = s[i:i + 1]
        if c == '"':
            return self._string(s, i + 1)
        if c == "{":
            pairs = []
            i = self._space(s, i + 1)
            if s[i:i + 1] == "}":
                i += 1
            else:
                while True:
                    if s[i:i + 1] != '"':
                        raise JSONDecodeError("Expecting property name enclosed in double quotes", s, i)
                    key, i = self._string(s, i + 1)
                    i = self._space(s, i)
                    if s[i:i + 1] != ":":
                        raise JSONDecodeError("Expecting ':' delimiter", s, i)
                    value, i = self._value(s, self._space(s, i + 1))
                    pairs.append((key, value))
                    i = self._space(s, i)
                    if s[i:i + 1] == "}":
                        i += 1
                        break
                    if s[i:i + 1] != ",":
                        raise JSONDecodeError("Expecting ',' delimiter", s, i)
                    comma = i
                    i = self._space(s, i + 1)
                    if s[i:i + 1] == "}":
                        raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)
            if self.object_pairs_hook:
                return self.object_pairs_hook(pairs), i
            d = dict(pairs)
            return (self.object_hook(d) if self.object_hook else d), i
        if c == "[":
            items = []
            i = self._space(s, i + 1)
            if s[i:i + 1] == "]":
                return items, i + 1
            while True:
                value, i = self._value(s, i)
                items.append(value)
                i = self._space(s, i)
                if s[i:i + 1] == "]":
                    return items, i + 1
                if s[i:i + 1] != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", s, i)
                comma = i
                i = self._space(s, i + 1)
                if s[i:i + 1] == "]":
                    raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)
        for word, value in (("null", None), ("true", True), ("false", False)):
            if s.startswith(word, i):
                return value, i + len(word)
        for word in ("NaN", "Infinity", "-Infinity"):
            if s.startswith(word, i):
                return self.parse_constant(word), i + len(word)
        j = i + 1 if c == "-" else i
        k = j
        while k < len(s) and s[k] in "0123456789":
            k += 1
        if k == j:
            raise JSONDecodeError("Expecting value", s, i)
        if s[j] == "0":
            k = j + 1
        real = False
        if s[k:k + 1] == "." and s[k + 1:k + 2].isdigit():
            real = True
            k += 1
            while k < len(s) and s[k] in "0123456789":
                k += 1
        if s[k:k + 1] in ("e", "E"):
            m = k + 1
            if s[m:m + 1] in ("+", "-"):
                m += 1
            if s[m:m + 1].isdigit():
                real = True
                while m < len(s) and s[m] in "0123456789":
                    m += 1
                k = m
        return (self.parse_float if real else self.parse_int)(s[i:k]), k


def loads(s, *, cls=None, **kw):
    if isinstance(s, str) and s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    if isinstance(s, (bytes, bytearray)):
        s = s.decode()
    elif not isinstance(s, str):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, *, cls=None, **kw):
    return loads(fp.read(), cls=cls, **kw)
