total = 0
names = []

def add(n):
    global total, made_here
    total += n
    made_here = "by add"
    names.append(n)

add(2)
add(3)
print(total, made_here, names)

def broken():
    total += 1

try:
    broken()
except UnboundLocalError as e:
    print(type(e).__name__, e)
