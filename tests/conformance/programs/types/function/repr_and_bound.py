def f(): pass
class A:
    def m(self): pass
    @classmethod
    def c(cls): pass
    def __repr__(self): return "<an A>"
a = A()
for thing in (f, lambda: 0, A.m, a.m, A.c, print, len, [].append, str.upper, "x".upper, A, int, type, f.__code__.co_name, A.__init__, object):
    print(repr(thing).replace(hex(id(thing)), "ADDR"))
print(a.m.__self__, a.m.__func__ is A.m, a.m == a.m, a.m is a.m, f.__code__.co_name, A.c.__name__)
