s = "the cat sat on the mat"
print(s.find("at"), s.rfind("at"), s.find("dog"), s.index("cat"), s.count("at"), s.count(""), s.count("the", 3))
print(s.startswith("the"), s.endswith(("mat", "x")), s.startswith("cat", 4), "cat" in s, "dog" not in s)
for f in (lambda: s.index("dog"), lambda: s.rindex("zz"), lambda: s.startswith(1), lambda: 5 in s):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
