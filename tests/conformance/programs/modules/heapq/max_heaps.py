import heapq
import random

random.seed(3)
numbers = [random.randrange(50) for _ in range(15)]
h = numbers[:]
heapq.heapify_max(h)
print(h)
heapq.heappush_max(h, 33)
print(h, heapq.heappop_max(h), h)
print(heapq.heapreplace_max(h, 7), heapq.heappushpop_max(h, 100), heapq.heappushpop_max(h, 1), h)
print([heapq.heappop_max(h) for _ in range(len(h))])
for f in (lambda: heapq.heapify((1, 2)), lambda: heapq.heappush((1,), 2), lambda: heapq.heappop({}), lambda: heapq.heapreplace((1,), 2),
          lambda: heapq.heappushpop("a", 1), lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heapify_max((1,)),
          lambda: heapq.heappop_max([])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
