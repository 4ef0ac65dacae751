def g():
    x = yield 1
    print('got', x)
    try:
        y = yield 2
    except ValueError as e:
        print('caught', e)
        y = yield 'handled'
    finally:
        print('fin')
    return 'ret'
it = g()
print(next(it), it.send('a'), it.throw(ValueError('v')))
try: next(it)
except StopIteration as e: print(e.value)
def outer():
    r = yield from g()
    print('r', r)
    yield from [10, 20]
    yield from (x for x in 'ab')
    return 5
o = outer(); print(next(o), o.send('q'))
print(o.throw(ValueError, ValueError('w')))
print(list(o))
def c():
    try: yield 1
    except GeneratorExit: print('exit'); raise
i = c(); next(i); print(i.close()); print(i.close())
def bad():
    try: yield 1
    except GeneratorExit: yield 2
i = bad(); next(i)
try: i.close()
except RuntimeError as e: print(e)
def si(): raise StopIteration(5); yield
try: next(si())
except RuntimeError as e: print(e, repr(e.__cause__))
i = (x for x in [1]); 
try: i.send(5)
except TypeError as e: print(e)
def rec():
    yield next(me)
me = rec()
try: next(me)
except ValueError as e: print(e)
def retval(): return 3; yield
i = retval()
try: next(i)
except StopIteration as e: print(e.value, e.args)
def cl():
    try: yield 1
    finally: return 7
i = cl(); next(i); print(i.close())
i = g(); 
try: i.throw(KeyError('before start'))
except KeyError as e: print('k', e)
print(list(i))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from itertools import islice
print(list(islice(fib(), 10)))
print(sum(x * x for x in range(5)), max((len(w), w) for w in ['a', 'bbb']), dict((k, v) for k, v in [(1, 2)]), ''.join(c for c in 'abc'), any(x > 2 for x in [1, 2, 3]), sorted((-x for x in [1, 3, 2])))
def deleg():
    try: yield from iter([1, 2])
    except Exception as e: print('d', repr(e))
i = deleg(); next(i)
try: i.throw(ValueError('x'))
except StopIteration: print('stopped')
x = yield_ = 1
print([(yield_) for yield_ in range(2)])
e = (i for i in range(3)); print(2 in e, list(e))
