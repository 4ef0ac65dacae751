data = [1, 5, 2, 8, 3]
if (n := len(data)) > 3:
    print("long:", n)
print([y for x in data if (y := x * x) > 10], y)
queue = list("abc")
while (item := queue.pop(0)) != "c":
    print(item)
print(item)
print(any((hit := x) > 4 for x in data), hit)
