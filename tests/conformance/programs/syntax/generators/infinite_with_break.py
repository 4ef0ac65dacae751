def count(start=0):
    n = start
    try:
        while True:
            yield n
            n += 1
    finally:
        print("count is closed at", n)

for n in count(5):
    if n > 7:
        break
    print(n)
print("after loop")
c = count()
next(c)
del c
print("after del")
