print("a" < "b", "a" < "B", "abc" < "abd", "" < "a", "a" == "a", "10" < "9", max("apple", "pear"), sorted(["b", "A", "a", "Z"]))
print(sorted(["banana", "Apple", "cherry"], key=str.lower), "é" > "z")
try:
    "a" < 1
except TypeError as e:
    print(e)
print("a" == 1, "a" != b"a")
