import types
async def co(): pass
async def ag(): yield 1
def g(): yield
c, a, i = co(), ag(), g()
for x in (c, a, i):
    print(len(dir(x)), *[n for n in dir(x) if not n.startswith('__') or n in ('__del__', '__class_getitem__')])
print(a.ag_suspended, types.CoroutineType[int, str, bool], types.AsyncGeneratorType[int, str], types.GeneratorType[int])
print(co.__builtins__['len'] is len)
c.__del__()
try: c.send(None)
except RuntimeError as e: print(e)
