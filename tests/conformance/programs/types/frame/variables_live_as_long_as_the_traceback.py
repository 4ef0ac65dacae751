import sys
class N:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def g():
    x = N('g')
    raise ValueError('v')
def h():
    y = N('h')
    g()
try:
    h()
except ValueError as e:
    print('caught')
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_lineno, sorted(k for k in tb.tb_frame.f_locals if len(k) == 1 and k in 'xyz'))
        tb = tb.tb_next
print('after')
def gen():
    z = N('gen')
    yield 1
    yield 2
it = gen()
next(it)
print(it.gi_frame.f_lineno, sorted(it.gi_frame.f_locals), it.gi_frame.f_back, it.gi_frame is it.gi_frame)
fr = it.gi_frame
del it
print('gone', fr.f_lineno)
del fr
print('x')
def keep():
    k = N('keep')
    1/0
err = None
try: keep()
except ZeroDivisionError as e: err = e
print('kept')
err = None
print('dropped')
async def co():
    q = N('co')
    await other()
async def other():
    o = N('other')
    print(sys._getframe().f_back.f_code.co_name)
    raise KeyError('k')
import asyncio
async def main():
    t = asyncio.create_task(co())
    try: await t
    except KeyError: print('caught k')
    print('still')
    del t
    print('end main')
asyncio.run(main())
def with_finally():
    n = N('fin')
    try:
        return 1
    finally:
        print('finally')
with_finally()
print('q')
def swallow():
    n = N('sw')
    try:
        g()
    except ValueError:
        pass
    print('in swallow')
swallow()
print('done')
