class Bag:
    kind = "bag"

b = Bag()
b.x = 1
b.__dict__["y"] = 2
setattr(b, "z", 3)
print(b.__dict__, b.y, getattr(b, "z"), hasattr(b, "w"), getattr(b, "w", None))
b.kind = "mine"
print(b.kind, Bag.kind, b.__class__, vars(b) is b.__dict__)
del b.kind
print(b.kind)
b.__class__ = type("Sack", (), {"kind": "sack"})
print(b.kind)
