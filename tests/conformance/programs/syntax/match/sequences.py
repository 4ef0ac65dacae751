def shape(x):
    match x:
        case []:
            return "empty"
        case [one]:
            return f"one {one!r}"
        case [first, *rest] if first == "cmd":
            return f"command {rest}"
        case (a, b):
            return f"two {a!r} {b!r}"
        case [0, *_, 9]:
            return "from 0 to 9"
        case [_, [inner, *_], *others]:
            return f"nested {inner!r} {others}"
        case _:
            return "no"

for value in ([], [1], ("cmd", 1, 2), (1, 2), [0, 5, 9], [1, ["x", 2], 3, 4], "ab", {1: 2}, range(2)):
    print(value, "->", shape(value))
