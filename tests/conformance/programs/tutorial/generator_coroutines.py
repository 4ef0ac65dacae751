def averager():
    total, count, average = 0.0, 0, None
    while True:
        value = yield average
        if value is None:
            return count, average
        total += value
        count += 1
        average = total / count

def grouper(results, key):
    while True:
        results[key] = yield from averager()

data = {"girls;kg": [40.9, 38.5, 44.3], "boys;kg": [39.0, 40.8]}
results = {}
for key, values in data.items():
    g = grouper(results, key)
    next(g)
    for v in values:
        g.send(v)
    g.send(None)
for key, (count, avg) in sorted(results.items()):
    group, unit = key.split(";")
    print(f"{count:2} {group:5} averaging {avg:.2f}{unit}")

class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
print(list(Tree(1, Tree(2, Tree(3)), Tree(4))))
def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)): yield from flatten(i)
        else: yield i
print([*flatten([1, [2, (3, [4])], 5])])
