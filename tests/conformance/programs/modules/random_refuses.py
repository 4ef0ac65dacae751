# What random says of arguments it cannot take.
import random


def t(f):
    try:
        print(f())
    except (TypeError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)


t(lambda: random.seed([1]))
t(lambda: random.getrandbits(-1))
t(lambda: random.randbytes(-1))
t(lambda: random.expovariate(0))
t(lambda: random.randint(5, 1))
t(lambda: random.randrange(3, 3))
t(lambda: random.sample([1], 2))
t(lambda: random.choices([1], weights=[0]))
