match = 3
case = 4
type = str
_ = "underscore"
print(match + case, type(5), _)
match match:
    case 3:
        print("three")

class T:
    match = 1
    case = 2

print(T.match, T().case)
match (1, 2), 3:
    case (a, b), c:
        print(a, b, c)
