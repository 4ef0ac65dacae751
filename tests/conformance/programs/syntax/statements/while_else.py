n = 5
while n:
    n -= 1
    if n == 3:
        continue
    print(n, end=" ")
else:
    print("else")

while True:
    n += 1
    if n > 2:
        break
else:
    print("never")
print(n)
