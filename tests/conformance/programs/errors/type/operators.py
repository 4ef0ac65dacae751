values = [1, 1.5, "s", b"b", None, [1], (1,), {1: 2}, {1}]
for op in "+-*/%":
    for a in values[:5]:
        for b in values[2:7]:
            try:
                result = eval("a" + op + "b")
            except TypeError as e:
                print(e)
