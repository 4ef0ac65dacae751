s = list(range(10))
print(s[2:5], s[:3], s[-3:], s[::3], s[::-1], s[8:2:-2], s[5:2])
print("abcdef"[1:-1], "abcdef"[::-2], (1, 2, 3)[-2:])
s[2:4] = ["x", "y", "z"]
print(s)
s[::2] = [0] * len(s[::2])
print(s)
del s[::3]
print(s)
try:
    s[::2] = [1]
except ValueError as e:
    print(e)
print(slice(1, None, 2), range(10)[2:8:3], slice(-3, None).indices(10))
