import sys
print("a", "b", sep="-", end="!\n")
print()
print(1, 2.5, None, [1], sep=", ")
print("no newline", end="")
print(" then more", flush=True)
print("to stderr", file=sys.stderr)
print(*range(4), sep="")
print("x", sep=None, end=None)
for bad in ({"sep": 1}, {"end": 5}, {"wrong": 1}):
    try:
        print("x", **bad)
    except TypeError as e:
        print(e)
