class A:
    def f(self): print('A')
class B(A):
    def f(self): print('B'); super().f()
class C(A):
    def f(self): print('C'); super().f()
class D(B, C):
    def f(self): print('D'); super().f()
D().f()
print([c.__name__ for c in D.__mro__], D.__bases__)
try:
    class X(A, B): pass
except TypeError as e: print(e)
try:
    class X(A, A): pass
except TypeError as e: print(e)
try:
    class X(5): pass
except TypeError as e: print(e)
try:
    class X(None): pass
except TypeError as e: print(e)
try:
    class X(bool): pass
except TypeError as e: print(e)
try:
    class X(metaclass=5): pass
except TypeError as e: print(e)
try:
    class X(A, foo=1): pass
except TypeError as e: print(e)
super_a = super(B, D())
print(super_a.f.__qualname__, super_a)
class G:
    def __new__(cls, *a):
        print('new', a)
        return super().__new__(cls)
    def __init__(self, *a): print('init', a)
G(1, 2)
class H:
    def __new__(cls): return 5
    def __init__(self): print('never')
print(H())
class I:
    def __init__(self): return 5
try: I()
except TypeError as e: print(e)
class J(int):
    def __new__(cls, v, extra): o = super().__new__(cls, v); o.extra = extra; return o
    def __add__(self, o): return J(int(self) + o, 'sum')
j = J(5, 'e'); print(j, j + 1, (j + 1).extra, repr(j), j.__dict__, isinstance(j, int), j * 2, type(j * 2))
class L(list):
    def append(self, x): super().append(x * 2)
l = L([1]); l.append(2); print(l, L.__mro__, len(l), l == [1, 4], type(l[:]), type(l + [1]))
class Dd(dict):
    def __missing__(self, k): return k * 2
d = Dd(a=1); print(d['b'], d, d.get('z'), 'b' in d)
class St(str):
    def shout(self): return self.upper() + '!'
print(St('a').shout(), type(St('a') + 'b'), St('x') == 'x', {St('k'): 1}['k'], f'{St("q"):>3}')
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
print(T(1, 2), T(1, 2)[0])
class Ex(Exception):
    def __init__(self, code, msg): super().__init__(msg); self.code = code
    def __str__(self): return f'{self.code}: {super().__str__()}'
e = Ex(5, 'm'); print(e, repr(e), e.args, e.code)
class Ex2(Exception): pass
print(repr(Ex2()), str(Ex2()), repr(Ex2(1)), repr(Ex2(1, 'a')), str(Ex2(1, 'a')), Ex2('x').args)
