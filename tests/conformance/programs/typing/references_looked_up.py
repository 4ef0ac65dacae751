# Names in quotes are references until get_type_hints looks them up; what only says something about a type goes.
from typing import *

T = TypeVar("T")
U = TypeVar("U")


def t(name, f):
    try:
        print(name, repr(f()))
    except TypeError as e:
        print(name, "TypeError:", e)


t("CallS", lambda: Callable[["A"], "B"])
t("DictS", lambda: Dict["A", List["B"]])
t("LitS", lambda: Literal["A"])
t("AnnS", lambda: Annotated["A", "B"])
t("eq", lambda: (List["A"] == List["A"], List["A"] == List["B"], hash(List["A"]) == hash(List["A"])))
t("FReq", lambda: (ForwardRef("A") == ForwardRef("A"), ForwardRef("A") == "A"))
t("FRbad", lambda: ForwardRef(1))


class Node:
    def __init__(self, next: "Optional[Node]", kids: List["Node"], by: dict[str, "Node"], call: Callable[["Node"], "Node"], a: Annotated[int, 1], lit: Literal["Node"], o: Optional["Node"] = None) -> "Node": pass
    left: Optional["Node"]
    right: "Node | None"
    plain: int = 0
    c: ClassVar["Node"]
t("hints", lambda: get_type_hints(Node.__init__))
t("hints", lambda: get_type_hints(Node.__init__, include_extras=True))
t("hints", lambda: get_type_hints(Node))
class A(TypedDict, total=False):
    a: Required["int"]
    b: Annotated[Required[int], 2]
    c: Annotated[str, 1]
    d: NotRequired[ReadOnly[List[int]]]
t("A", lambda: A.__annotations__)
t("A", lambda: get_type_hints(A))
t("A", lambda: get_type_hints(A, include_extras=True))
t("A", lambda: (sorted(A.__required_keys__), sorted(A.__optional_keys__), sorted(A.__readonly_keys__), sorted(A.__mutable_keys__), A.__total__))
