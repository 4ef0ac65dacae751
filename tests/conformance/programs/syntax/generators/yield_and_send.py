def average():
    total = count = 0
    value = None
    while True:
        received = yield value
        if received is None:
            return total
        total += received
        count += 1
        value = total / count

g = average()
print(next(g))
print(g.send(10), g.send(20), g.send(60))
try:
    next(g)
except StopIteration as stop:
    print("returned", stop.value)
try:
    average().send(1)
except TypeError as e:
    print(e)
