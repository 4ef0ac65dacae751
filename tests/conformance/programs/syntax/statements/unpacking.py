a, b = 1, 2
a, b = b, a
print(a, b)
first, *middle, last = range(6)
print(first, middle, last)
(x, y), z = [[1, 2], 3]
print(x, y, z)
*head, = "abc"
print(head)
print([*range(3), *"ab"], {**{"a": 1}, "b": 2, **{"a": 3}}, (*[], 1))
for text in ("a, b = 1", "a, b = 1, 2, 3", "a, *b, c = [1]", "a, b = 5"):
    try:
        exec(text)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
