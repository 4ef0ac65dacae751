import random
for seed in (0, 1, 42, -7, 2 ** 40, "text", b"bytes", None and 0 or 5):
    random.seed(seed)
    print(seed, random.random(), random.randint(1, 1000), random.choice("xyz"))
r = random.Random(42)
print(r.random(), r.uniform(0, 1), [r.randint(1, 6) for _ in range(8)])
s = random.Random(42)
print(s.random())
