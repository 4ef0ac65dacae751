x = 5
print(x is 5 or True)
print("\d")
assert (x == 1, "always true")
