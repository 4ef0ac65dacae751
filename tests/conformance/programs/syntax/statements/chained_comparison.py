def noisy(n):
    print("eval", n)
    return n

print(noisy(1) < noisy(2) < noisy(3))
print(noisy(3) < noisy(2) < noisy(1))
print(1 < 2 > 1 == 1 != 2, 1 == 1.0 != 2, 3 in [3] == True)
print(not 1 < 2, (not 1) < 2)
