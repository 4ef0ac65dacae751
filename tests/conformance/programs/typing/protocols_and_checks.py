from typing import *
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class Shape(Protocol):
    def area(self) -> float: ...
@runtime_checkable
class Named(Protocol):
    name: str
@runtime_checkable
class Closable(Protocol):
    def close(self): ...
class Square:
    name = "x"
    def area(self): return 1
class Open(Square):
    def close(self): pass
for p in (Shape, Named, Closable):
    t(lambda: isinstance(Open(), p))
    t(lambda: issubclass(Open, p))
    t(lambda: issubclass(Square, p))
    t(lambda: issubclass(5, p))
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
t(lambda: f(1))
t(lambda: len(get_overloads(f)))
def f(x): return x
t(lambda: (f(1), len(get_overloads(f))))
t(lambda: (Pattern, Match[bytes], get_origin(Pattern[str]), get_args(Pattern[str])))
