def show(value):
    print("eval", value)
    return value

print(show(0) or show("x") or show("y"))
print(show(1) and show("") and show(2))
print([] or {} or None, 1 and 2, not [], not "a")
print(None is None, None is not None, 1 in [1, 2], 3 not in [1, 2], "b" in "abc")
