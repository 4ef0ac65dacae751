import traceback, sys
def show(f):
    try: f()
    except BaseException as e: traceback.print_exception(e, file=sys.stdout)
def a():
    try: 1/0
    except ZeroDivisionError: raise ValueError('second')
show(a)
def b():
    try: 1/0
    except ZeroDivisionError as e: raise ValueError('second') from e
show(b)
def c():
    try: 1/0
    except ZeroDivisionError: raise ValueError('none') from None
show(c)
def d():
    e = ValueError('noted'); e.add_note('note 1'); e.add_note('note\n2'); raise e
show(d)
def g():
    raise ExceptionGroup('grp', [ValueError(1), TypeError('t'), ExceptionGroup('inner', [KeyError('k'), ConnectionError('c')])])
show(g)
def h():
    try: g()
    except* ValueError as eg: print('VE', eg.exceptions)
    except* (KeyError, OSError) as eg: print('KE', repr(eg)); raise RuntimeError('in star')
show(h)
def i():
    try: raise ValueError('naked')
    except* ValueError as eg: print(repr(eg))
show(i)
def j():
    try: raise TypeError('unmatched')
    except* ValueError: pass
show(j)
def k():
    try:
        try: raise KeyError('x')
        finally: raise IndexError('y')
    except IndexError as e: print(repr(e.__context__)); raise
show(k)
def l():
    try: g()
    except ExceptionGroup as eg:
        m, r = eg.split(ValueError); print(m, r, eg.subgroup(lambda x: isinstance(x, TypeError)), eg.message, eg.derive([ValueError()]))
        raise
show(l)
class MyErr(Exception):
    """doc"""
class Sub(MyErr):
    def __init__(self, a): self.a = a
    def __str__(self): return 'sub ' + self.a
show(lambda: (_ for _ in ()).throw(Sub('z')))
def m(): raise MyErr
show(m)
def n(): raise MyErr('a', 5)
show(n)
def o(): raise 5
show(o)
def p(): raise ValueError from 5
show(p)
def q(): raise
show(q)
def r():
    class E(BaseException): pass
    raise E('local')
show(r)
def s():
    x = {'a': {'b': 1}}
    return x['a']['c'] + 1
show(s)
def t(): return (1 + 2) * (3 / 0) - 5
show(t)
def u(): return [1, 2, 3][1:2][5]
show(u)
def v(): foo.bar.baz
show(v)
def w():
    return max(1, int('x'),
        3)
show(w)
def x():
    (lambda z: z.q)(5)
show(x)
def y(): assert 1 == 2, 'no'
show(y)
def aa(): from sys import nope
show(aa)
def bb(): print(undefned)
undefined = 1
show(bb)
def cc(): [].appendd(1)
show(cc)
def dd(): sys.exitt()
show(dd)
class Q:
    attribute = 1
    def me(self): return atribute
    def me2(self): return self.atribute
    def me3(self): return attribute
show(Q().me); show(Q().me2); show(Q().me3)
def ee(): raise StopIteration(3)
show(ee)
def ff(): raise SystemExit('bye')
show(ff)
def gg(): raise KeyboardInterrupt
show(gg)
def hh(): int('5' , base=99)
show(hh)
def ii(): return None.x
show(ii)
def kk(n):
    if n == 0: raise ValueError('deep')
    kk(n - 1)
show(lambda: kk(8))
def ll():
    e = Exception(); e.__cause__ = ValueError('c'); e.__notes__ = ['n1']; raise e
show(ll)
def mm():
    raise ExceptionGroup('many', [ValueError(i) for i in range(20)])
show(mm)
for bad in (lambda: ExceptionGroup('x', []), lambda: ExceptionGroup('x', [5]), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup('x', 5), lambda: ExceptionGroup('x', [KeyboardInterrupt()]), lambda: BaseExceptionGroup('x', [KeyboardInterrupt()]), lambda: ExceptionGroup('x'), lambda: ValueError().add_note(5), lambda: ValueError().with_traceback(5), lambda: setattr(ValueError(), '__cause__', 5), lambda: setattr(ValueError(), '__context__', 5), lambda: setattr(ValueError(), '__traceback__', 5), lambda: setattr(ValueError(), 'args', 5), lambda: ValueError(x=1), lambda: KeyError('a', 'b'), lambda: str(KeyError('a')), lambda: UnicodeDecodeError('utf-8', b'a', 0, 1, 'r'), lambda: StopIteration(1, 2).value, lambda: SystemExit(1, 2).code, lambda: ImportError('m', name='n').name, lambda: AttributeError('m', name='n', obj=5).obj, lambda: NameError('m', name='q').name, lambda: SyntaxError('m', ('f', 1, 2, 't')).text, lambda: BaseException(1).args, lambda: repr(BaseException(1,)), lambda: ValueError('a') == ValueError('a'), lambda: TimeoutError('t'), lambda: issubclass(TimeoutError, OSError), lambda: IOError is OSError, lambda: ConnectionResetError(104, 'x'), lambda: LookupError.__mro__):
    try: print(repr(bad()))
    except BaseException as e: print(type(e).__name__, e)
try:
    try: raise ValueError('1')
    except ValueError as err: pass
    print(err)
except NameError as e: print(e)
def ret():
    try: return 'try'
    finally: print('fin')
print(ret())
def over():
    for i in range(3):
        try: continue
        finally: print('f', i)
    try: pass
    except: pass
    else: print('else')
    finally: print('fin2')
over()
try:
    try: raise ValueError('a')
    except (TypeError, ValueError) as e:
        try: raise KeyError('b')
        except KeyError: pass
        raise
except ValueError as e: print('re', e, repr(e.__context__))
try:
    try: raise ValueError
    except 5: pass
except TypeError as e: print(e)
try:
    try: raise ValueError
    except (int, 'a'): pass
except TypeError as e: print(e)
print(sys.exc_info())
