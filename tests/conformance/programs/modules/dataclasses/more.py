from dataclasses import dataclass, field, KW_ONLY, InitVar, is_dataclass
from typing import ClassVar
@dataclass
class Base:
    id: int
    count: ClassVar[int] = 0
    def __post_init__(self):
        Base.count += 1
        print("post", self.id)
@dataclass(kw_only=True)
class Child(Base):
    note: str = "n"
    secret: str = field(default="s", repr=False, compare=False)
    area: float = field(init=False)
    scale: InitVar[int] = 2
    def __post_init__(self, scale):
        super().__post_init__()
        self.area = self.id * scale
c = Child(3, note="hey", scale=5)
print(c, Base.count, is_dataclass(c), c.area, Child(1) == Child(1, secret="other"))
@dataclass(slots=True, eq=False)
class S:
    x: int
s = S(1)
try:
    s.y = 2
except AttributeError as e:
    print(e)
try:
    @dataclass
    class Bad:
        items: list = []
except ValueError as e:
    print(e)
try:
    @dataclass
    class Bad2:
        a: int = 1
        b: int
except TypeError as e:
    print(e)
