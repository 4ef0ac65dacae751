# weakref
from _ap import ReferenceType, getweakrefcount, getweakrefs
from _collections_abc import MutableMapping, MutableSet

ref = ReferenceType


class WeakMethod:
    def __init__(self, meth, callback=None):
        self._obj, self._func = ref(meth.__self__, callback), meth.__func__

    def __call__(self):
        obj = self._obj()
        return None if obj is None else self._func.__get__(obj)


class WeakValueDictionary(MutableMapping):
    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def __getitem__(self, key):
        o = self.data[key]()
        if o is None:
            raise KeyError(key)
        return o

    def __setitem__(self, key, value):
        me = ref(self)

        def gone(r):
            s = me()
            if s is not None and s.data.get(key) is r:
                del s.data[key]
        self.data[key] = ref(value, gone)

    def __delitem__(self, key): del self.data[key]
    def __len__(self): return len(self.data)
    def __iter__(self): return iter([k for k, r in self.data.items() if r() is not None])
    def __contains__(self, key): return key in self.data and self.data[key]() is not None
    def __repr__(self): return f"<WeakValueDictionary at {id(self):#x}>"


class WeakKeyDictionary(MutableMapping):
    def __init__(self, other=None):
        self.data = {}
        if other:
            self.update(other)

    def __getitem__(self, key): return self.data[ref(key)]

    def __setitem__(self, key, value):
        me = ref(self)

        def gone(r):
            s = me()
            if s is not None:
                s.data.pop(r, None)
        self.data[ref(key, gone)] = value

    def __delitem__(self, key): del self.data[ref(key)]
    def __len__(self): return len(self.data)
    def __iter__(self): return iter([o for r in list(self.data) if (o := r()) is not None])
    def __contains__(self, key): return ref(key) in self.data
    def __repr__(self): return f"<WeakKeyDictionary at {id(self):#x}>"


class WeakSet(MutableSet):
    def __init__(self, data=()):
        self.data = {}
        for x in data:
            self.add(x)

    def add(self, item):
        me = ref(self)

        def gone(r):
            s = me()
            if s is not None:
                s.data.pop(r, None)
        self.data.setdefault(ref(item, gone))

    def discard(self, item): self.data.pop(ref(item), None)
    def remove(self, item): del self.data[ref(item)]
    def clear(self): self.data.clear()
    def __len__(self): return len(self.data)
    def __iter__(self): return iter([o for r in list(self.data) if (o := r()) is not None])

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def pop(self):
        while True:
            try:
                item = self.data.popitem()[0]()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            if item is not None:
                return item

    def __repr__(self): return "{" + ", ".join(repr(r) for r in self.data) + "}"
    def __reduce__(self): return type(self), (list(self),), dict(self.__dict__)
    def copy(self): return type(self)(self)

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference_update(self, other):
        for item in self.data.keys() & {ref(o) for o in other}:
            del self.data[item]

    def __isub__(self, other):
        self.clear() if self is other else self.difference_update(other)
        return self

    def intersection_update(self, other):
        kept = {ref(o) for o in other}
        for item in [r for r in self.data if r not in kept]:
            del self.data[item]

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def symmetric_difference_update(self, other):
        for item in type(self)(other):
            self.discard(item) if item in self else self.add(item)

    def __ixor__(self, other):
        self.clear() if self is other else self.symmetric_difference_update(other)
        return self

    def difference(self, other):
        new = self.copy()
        new.difference_update(other)
        return new

    def intersection(self, other): return type(self)(item for item in other if item in self)

    def symmetric_difference(self, other):
        new = self.copy()
        new.symmetric_difference_update(other)
        return new

    def union(self, other): return type(self)(item for s in (self, other) for item in s)
    __sub__, __and__, __xor__, __or__ = difference, intersection, symmetric_difference, union
    def issubset(self, other): return {ref(o) for o in self} <= {ref(o) for o in other}
    def issuperset(self, other): return {ref(o) for o in self} >= {ref(o) for o in other}
    __le__, __ge__ = issubset, issuperset
    def __lt__(self, other): return {ref(o) for o in self} < {ref(o) for o in other}
    def __gt__(self, other): return {ref(o) for o in self} > {ref(o) for o in other}
    def isdisjoint(self, other): return not self.intersection(other)

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return {ref(o) for o in self} == {ref(o) for o in other}

    __hash__ = None


class finalize:
    _all = {}              # those alive, in order of creation
    _registered = False
    _over = False          # at the program's end those that want it were called; the rest keep silent

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered:
            import atexit
            atexit.register(finalize._at_exit)
            finalize._registered = True
        self._info = (func, args, kwargs)
        self._ref = ref(obj, self)
        self.atexit = True
        finalize._all[id(self)] = self

    def _take(self):
        info, self._info = self._info, None
        finalize._all.pop(id(self), None)
        return info

    def __call__(self, _=None):
        info = self._take()
        if info is not None and not finalize._over:
            func, args, kwargs = info
            return func(*args, **kwargs)

    @property
    def alive(self): return self._info is not None

    def detach(self):
        obj = self._ref()
        if obj is not None and self._info is not None:
            return (obj, *self._take())

    def peek(self):
        obj = self._ref()
        if obj is not None and self._info is not None:
            return (obj, *self._info)

    @staticmethod
    def _at_exit():
        import sys
        while waiting := [f for f in finalize._all.values() if f.atexit]:
            try:
                waiting[-1]()
            except Exception:
                sys.excepthook(*sys.exc_info())
        finalize._over = True


class _Proxy:
    def __init__(self, obj): object.__setattr__(self, "_r", ref(obj))

    def __getattr__(self, name):
        o = object.__getattribute__(self, "_r")()
        if o is None:
            raise ReferenceError("weakly-referenced object no longer exists")
        return getattr(o, name)

    def __setattr__(self, name, value): setattr(object.__getattribute__(self, "_r")(), name, value)


def proxy(obj, callback=None): return _Proxy(obj)
