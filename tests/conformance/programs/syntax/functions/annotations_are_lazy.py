def later(x: NotThereYet, y: list[NotThereYet] = None) -> "text":
    return x

print(later(3))
try:
    later.__annotations__
except NameError as e:
    print(e)

class NotThereYet:
    pass

print(later.__annotations__["return"])
print(later.__annotations__["x"].__name__)
