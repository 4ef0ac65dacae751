count = 3
items = [1]
for text in ("coutn", "itmes", "pint('x')", "lenn(items)", "xyzzy", "Items", "true", "self", "asyncio.run", "random.randint(1, 2)"):
    try:
        eval(text)
    except NameError as e:
        print(e)
def f():
    counter = 1
    return conter
f()
