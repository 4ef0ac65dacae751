# What is shown first depends on collisions, on what was removed and on when the table grew. (No negative numbers: the reference has words of 32 bits.)
import random
r = random.Random(7)
for n in range(60):
    s, pool = set(), [r.choice([r.randrange(40), r.randrange(2000), r.randrange(90, 140), r.randrange(1 << 30)]) for _ in range(r.randrange(1, 60))]
    for _ in range(r.randrange(1, 90)):
        x, k = r.choice(pool), r.random()
        if k < .6: s.add(x)
        elif k < .85: s.discard(x)
        elif k < .9: s |= {r.choice(pool), r.choice(pool)}
        elif k < .93: s -= {r.choice(pool) for _ in range(5)}
        elif k < .95 and s: s.pop()
        elif k < .97: s = s ^ {r.choice(pool) for _ in range(5)}
        else: s = s & set(pool[:40])
    print(s)
