print("{} {}".format("a", 1), "{1} {0} {1}".format("a", "b"), "{name} {n:03d}".format(name="x", n=5))
print("{0[1]} {1[k]} {2.real}".format([1, 2], {"k": "v"}, 5), "{!r:>6} {{}}".format("q"), "{:{w}.{p}f}".format(3.14159, w=8, p=2))
print("{:>8}|{:<8}|{:^8}|{:*^8}".format("a", "b", "c", "d"), "{:,} {:b} {:#o} {:c}".format(1000000, 5, 8, 97))
print("{a} {b}".format_map({"a": 1, "b": 2}))
for f in (lambda: "{} {}".format(1), lambda: "{x}".format(), lambda: "{".format(), lambda: "{} {0}".format(1), lambda: "}".format(), lambda: "{:d}".format("s")):
    try:
        print(f())
    except (IndexError, KeyError, ValueError) as e:
        print(type(e).__name__, e)
