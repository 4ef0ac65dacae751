import sys
async def numbers():
    yield 1
async def step(gen):
    return await gen.asend(None)
def first(gen): print("first", gen.__name__)
def last(gen): print("last", gen.__name__)
sys.set_asyncgen_hooks(first, finalizer=last)
print([h.__name__ for h in sys.get_asyncgen_hooks()])
gen = numbers()
try:
    step(gen).send(None)
except StopIteration as e:
    print(e.value)
del gen
for bad in ({"firstiter": 5}, {"finalizer": "x"}):
    try:
        sys.set_asyncgen_hooks(**bad)
    except TypeError as e:
        print(e)
sys.set_asyncgen_hooks(None, None)
print(sys.get_asyncgen_hooks())
