# copy
class Error(Exception):
    pass


error = Error
_atomic = (int, float, bool, complex, str, bytes, type, range, type(None), type(...), type(NotImplemented), type(len), type(lambda: 0), property, slice)


def copy(x):
    cls = type(x)
    if cls in _atomic or isinstance(x, type) or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set, bytearray):
        return cls(x) if cls is not dict else dict(x)
    m = getattr(cls, "__copy__", None)
    if m is not None:
        return m(x)
    return _reconstruct(x, None)


def deepcopy(x, memo=None):
    if memo is None:
        memo = {}
    key = id(x)
    if key in memo:
        return memo[key]
    cls = type(x)
    if cls in _atomic or isinstance(x, type):
        return x
    m = getattr(cls, "__deepcopy__", None)
    if m is not None:
        y = m(x, memo)
    elif cls is list:
        y = memo[key] = []
        for v in x:
            y.append(deepcopy(v, memo))
    elif cls is dict:
        y = memo[key] = {}
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        items = [deepcopy(v, memo) for v in x]
        if key in memo:
            return memo[key]
        y = x if all(a is b for a, b in zip(items, x)) else tuple(items)
    elif cls in (set, frozenset):
        y = cls([deepcopy(v, memo) for v in x])
    elif cls is bytearray:
        y = bytearray(x)
    else:
        y = _reconstruct(x, memo)
    if y is not x:
        memo[key] = y
        memo.setdefault(id(memo), []).append(x)
    return y


_function = type(lambda: 0)


def _rebuilt(x, reduced, memo, deep):
    # What a class's own __reduce__ tells: a function, its arguments, a state, items, pairs.
    if isinstance(reduced, str):
        return x
    make, args, state, items, pairs = (*reduced, None, None, None)[:5]
    y = make(*[deep(v) for v in args])
    if memo is not None:
        memo[id(x)] = y
    if state is not None:
        state = deep(state)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            state, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
            if state is not None:
                y.__dict__.update(state)
            for name, value in (slots or {}).items():
                setattr(y, name, value)
    for v in items or ():
        y.append(deep(v))
    for k, v in pairs or ():
        y[deep(k)] = deep(v)
    return y


def _reconstruct(x, memo):
    cls = type(x)
    name = f"{cls.__module__}.{cls.__qualname__}".removeprefix("builtins.")
    if name in ("generator", "coroutine", "async_generator", "module", "_asyncio.Future", "_asyncio.Task"):
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    deep = (lambda v: deepcopy(v, memo)) if memo is not None else (lambda v: v)
    own = [getattr(c, name) for c in cls.__mro__ if c is not object for name in ("__reduce_ex__", "__reduce__") if name in c.__dict__]
    if own and isinstance(own[0], _function):
        return _rebuilt(x, x.__reduce_ex__(4), memo, deep)
    if hasattr(cls, "__reduce_ex__") and isinstance(x, BaseException):
        y = cls.__new__(cls, *x.args)
        y.args = deep(x.args)
    elif hasattr(cls, "__getnewargs__"):
        y = cls.__new__(cls, *deep(x.__getnewargs__()))
    elif isinstance(x, (list, set, dict)) or cls.__name__ == "deque":
        if cls.__name__ == "deque":
            y = cls((), x.maxlen)
        else:
            y = cls.__new__(cls)
        if memo is not None:
            memo[id(x)] = y
        if isinstance(x, dict):
            if hasattr(x, "default_factory"):
                y.default_factory = x.default_factory
            for k, v in x.items():
                dict.__setitem__(y, deep(k), deep(v))
        elif isinstance(x, set):
            y.update(deep(v) for v in x)
        else:
            y.extend(deep(v) for v in x)
    elif isinstance(x, (tuple, int, str, float, bytes)):
        y = cls.__new__(cls, x if not isinstance(x, tuple) else tuple(deep(v) for v in x))
    else:
        y = object.__new__(cls)
    if memo is not None:
        memo[id(x)] = y
    getstate = getattr(cls, "__getstate__", None)
    state = dict(getattr(x, "__dict__", {}))
    if getstate is not None and getstate is not getattr(object, "__getstate__", None):
        state = getstate(x)
    if hasattr(cls, "__setstate__"):
        y.__setstate__(deep(state))
    elif state:
        for k, v in state.items():
            y.__dict__[k] = deep(v)
    for c in cls.__mro__:
        slots = c.__dict__.get("__slots__", ())
        for s in (slots,) if isinstance(slots, str) else slots:
            if s not in ("__dict__", "__weakref__") and hasattr(x, s):
                object.__setattr__(y, s, deep(getattr(x, s)))
    return y


def replace(obj, /, **changes):
    func = getattr(type(obj), "__replace__", None)
    if func is None:
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return func(obj, **changes)
