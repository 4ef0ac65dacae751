# operator
def lt(a, b, /): return a < b
def le(a, b, /): return a <= b
def eq(a, b, /): return a == b
def ne(a, b, /): return a != b
def ge(a, b, /): return a >= b
def gt(a, b, /): return a > b
def is_(a, b, /): return a is b
def is_not(a, b, /): return a is not b
def add(a, b, /): return a + b
def sub(a, b, /): return a - b
def mul(a, b, /): return a * b
def truediv(a, b, /): return a / b
def floordiv(a, b, /): return a // b
def mod(a, b, /): return a % b
def pow(a, b, /): return a ** b
def matmul(a, b, /): return a @ b
def lshift(a, b, /): return a << b
def rshift(a, b, /): return a >> b
def and_(a, b, /): return a & b
def or_(a, b, /): return a | b
def xor(a, b, /): return a ^ b
def iadd(a, b, /):
    a += b
    return a
def isub(a, b, /):
    a -= b
    return a
def imul(a, b, /):
    a *= b
    return a
def itruediv(a, b, /):
    a /= b
    return a
def ifloordiv(a, b, /):
    a //= b
    return a
def imod(a, b, /):
    a %= b
    return a
def ipow(a, b, /):
    a **= b
    return a
def imatmul(a, b, /):
    a @= b
    return a
def ilshift(a, b, /):
    a <<= b
    return a
def irshift(a, b, /):
    a >>= b
    return a
def iand(a, b, /):
    a &= b
    return a
def ior(a, b, /):
    a |= b
    return a
def ixor(a, b, /):
    a ^= b
    return a
def neg(a, /): return -a
def pos(a, /): return +a
def invert(a, /): return ~a
def not_(a, /): return not a
inv = invert
concat = add
iconcat = iadd
def abs(a, /): return _abs(a)
def truth(a, /): return True if a else False
def index(a, /): return int(a) if isinstance(a, int) else int(range(a).stop)
def is_none(a, /): return a is None
def is_not_none(a, /): return a is not None
def contains(a, b, /): return b in a
def getitem(a, b, /): return a[b]
def setitem(a, b, c, /): a[b] = c
def delitem(a, b, /): del a[b]
def countOf(a, b, /): return sum(1 for x in a if x is b or x == b)
def indexOf(a, b, /):
    for i, x in enumerate(a):
        if x is b or x == b: return i
    raise ValueError("sequence.index(x): x not in sequence")
def length_hint(obj, default=0, /):
    try: return len(obj)
    except TypeError: return getattr(obj, "__length_hint__", lambda: default)()
def call(obj, /, *args, **kwargs): return obj(*args, **kwargs)
from _ap import c_type as _c_type
import builtins as _builtins
_abs = _builtins.abs


@_c_type
class attrgetter:
    def __init__(self, attr, /, *attrs):
        self._attrs = (attr,) + attrs
        for a in self._attrs:
            if not isinstance(a, str):
                raise TypeError("attribute name must be a string")

    def __call__(self, obj, /):
        values = []
        for a in self._attrs:
            v = obj
            for name in a.split("."):
                v = getattr(v, name)
            values.append(v)
        return values[0] if len(values) == 1 else tuple(values)

    def __repr__(self):
        return f"operator.attrgetter({', '.join(map(repr, self._attrs))})"


@_c_type
class itemgetter:
    def __init__(self, item, /, *items):
        self._items = (item,) + items

    def __call__(self, obj, /):
        if len(self._items) == 1:
            return obj[self._items[0]]
        return tuple(obj[i] for i in self._items)

    def __repr__(self):
        return f"operator.itemgetter({', '.join(map(repr, self._items))})"


@_c_type
class methodcaller:
    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self._name, self._args, self._kwargs = name, args, kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        args = [repr(self._name), *map(repr, self._args), *(f"{k}={v!r}" for k, v in self._kwargs.items())]
        return f"operator.methodcaller({', '.join(args)})"
for _n in ("lt", "le", "eq", "ne", "ge", "gt", "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and_", "or_", "xor", "neg",
           "pos", "abs", "index", "contains", "getitem"):
    globals()["__" + _n.rstrip("_") + "__"] = globals()[_n]
