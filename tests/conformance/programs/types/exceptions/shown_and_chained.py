import traceback, sys
class MyErr(Exception):
    def __init__(s,a,b=2): super().__init__(a); s.b=b
class E2(ValueError): 
    def __str__(s): return 'custom'
class E3(Exception): pass
for e in [MyErr(1), MyErr('x',3), E2(1,2), E3(), E3('a'), E3('a','b'), KeyError('k'), KeyError(), OSError('x'), StopIteration(5), SystemExit(3), UnicodeDecodeError('utf-8',b'\xff',0,1,'bad'), UnicodeEncodeError('ascii','é',0,1,'ordinal'), ImportError('m',name='n',path='p'), SyntaxError('bad',('f.py',1,2,'text')), AttributeError('a',name='x',obj=1), NameError('n',name='y'), ExceptionGroup('g',[ValueError(1),TypeError('t')]), FileNotFoundError(2,'x'), ConnectionError(), TimeoutError('t'), AssertionError(), ZeroDivisionError('d'), RecursionError('r'), NotImplementedError(), KeyboardInterrupt(), GeneratorExit(), IndexError('i'), ArithmeticError(1.5)]:
    print(repr(e), '|', str(e), '|', e.args)
    print(''.join(traceback.format_exception_only(e)), end='')
def f(n):
    if n==0: raise ValueError('deep')
    f(n-1)
try: f(2)
except ValueError as e:
    tb=e.__traceback__
    while tb: print(tb.tb_lineno, tb.tb_frame.f_code.co_name); tb=tb.tb_next
    print(traceback.format_exc().count('\n'))
try:
    try: 1/0
    except ZeroDivisionError as e: raise KeyError('a') from e
except KeyError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: 1/0
    except ZeroDivisionError: raise KeyError('a')
except KeyError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: 1/0
    except ZeroDivisionError: raise KeyError('a') from None
except KeyError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
e=ValueError('x'); e.add_note('n1'); e.add_note('n2\nn3'); print(e.__notes__); traceback.print_exception(e, file=sys.stdout)
try: e.add_note(1)
except TypeError as x: print(x)
def g():
    try: return 'try'
    finally: print('fin')
print(g())
def h():
    for i in range(3):
        try: 
            if i==1: continue
            if i==2: break
            print(i)
        except: pass
        else: print('else',i)
        finally: print('finally',i)
h()
try: raise E3
except E3 as e: print(repr(e))
try: raise 5
except TypeError as e: print(e)
try: raise ValueError from 5
except TypeError as e: print(e)
try: raise ValueError from None
except ValueError as e: print(e.__cause__)
try:
    try: raise ValueError(1)
    finally: raise KeyError(2)
except KeyError as e: print(repr(e.__context__))
try:
    try: pass
    except 5: pass
    try: raise ValueError
    except (TypeError, 5): pass
except TypeError as e: print(e)
import copy
c=copy.copy(MyErr(5)); print(repr(c), c.b)
print(ValueError.__mro__, issubclass(TimeoutError,OSError), OSError is IOError, issubclass(ExceptionGroup, Exception))
