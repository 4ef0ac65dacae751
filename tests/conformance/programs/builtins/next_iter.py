it = iter("ab")
print(next(it), next(it), next(it, "default"))
try:
    next(it)
except StopIteration:
    print("StopIteration")
for f in (lambda: next([1]), lambda: iter(5), lambda: next(5)):
    try:
        f()
    except TypeError as e:
        print(e)
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * i
print(list(Seq()), 4 in Seq())
