print("a"
x = 5
print(x)
