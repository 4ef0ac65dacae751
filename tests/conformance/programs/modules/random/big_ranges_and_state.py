import random
random.seed(1)
print(random.randint(0, 10 ** 30), random.randrange(2 ** 70), random.sample(range(10 ** 9), 3), random.sample("abcdef", counts=[1, 1, 1, 1, 1, 3], k=4))
state = random.getstate()
a = [random.random() for _ in range(3)]
random.setstate(state)
print(a == [random.random() for _ in range(3)], random.getrandbits(1), random.getrandbits(32))
for act in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.choices([], k=1), lambda: random.randint(1.5, 2)):
    try:
        act()
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
