for i in range(3):
    print(i, end=" ")
print(len("abc"), len([1]), len({}), len(range(10)))
for i, c in enumerate("ab"):
    print(i, c)
print(list(enumerate("xy", start=1)), list(enumerate([], 5)))
try:
    len(5)
except TypeError as e:
    print(e)
