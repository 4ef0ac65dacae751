from typing import List, Optional, Union, Any, Callable, Dict, Literal, get_type_hints, TypedDict, NewType, overload, runtime_checkable, Protocol
print(List[int], Optional[str], Union[int, str], Any, Callable[[int], str], Dict[str, Any], Literal["a"], int | None)
class Movie(TypedDict):
    name: str
    year: int
m: Movie = {"name": "x", "year": 1}
UserId = NewType("UserId", int)
print(m, type(m), UserId(5), Movie(name="y", year=2))
def f(a: int, b: "str" = "") -> Optional[int]: ...
print(get_type_hints(f))
@runtime_checkable
class HasRun(Protocol):
    def run(self): ...
class A:
    def run(self): pass
print(isinstance(A(), HasRun), isinstance(5, HasRun))
