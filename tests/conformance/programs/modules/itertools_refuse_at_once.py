# The makers of itertools look at their arguments when they are called, not when the first element is asked for.
import itertools
import operator


def t(f):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


t(lambda: operator.index(True))
t(lambda: operator.index(1.5))
t(lambda: list(itertools.product([1], repeat=-1)))
t(lambda: list(itertools.product([1], repeat=0)))
t(lambda: list(itertools.product([1, 2], repeat=True)))
t(lambda: itertools.product([1], repeat="a"))
t(lambda: itertools.tee([], -1))
t(lambda: itertools.tee([], 0))
t(lambda: itertools.tee(3))
t(lambda: itertools.combinations([1], "x"))
t(lambda: itertools.combinations([1], -1))
t(lambda: itertools.permutations([1], -1))
t(lambda: itertools.permutations([1], "x"))
t(lambda: list(itertools.permutations([1, 2])))
t(lambda: itertools.batched([1], 0))
t(lambda: list(itertools.batched([1, 2, 3], 2)))
t(lambda: itertools.repeat(1, "a"))
t(lambda: itertools.repeat(1, -5))
t(lambda: itertools.cycle(1))
t(lambda: list(itertools.islice(itertools.cycle([1, 2]), 5)))
