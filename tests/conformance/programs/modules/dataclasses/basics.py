from dataclasses import dataclass, field, asdict, astuple, replace, fields
@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)
    def total(self, n): return self.price * n
a, b = Item("x"), Item("x", 1.5, [])
a.tags.append("t")
print(a, b, a == b, Item("q") == Item("q"), a.total(3), asdict(a), astuple(b), replace(a, name="new"), [f.name for f in fields(Item)])
@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int = 0
print(V(1) < V(1, 2), sorted([V(2), V(1, 5)]), V(1) == V(1), len({V(1), V(1)}), hash(V(1)) == hash(V(1)))
for act in (lambda: setattr(V(1), "major", 2), lambda: Item(), lambda: Item("a", 1, [], 4), lambda: Item("a", cost=1)):
    try:
        act()
    except Exception as e:
        print(type(e).__name__, e)
