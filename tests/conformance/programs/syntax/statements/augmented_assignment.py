n = 10
n += 5; print(n)
n -= 3; print(n)
n *= 2; print(n)
n //= 5; print(n)
n **= 3; print(n)
n %= 7; print(n)
n /= 2; print(n)
m = 0b1100
m |= 1; m &= 0b1101; m ^= 2; m <<= 2; m >>= 1
print(bin(m))
items = [1]
alias = items
items += (2, 3)
items *= 2
print(alias)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
