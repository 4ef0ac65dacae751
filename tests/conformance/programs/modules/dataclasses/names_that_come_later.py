from dataclasses import dataclass, fields, field
from typing import NamedTuple, TypedDict, Optional, get_type_hints, Protocol, ClassVar
@dataclass
class Node:
    value: int
    next: Node | None = None
    kids: list[Node] = field(default_factory=list)
    other: Later = None
    opt: Optional[Later] = None
    cv: ClassVar[Later] = 5
    un: "Later" = 1
print(Node(1, Node(2)))
print([f.type for f in fields(Node)])
class NT(NamedTuple):
    a: int
    b: Later = None
print(NT(1))
class TD(TypedDict):
    a: Later
print(TD(a=1))
class Later: pass
print(get_type_hints(Node))
print(Node.__annotations__)
@dataclass
class Bad:
    speed: filled = 100
    x: Callabel[[], int] = None
    y: a.b.c = 1
    z: dict[str, Undefined] = None
    w: undefined_thing(3) = 2
print(Bad(), [f.type for f in fields(Bad)])
try: Bad.__annotations__
except NameError as e: print(e)
def local():
    @dataclass
    class Tree:
        left: Tree | None = None
        right: Optional[Tree] = None
        label: Label = "x"
    return Tree(Tree())
print(local())
