import enum, inspect
from dataclasses import make_dataclass
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class Color(enum.Enum):
    RED = 1
t(lambda: Color())
t(lambda: enum.StrEnum("S", {"A": 1}))
t(lambda: list(enum.StrEnum("S", {"A": "x", "B": "y"})))
t(lambda: make_dataclass("M", ["a", "a"]))
t(lambda: make_dataclass("M", ["class"]))
t(lambda: make_dataclass("M", ["1a"]))
t(lambda: make_dataclass("M", ["a", ("b", int, 5)])(1))
def f(a, *args, c): pass
def g(a, *, c): pass
t(lambda: inspect.signature(f).bind(1))
t(lambda: inspect.signature(g).bind(1))
t(lambda: inspect.signature(g).bind())
