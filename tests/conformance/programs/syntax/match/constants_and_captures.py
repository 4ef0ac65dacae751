from enum import Enum

class Color(Enum):
    RED = 1
    BLUE = 2

class Limits:
    MAX = 10

def f(value):
    match value:
        case Color.RED:
            return "red"
        case Color():
            return "some color"
        case Limits.MAX:
            return "max"
        case (int() | float()) as n, str(s):
            return f"pair {n} {s}"
        case "a" "b":
            return "ab"
        case captured:
            return f"captured {captured!r}"

for v in (Color.RED, Color.BLUE, 10, (1, "x"), "ab", (1, 2)):
    print(f(v))
match 5:
    case n if n > 10:
        print("big")
print("nothing matched", "n" in globals(), n)
