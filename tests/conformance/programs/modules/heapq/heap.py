import heapq
h = [5, 1, 4, 2, 3]
heapq.heapify(h); print(h)
heapq.heappush(h, 0); print(h, heapq.heappop(h), heapq.heappop(h), h, heapq.heappushpop(h, 9), heapq.heapreplace(h, 1), h)
print(heapq.nlargest(2, [3, 1, 5]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), list(heapq.merge([1, 4], [2, 3])))
t = []
for p, n in ((2, "b"), (1, "z"), (2, "a")): heapq.heappush(t, (p, n))
print([heapq.heappop(t) for _ in range(3)])
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
