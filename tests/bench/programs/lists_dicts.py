# Lists and dicts: build, index, look up, count, sort, comprehensions.
# operations: 1
def work():
    numbers = [i * 7919 % 10_007 for i in range(50_000)]
    squares = {i: i * i for i in range(20_000)}
    counts = {}
    for x in numbers:
        counts[x] = counts.get(x, 0) + 1
    total = 0
    for x in numbers:
        if x in squares:
            total += squares[x]
    names = ["k" + str(i % 500) for i in range(20_000)]
    by_name = {}
    for i, name in enumerate(names):
        by_name.setdefault(name, []).append(i)
    numbers.sort()
    evens = [x for x in numbers if x % 2 == 0]
    swapped = sorted(by_name.items(), key=lambda item: (len(item[1]), item[0]))
    return total, len(counts), len(evens), swapped[0][0]


work()
