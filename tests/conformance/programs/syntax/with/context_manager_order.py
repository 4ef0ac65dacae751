class Room:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return kind is KeyError

with Room("a") as a, Room("b") as b:
    print(a, b)
with (
    Room("c") as c,
    Room("d"),
):
    print(c)
with Room("swallow"):
    raise KeyError("k")
try:
    with Room("outer"), Room("inner"):
        raise ValueError("v")
except ValueError as e:
    print("escaped", e)
