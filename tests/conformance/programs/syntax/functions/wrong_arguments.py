def two(a, b):
    return a + b

def keyword_only(*, name):
    return name

def positional_only(a, /):
    return a

calls = [
    lambda: two(1), lambda: two(), lambda: two(1, 2, 3), lambda: two(1, a=2), lambda: two(1, c=2),
    lambda: keyword_only(), lambda: keyword_only("x"), lambda: keyword_only(name="x", nam="y"),
    lambda: positional_only(a=1), lambda: two(*[1], **{"b": 2}),
]
for call in calls:
    try:
        print("ok", call())
    except TypeError as error:
        print(error)
