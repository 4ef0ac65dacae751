class Evens:
    def __init__(self, limit):
        self.limit = limit

    def __iter__(self):
        self.n = -2
        return self

    def __next__(self):
        self.n += 2
        if self.n > self.limit:
            raise StopIteration
        return self.n

    def __contains__(self, x):
        return x % 2 == 0 and x <= self.limit

e = Evens(6)
print(list(e), sum(e), 4 in e, 5 in e, tuple(zip(Evens(4), "abc")))
a, *b = Evens(4)
print(a, b)
class Broken:
    def __iter__(self):
        return 5
try:
    iter(Broken())
except TypeError as t:
    print(t)
