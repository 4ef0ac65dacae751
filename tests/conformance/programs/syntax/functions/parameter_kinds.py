def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs

print(f(1, d=4))
print(f(1, 20, 30, 40, 50, d=4))
print(f(1, c=30, d=4, z=26, y=25))
print(f(*[1, 2], **{"d": 4, "x": 24}))
for call in (lambda: f(), lambda: f(1), lambda: f(1, d=4, e=5, c=1, **{"c": 2}), lambda: f(b=1, d=2)):
    try:
        print(call())
    except TypeError as e:
        print("TypeError:", e)
