# functools
from _ap import c_type as _c_type

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
           "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod",
           "cached_property", "Placeholder"]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotate__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        try:
            setattr(wrapper, name, value)
        except (AttributeError, TypeError):
            pass
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class _PlaceholderType:
    __slots__ = ()

    def __repr__(self):
        return "Placeholder"


Placeholder = _PlaceholderType()


@_c_type
class partial:
    __slots__ = ("func", "args", "keywords", "__dict__", "__weakref__")

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if args and args[-1] is Placeholder:
            raise TypeError("trailing Placeholders are not allowed")
        if isinstance(func, partial):
            rest = list(args)
            merged = [rest.pop(0) if a is Placeholder and rest else a for a in func.args]
            args = tuple(merged + rest)
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        if Placeholder in self.args:
            rest = list(args)
            need = sum(a is Placeholder for a in self.args)
            if len(rest) < need:
                raise TypeError(f"missing positional arguments in 'partial' call; expected at least {need}, got {len(rest)}")
            args = [rest.pop(0) if a is Placeholder else a for a in self.args] + rest
            return self.func(*args, **{**self.keywords, **keywords})
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        from types import MethodType
        return MethodType(self, instance)

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func)]
        parts.extend(repr(x) for x in self.args)
        parts.extend(f"{k}={v!r}" for k, v in self.keywords.items())
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        get = getattr(self.func, "__get__", None)
        target = get(instance, owner) if get else self.func
        if instance is None:
            def unbound(obj, /, *args, **keywords):
                return self.func(obj, *self.args, *args, **{**self.keywords, **keywords})
            return unbound
        return partial(target, *self.args, **self.keywords)


_missing = object()


def reduce(function, iterable, /, initial=_missing):
    try:
        it = iter(iterable)
    except TypeError:
        it = None
    if it is None:
        raise TypeError("reduce() arg 2 must support iteration")
    if initial is _missing:
        try:
            value = next(it)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for item in it:
        value = function(value, item)
    return value


def cmp_to_key(mycmp):
    class K:
        __slots__ = ["obj"]

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None
    return K


def _derive(op, from_lt):
    def method(self, other):
        return from_lt(self, other)
    method.__name__ = op
    return method


def total_ordering(cls):
    roots = {op for op in ("__lt__", "__gt__", "__le__", "__ge__") if getattr(cls, op, None) is not getattr(object, op, None)}
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)

    def ask(self, other):
        return getattr(type(self), root)(self, other)

    def define(name, fn):
        if name not in roots:
            fn.__name__ = name
            setattr(cls, name, fn)

    def negate(self, other):
        r = ask(self, other)
        return r if r is NotImplemented else not r

    def or_equal(self, other):
        r = ask(self, other)
        return r if r is NotImplemented else r or self == other

    def and_unequal(self, other):
        r = ask(self, other)
        return r if r is NotImplemented else r and self != other

    def not_and_unequal(self, other):
        r = ask(self, other)
        return r if r is NotImplemented else not r and self != other

    def not_or_equal(self, other):
        r = ask(self, other)
        return r if r is NotImplemented else not r or self == other

    if root == "__lt__":
        define("__gt__", not_and_unequal), define("__le__", or_equal), define("__ge__", negate)
    elif root == "__le__":
        define("__ge__", not_or_equal), define("__lt__", and_unequal), define("__gt__", negate)
    elif root == "__gt__":
        define("__lt__", not_and_unequal), define("__ge__", or_equal), define("__le__", negate)
    else:
        define("__le__", not_or_equal), define("__gt__", and_unequal), define("__lt__", negate)
    return cls


class _CacheInfo(tuple):
    __slots__ = ()

    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return f"CacheInfo(hits={self[0]}, misses={self[1]}, maxsize={self[2]}, currsize={self[3]})"


_CacheInfo.__name__ = _CacheInfo.__qualname__ = "CacheInfo"
_mark = object()


@_c_type
class _lru_cache_wrapper:
    def __init__(self, function, maxsize, typed):
        self._maxsize = maxsize
        self._typed = typed
        self._cache = {}
        self._hits = self._misses = 0
        update_wrapper(self, function)

    def __call__(self, /, *args, **kwds):
        key = args
        if kwds:
            key += (_mark,)
            for item in kwds.items():
                key += item
        if self._typed:
            key += tuple(type(v) for v in args)
            if kwds:
                key += tuple(type(v) for v in kwds.values())
        elif len(key) == 1 and type(key[0]) in (int, str):
            key = key[0]
        cache = self._cache
        maxsize = self._maxsize
        if maxsize == 0:
            self._misses += 1
            return self.__wrapped__(*args, **kwds)
        try:
            value = cache.get(key, _missing)
        except TypeError as e:
            raise TypeError(str(e).split("(")[-1].rstrip(")") if "unhashable" in str(e) else str(e)) from None
        if value is not _missing:
            self._hits += 1
            if maxsize is not None:
                cache[key] = cache.pop(key)
            return value
        self._misses += 1
        value = self.__wrapped__(*args, **kwds)
        if maxsize is not None and key not in cache and len(cache) >= maxsize:
            del cache[next(iter(cache))]
        cache[key] = value
        return value

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        from types import MethodType
        return MethodType(self, instance)

    def __repr__(self):
        f = self.__wrapped__
        return f"<functools._lru_cache_wrapper object at {hex(id(self))}>"

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._cache))

    def cache_clear(self):
        self._cache.clear()
        self._hits = self._misses = 0

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _lru_cache_wrapper(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        return _lru_cache_wrapper(user_function, maxsize, typed)
    return decorating_function


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f"instance to cache {self.attrname!r} property.") from None
        if self.attrname in cache:
            return cache[self.attrname]
        value = cache[self.attrname] = self.func(instance)
        return value


def _linearised(cls, abstract):
    # The order of cls as if its abstract classes that no base of it has were bases, too: after those bases that are abstract.
    bases = list(cls.__bases__)
    split = max((i + 1 for i, base in enumerate(bases) if hasattr(base, "__abstractmethods__")), default=0)
    own = [a for a in abstract if issubclass(cls, a) and not any(issubclass(base, a) for base in bases)]
    below = [a for a in abstract if a not in own]
    orders = [[cls]] + [_linearised(c, below) for c in bases[:split] + own + bases[split:]] + [bases[:split], own, bases[split:]]
    out = []
    while orders := [order for order in orders if order]:
        for order in orders:
            if not any(order[0] in other[1:] for other in orders):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        first = order[0]
        out.append(first)
        for other in orders:
            if other[0] is first:
                del other[0]
    return out


def _dispatch_order(cls, registered):
    # cls.__mro__ with the registered classes in it that say by themselves that cls is one of theirs.
    mro = cls.__mro__
    related = [c for c in registered if c not in mro and isinstance(c, type) and issubclass(cls, c)]
    related = [c for c in related if not any(c is not other and c in other.__mro__ for other in related)]
    abstract = []
    for c in related:
        known = [[r for r in sub.__mro__ if r in related] for sub in c.__subclasses__() if sub not in mro and issubclass(cls, sub)]
        for found in sorted(known, key=len, reverse=True) or [[c]]:
            abstract += [r for r in found if r not in abstract]
    return _linearised(cls, abstract) if abstract else mro


def singledispatch(func):
    registry = {object: func}
    found = {}

    def dispatch(cls):
        try:
            return found[cls]
        except KeyError:
            pass
        best = None
        for c in _dispatch_order(cls, registry):
            if best is not None:
                if c in registry and c not in cls.__mro__ and best not in cls.__mro__ and not issubclass(best, c):
                    raise RuntimeError(f"Ambiguous dispatch: {best} or {c}")
                break
            if c in registry:
                best = c
        found[cls] = result = registry[best]
        return result

    def is_class(cls):
        return isinstance(cls, type) or (isinstance(cls, UnionType) and all(isinstance(c, type) for c in cls.__args__))

    def register(cls, func=None):
        if is_class(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            if not getattr(getattr(cls, "__func__", cls), "__annotations__", None):
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain "
                                "`@register` on an annotated function.")
            func = cls
            from typing import get_type_hints
            name, cls = next(iter(get_type_hints(getattr(func, "__func__", func)).items()))
            if not is_class(cls):
                if isinstance(cls, UnionType):
                    raise TypeError(f"Invalid annotation for {name!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
        for c in cls.__args__ if isinstance(cls, UnionType) else (cls,):
            registry[c] = func
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    from types import MappingProxyType, UnionType
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = found.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            f = self.dispatcher.dispatch(args[0].__class__)
            return f.__get__(obj, cls)(*args, **kwargs)
        update_wrapper(method, self.func)
        method.register = self.register
        return method
