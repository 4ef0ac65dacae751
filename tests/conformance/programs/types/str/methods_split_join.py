print("a b  c".split(), "a b  c".split(" "), "a,b,,c".split(","), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1))
print(" x ".split(), "".split(), "".split(","), "a\nb\r\nc\n".splitlines(), "a\nb".splitlines(True))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "none".partition("="))
print("-".join(["a", "b"]), "".join("xyz"), ", ".join(str(i) for i in range(3)))
for f in (lambda: ",".join([1, 2]), lambda: "a".split("")):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(e)
