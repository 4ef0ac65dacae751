def kind(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case 1.5:
            return "float"
        case "a" | "b":
            return "letter"
        case None:
            return "none"
        case True:
            return "true"
        case _:
            return "other"

for value in (0, 2, -1, 1.5, "b", None, True, False, [], 1.0):
    print(repr(value), kind(value))
