import warnings, asyncio
async def f(): pass
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    f()
    print(len(w), w[0].category.__name__, w[0].message, w[0].filename, w[0].lineno)
    ~True
    print(len(w), w[-1].category.__name__)
warnings.simplefilter("ignore")
f()
warnings.simplefilter("error")
f()
try:
    ~True
except DeprecationWarning as e:
    print('raised', e)
print('end')
