"""pprint: nested data over several lines."""
import sys

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


class _safe_key:
    """Orders what has no order by type and place."""
    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _sorted_items(d):
    return sorted(d.items(), key=lambda kv: (_safe_key(kv[0]), _safe_key(kv[1])))


def _recursion(o):
    return f"<Recursion on {type(o).__name__} with id={id(o)}>"


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent, self._width, self._depth, self._compact = indent, width, depth, bool(compact)
        self._sort_dicts, self._underscores = sort_dicts, underscore_numbers
        self._stream = sys.stdout if stream is None else stream

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, set(), 0)
        return "".join(out)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        s, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe(object, set(context), maxlevels, level)

    def _repr(self, o, context, level):
        return self.format(o, dict.fromkeys(context, 1), self._depth, level)[0]

    def _format(self, o, out, indent, allowance, context, level):
        if id(o) in context:
            out.append(_recursion(o))
            return
        text = self._repr(o, context, level)
        if len(text) > self._width - indent - allowance:
            context = context | {id(o)}
            kind = type(o)
            write = _writers.get(getattr(kind, "__repr__", None))
            if write is not None:
                write(self, o, out, indent, allowance, context, level + 1)
                return
            if getattr(getattr(kind, "__repr__", None), "_of_dataclass", False):
                self._dataclass(o, out, indent, allowance, context, level + 1)
                return
        out.append(text)

    def _dataclass(self, o, out, indent, allowance, context, level):
        from dataclasses import fields
        name = o.__class__.__name__
        indent += len(name) + 1
        out.append(name + "(")
        self._named([(f.name, getattr(o, f.name)) for f in fields(o) if f.repr], out, indent, allowance, context, level)
        out.append(")")

    def _named(self, items, out, indent, allowance, context, level):
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            out.append(f"{key}=")
            if id(value) in context:
                out.append("...")
            else:
                self._format(value, out, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                out.append(",\n" + " " * indent)

    def _dict(self, o, out, indent, allowance, context, level):
        out.append("{" + " " * (self._indent - 1))
        if o:
            self._pairs(_sorted_items(o) if self._sort_dicts else o.items(), out, indent, allowance + 1, context, level)
        out.append("}")

    def _pairs(self, items, out, indent, allowance, context, level):
        indent += self._indent
        items = list(items)
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            text = self._repr(key, context, level)
            out.append(text + ": ")
            self._format(value, out, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                out.append(",\n" + " " * indent)

    def _ordered(self, o, out, indent, allowance, context, level):
        if not o:
            out.append(repr(o))
            return
        name = o.__class__.__name__
        out.append(name + "(")
        self._format(list(o.items()), out, indent + len(name) + 1, allowance + 1, context, level)
        out.append(")")

    def _list(self, o, out, indent, allowance, context, level):
        out.append("[")
        self._items(o, out, indent, allowance + 1, context, level)
        out.append("]")

    def _tuple(self, o, out, indent, allowance, context, level):
        end = ",)" if len(o) == 1 else ")"
        out.append("(")
        self._items(o, out, indent, allowance + len(end), context, level)
        out.append(end)

    def _set(self, o, out, indent, allowance, context, level):
        if not o:
            out.append(repr(o))
            return
        if type(o) is set:
            begin, end = "{", "}"
        else:
            name = o.__class__.__name__
            begin, end = name + "({", "})"
            indent += len(name) + 1
        out.append(begin)
        self._items(sorted(o, key=_safe_key), out, indent, allowance + len(end), context, level)
        out.append(end)

    def _str(self, o, out, indent, allowance, context, level):
        if not o:
            out.append(repr(o))
            return
        chunks, lines = [], o.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        room = most = self._width - indent
        text = ""
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                most -= allowance
            if len(text) <= most:
                chunks.append(text)
                continue
            parts = _words(line)
            most2, current = room, ""
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    most2 -= allowance
                if len(repr(candidate)) > most2:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(text)
            return
        if level == 1:
            out.append("(")
        out.append(("\n" + " " * indent).join(chunks))
        if level == 1:
            out.append(")")

    def _bytearray(self, o, out, indent, allowance, context, level):
        out.append("bytearray(")
        self._bytes(bytes(o), out, indent + 10, allowance + 1, context, level + 1)
        out.append(")")

    def _bytes(self, o, out, indent, allowance, context, level):
        if len(o) <= 4:
            out.append(repr(o))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            out.append("(")
        width, last, current, first = self._width - indent, len(o) // 4 * 4, b"", True
        for i in range(0, len(o), 4):
            part = o[i:i + 4]
            candidate = current + part
            if i == last:
                width -= allowance
            if len(repr(candidate)) > width:
                if current:
                    out.append(("" if first else "\n" + " " * indent) + repr(current))
                    first = False
                current = part
            else:
                current = candidate
        if current:
            out.append(("" if first else "\n" + " " * indent) + repr(current))
        if parens:
            out.append(")")

    def _namespace(self, o, out, indent, allowance, context, level):
        name = "namespace" if type(o).__name__ == "SimpleNamespace" else o.__class__.__name__
        out.append(name + "(")
        self._named(list(o.__dict__.items()), out, indent + len(name) + 1, allowance, context, level)
        out.append(")")

    def _defaultdict(self, o, out, indent, allowance, context, level):
        if not o:
            out.append(repr(o))
            return
        factory = self._repr(o.default_factory, context, level)
        name = o.__class__.__name__
        indent += len(name) + 1
        out.append(f"{name}({factory},\n" + " " * indent)
        self._dict(o, out, indent, allowance + 1, context, level)
        out.append(")")

    def _counter(self, o, out, indent, allowance, context, level):
        if not o:
            out.append(repr(o))
            return
        name = o.__class__.__name__
        out.append(name + "({" + " " * (self._indent - 1))
        self._pairs(o.most_common(), out, indent + len(name) + 1, allowance + 2, context, level)
        out.append("})")

    def _deque(self, o, out, indent, allowance, context, level):
        if not o:
            out.append(repr(o))
            return
        name = o.__class__.__name__
        indent += len(name) + 1
        out.append(name + "([")
        if o.maxlen is None:
            self._items(o, out, indent, allowance + 2, context, level)
            out.append("])")
        else:
            self._items(o, out, indent, 2, context, level)
            out.append(f"],\n{' ' * indent}maxlen={self._repr(o.maxlen, context, level)})")

    def _items(self, items, out, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            out.append(" " * (self._indent - 1))
        newline = ",\n" + " " * indent
        delimiter = ""
        width = most = self._width - indent + 1
        items = list(items)
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                most -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                w = len(text) + 2
                if width < w:
                    width = most
                    if delimiter:
                        delimiter = newline
                if width >= w:
                    width -= w
                    out.append(delimiter)
                    delimiter = ", "
                    out.append(text)
                    continue
            out.append(delimiter)
            delimiter = newline
            self._format(item, out, indent, allowance if last else 1, context, level)

    def _safe(self, o, context, maxlevels, level):
        """(repr with sorted keys, is it readable, is it recursive)"""
        kind = type(o)
        if kind is int and self._underscores:
            return f"{o:_d}", True, False
        r = getattr(kind, "__repr__", None)
        if issubclass(kind, dict) and r is dict.__repr__:
            if not o:
                return "{}", True, False
            if maxlevels and level >= maxlevels:
                return "{...}", False, id(o) in context
            if id(o) in context:
                return _recursion(o), False, True
            inner = context | {id(o)}
            readable, recursive, parts = True, False, []
            for k, v in _sorted_items(o) if self._sort_dicts else o.items():
                ks, kr, krec = self.format(k, dict.fromkeys(inner, 1), maxlevels, level + 1)
                vs, vr, vrec = self.format(v, dict.fromkeys(inner, 1), maxlevels, level + 1)
                parts.append(f"{ks}: {vs}")
                readable, recursive = readable and kr and vr, recursive or krec or vrec
            return "{" + ", ".join(parts) + "}", readable, recursive
        if issubclass(kind, list) and r is list.__repr__ or issubclass(kind, tuple) and r is tuple.__repr__:
            begin, end = ("[", "]") if issubclass(kind, list) else ("(", ",)" if len(o) == 1 else ")")
            if not o:
                return begin + end, True, False
            if maxlevels and level >= maxlevels:
                return begin + "..." + end, False, id(o) in context
            if id(o) in context:
                return _recursion(o), False, True
            inner = context | {id(o)}
            readable, recursive, parts = True, False, []
            for x in o:
                s, xr, xrec = self.format(x, dict.fromkeys(inner, 1), maxlevels, level + 1)
                parts.append(s)
                readable, recursive = readable and xr, recursive or xrec
            return begin + ", ".join(parts) + end, readable, recursive
        text = repr(o)
        return text, bool(text) and not text.startswith("<"), False


def _words(line):
    """Runs of what is no space, each with the spaces behind it."""
    out, i, n = [], 0, len(line)
    while i < n:
        j = i
        while j < n and not line[j].isspace():
            j += 1
        while j < n and line[j].isspace():
            j += 1
        out.append(line[i:j])
        i = j
    return out


def _all_writers():
    from types import SimpleNamespace
    from collections import OrderedDict, defaultdict, Counter, deque
    P = PrettyPrinter
    return {dict.__repr__: P._dict, list.__repr__: P._list, tuple.__repr__: P._tuple, set.__repr__: P._set, frozenset.__repr__: P._set, str.__repr__: P._str,
            bytes.__repr__: P._bytes, bytearray.__repr__: P._bytearray, SimpleNamespace.__repr__: P._namespace, OrderedDict.__repr__: P._ordered, defaultdict.__repr__: P._defaultdict,
            Counter.__repr__: P._counter, deque.__repr__: P._deque}


_writers = _all_writers()


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter().format(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)
