def first():
    return 1 / 0

def second():
    try:
        first()
    except ZeroDivisionError:
        [][3]

print("before")
second()
