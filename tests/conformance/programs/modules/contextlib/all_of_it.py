from contextlib import *
import asyncio, contextlib, sys, io
@contextmanager
def cm(n):
    print('enter',n)
    try: yield n
    except ValueError as e: print('caught',e)
    finally: print('exit',n)
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
with cm(1) as x: print(x)
with cm(2): raise ValueError('v')
try:
    with cm(3): raise KeyError('k')
except KeyError as e: print(repr(e))
@cm(4)
def dec(): print('in dec')
dec(); dec()
@contextmanager
def noyield():
    if 0: yield
t(lambda: noyield().__enter__())
@contextmanager
def two(): yield 1; yield 2
def use():
    with two(): pass
t(use)
with suppress(ZeroDivisionError,KeyError): 1/0
with suppress(ValueError): raise ExceptionGroup('g',[ValueError(1)])
try:
    with suppress(ValueError): raise ExceptionGroup('g',[ValueError(1),TypeError(2)])
except ExceptionGroup as e: print(repr(e))
f=io.StringIO()
with redirect_stdout(f): print('hidden')
print(repr(f.getvalue()))
with redirect_stderr(f): print('err',file=sys.stderr)
print(repr(f.getvalue()))
with nullcontext(5) as n: print(n)
class Cl:
    def close(self): print('closed')
with closing(Cl()) as c: print(type(c).__name__)
with ExitStack() as st:
    st.enter_context(cm('a')); st.enter_context(cm('b')); st.callback(print,'cb',1,sep='-'); st.push(lambda *a: print('push',a[0])) 
    print('body')
with ExitStack() as st:
    st.push(lambda t,e,b: True); raise ValueError
st=ExitStack(); st.callback(print,'later'); st2=st.pop_all(); st.close(); print('--'); st2.close()
t(lambda: ExitStack().enter_context(5)); t(lambda: cm(1)); t(lambda: nullcontext()); t(lambda: suppress())
class CD(ContextDecorator):
    def __enter__(s): print('CD in'); return s
    def __exit__(s,*a): print('CD out',a[0]); return True
@CD()
def g(): raise ValueError
print(g())
@asynccontextmanager
async def acm(n):
    print('aenter',n)
    try: yield n
    finally: await asyncio.sleep(1); print('aexit',n)
class ACl:
    async def aclose(self): print('aclosed')
async def main():
    async with acm(1) as x: print(x)
    try:
        async with acm(2): raise ValueError('q')
    except ValueError as e: print(repr(e))
    async with AsyncExitStack() as st:
        await st.enter_async_context(acm('x')); st.enter_context(cm('y'))
        async def cb(a): print('acb',a)
        st.push_async_callback(cb,5); st.callback(print,'cb')
    async with aclosing(ACl()): print('in')
    async def gen():
        try:
            for i in range(5): yield i
        finally: print('gen closed')
    async with aclosing(gen()) as g:
        async for i in g:
            if i==2: break
    @acm('deco')
    async def d(): print('dd')
    await d()
    async with nullcontext(3) as n: print(n)
    try:
        with acm(1): pass
    except TypeError as e: print(e)
    try:
        async with cm(1): pass
    except TypeError as e: print(e)
    try: await AsyncExitStack().enter_async_context(cm(1))
    except TypeError as e: print(e)
    try:
        async with 5: pass
    except TypeError as e: print(e)
    try:
        with 5: pass
    except TypeError as e: print(e)
asyncio.run(main())
with chdir('/tmp'): print('x')
