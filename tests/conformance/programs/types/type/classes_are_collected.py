# A class is in a circle with itself, and goes with a collection.
import gc
import weakref


def plain():
    class X:
        pass
    return weakref.ref(X)


def with_method():
    class X:
        def m(self):
            return __class__
    return weakref.ref(X)


def error():
    class X(Exception):
        pass
    return weakref.ref(X)


def slots():
    class X:
        __slots__ = "a"
    return weakref.ref(X)


for make in plain, with_method, error, slots:
    made = make()
    gc.collect()
    print(make.__name__, made() is None)

space = {}
exec("class A:\n  def __del__(self): print('instance')\nx = A()\ndef f(): pass\n", space)
made = weakref.ref(space["A"]), weakref.ref(space["f"])
del space
gc.collect()
print([r() for r in made])
