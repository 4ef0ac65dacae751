import traceback, sys
def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
try: exec("x = = 1")
except SyntaxError as e:
    print(traceback.format_exception_only(e))
    print(traceback.format_exc().splitlines()[-4:])
    print(str(e), e.args)
print(traceback.format_exc())
t(lambda: traceback.format_exception(5))
t(lambda: traceback.format_exception_only(None))
class E2(Exception):
    def __str__(self): return "custom\nlines"
try: raise E2
except E2 as e: print(traceback.format_exception_only(e)); traceback.print_exc(file=sys.stdout)
def rec(n): return rec(n - 1) if n else 1 / 0
try: rec(10)
except ZeroDivisionError: traceback.print_exc(file=sys.stdout); print(traceback.format_tb(sys.exc_info()[2])); print(len(traceback.extract_tb(sys.exc_info()[2])))
import functools
@functools.lru_cache(None)
def cached(x): raise KeyError(x)
try: cached(1)
except KeyError: traceback.print_exc(file=sys.stdout)
try: list(map(lambda q: q.a, [1]))
except AttributeError: traceback.print_exc(file=sys.stdout)
try: sorted([1, "a"])
except TypeError: traceback.print_exc(file=sys.stdout)
try: functools.reduce(lambda a, b: a / b, [1, 0])
except ZeroDivisionError: traceback.print_exc(file=sys.stdout)
