type Point = tuple[float, float]
type Pair[T] = tuple[T, T]

def first[T](items: list[T]) -> T:
    return items[0]

class Box[T]:
    def __init__(self, value: T):
        self.value = value

    def get(self) -> T:
        return self.value

print(Point, Point.__value__)
print(first([3, 4]), Box("x").get(), Box[int](5).value)
print(Box.__type_params__, first.__type_params__)
