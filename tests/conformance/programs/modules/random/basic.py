import random
print(random.random(), random.random())
print(random.uniform(1, 10), random.randint(1, 6), random.randint(-5, 5), random.randrange(10), random.randrange(0, 100, 7))
print(random.choice("abc"), random.choice([1, 2, 3]), random.choices([1, 2, 3], k=5), random.sample(range(100), 5))
x = list(range(8)); random.shuffle(x); print(x)
