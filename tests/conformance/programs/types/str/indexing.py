s = "hello"
print(s[0], s[-1], s[1:3], s[::2], s[10:], list(s), sorted(s), "".join(reversed(s)))
for f in (lambda: s[10], lambda: s["a"], lambda: s[1.0], lambda: s + 1, lambda: s * "a", lambda: s - "h", lambda: len(5)):
    try:
        f()
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
try:
    s[0] = "j"
except TypeError as e:
    print(e)
