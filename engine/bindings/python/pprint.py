# pprint
import sys


def _width(o, indent, width, pad, level, out, sort):
    text = repr(o) if not (sort and isinstance(o, dict)) else _repr(o, sort)
    if len(text) <= width - pad or not isinstance(o, (dict, list, tuple, set)) or not o:
        out.append(text)
        return
    if isinstance(o, dict):
        items = list(o.items())
        if sort:
            try:
                items.sort()
            except TypeError:
                pass
        out.append("{" + " " * (indent - 1))
        for i, (k, v) in enumerate(items):
            key = repr(k)
            out.append((",\n" + " " * (level + indent) if i else "") + key + ": ")
            _width(v, indent, width, level + indent + len(key) + 2 + (1 if i == len(items) - 1 else 1), level + indent + len(key) + 2, out, sort)
        out.append("}")
        return
    a, b = {list: "[]", tuple: "()"}.get(type(o), "{}")
    items = sorted(o) if isinstance(o, set) else list(o)
    out.append(a + " " * (indent - 1))
    for i, v in enumerate(items):
        if i:
            out.append(",\n" + " " * (level + indent))
        _width(v, indent, width, level + indent + 1, level + indent, out, sort)
    out.append(("," if isinstance(o, tuple) and len(o) == 1 else "") + b)


def _repr(o, sort):
    if isinstance(o, dict):
        try:
            items = sorted(o.items(), key=lambda kv: kv[0])
        except TypeError:
            items = o.items()
        return "{" + ", ".join(f"{k!r}: {_repr(v, sort)}" for k, v in items) + "}"
    if type(o) is list:
        return "[" + ", ".join(_repr(v, sort) for v in o) + "]"
    return repr(o)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    out = []
    _width(object, indent, width, 0, 0, out, sort_dicts)
    return "".join(out)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    (stream or sys.stdout).write(pformat(object, indent, width, sort_dicts=sort_dicts) + "\n")


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


class PrettyPrinter:
    def __init__(self, **kw): self._kw = kw
    def pformat(self, o): return pformat(o, **self._kw)
    def pprint(self, o): pprint(o, **self._kw)
