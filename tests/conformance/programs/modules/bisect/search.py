import bisect
a = [1, 3, 3, 7]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 0), bisect.bisect(a, 9))
bisect.insort(a, 5); bisect.insort_left(a, 3); print(a, bisect.bisect([(1, "a"), (2, "b")], 1, key=lambda t: t[0]))
