class Table:
    size = 3
    rows = [0 for _ in range(size)]
    try:
        bad = [size for _ in range(2)]
    except NameError as e:
        print(e)

print(Table.rows, hasattr(Table, "_"))
funcs = [lambda: i for i in range(3)]
print([f() for f in funcs])

def f(items):
    return [item for item in items if item not in [item for item in items if item > 2]]

print(f([1, 2, 3, 4]))
try:
    item
except NameError as e:
    print(e)
