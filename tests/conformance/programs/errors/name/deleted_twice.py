count, N = 1, 2
del count
try:
    del count
except NameError as e:
    print(e, e.name)
def f():
    global total
    del total
try:
    f()
except NameError as e:
    print(e, e.name)
del n
