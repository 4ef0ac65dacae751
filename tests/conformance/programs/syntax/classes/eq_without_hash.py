class P:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        print("comparing", self.x, getattr(other, "x", other))
        return self.x == getattr(other, "x", None)

print(P(1) == P(1), P(1) != P(2), P(1) in [P(3), P(1)], [P(4)].index(P(4)))
try:
    {P(1)}
except TypeError as e:
    print(e)
print(P.__hash__)
