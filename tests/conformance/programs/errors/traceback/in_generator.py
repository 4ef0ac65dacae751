def numbers():
    yield 1
    yield 1 / 0

def total(source):
    return sum(source)

print(total([1, 2]))
total(numbers())
