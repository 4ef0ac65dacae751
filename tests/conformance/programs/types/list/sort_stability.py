people = [("Ann", 30), ("Bob", 25), ("Cid", 30), ("Dan", 25)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])))
print(sorted("bCa"), sorted("bCa", key=str.lower), sorted({3: "c", 1: "a"}), sorted((2.5, 1, True)))
print(sorted([[2, 1], [1, 5], [1]]), min(people, key=lambda p: p[1]), max(people, key=lambda p: p[1]))
