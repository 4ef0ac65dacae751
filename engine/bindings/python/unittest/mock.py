"""unittest.mock. Each mock has a class of its own, so that magic methods can be set for it alone."""
import asyncio
import builtins
import inspect
import sys
from contextlib import contextmanager

from unittest.util import safe_repr

__all__ = ("Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "ThreadingMock", "FILTER_DIR",
           "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal")
FILTER_DIR = True
_new = object.__new__
_missing = object()


class InvalidSpecError(Exception):
    pass


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"


class _Sentinel:
    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        if name not in self._sentinels:
            self._sentinels[name] = _SentinelObject(name)
        return self._sentinels[name]


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_deleted = sentinel.DELETED


class _ANY:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"

    __hash__ = None


ANY = _ANY()


def _is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _format_call(name, args, kwargs):
    return f"{name}({', '.join([repr(a) for a in args] + [f'{k}={v!r}' for k, v in kwargs.items()])})"


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return any(self[i:i + n] == value for i in range(len(self) - n + 1))

    def __repr__(self):
        return "[" + ", ".join(map(repr, list(self))) + "]"


class _Call(tuple):
    """A call: (name, args, kwargs), or (args, kwargs) where `_mock_two`."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        n = len(value)
        if n == 3:
            name, args, kwargs = value
        elif n == 2:
            first, second = value
            if isinstance(first, str):
                name = first
                args, kwargs = (second, {}) if isinstance(second, tuple) else ((), second)
            else:
                args, kwargs = first, second
        elif n == 1:
            value, = value
            if isinstance(value, str):
                name = value
            elif isinstance(value, tuple):
                args = value
            else:
                kwargs = value
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name, self._mock_parent, self._mock_from_kall = name, parent, from_kall

    def __eq__(self, other):
        try:
            n = len(other)
        except TypeError:
            return NotImplemented
        mine = ("", *self) if len(self) == 2 else tuple(self)
        mine_parent, other_parent = getattr(self, "_mock_parent", None), getattr(other, "_mock_parent", None)
        if mine_parent is not None and other_parent is not None and mine_parent != other_parent:
            return False
        other_name, args, kwargs = "", (), {}
        if n == 3:
            other_name, args, kwargs = other
        elif n == 2:
            first, second = other
            if isinstance(first, str):
                other_name = first
                args, kwargs = (second, {}) if isinstance(second, tuple) else ((), second)
            else:
                args, kwargs = first, second
        elif n == 1:
            value, = other
            if isinstance(value, str):
                other_name = value
            elif isinstance(value, tuple):
                args = value
            else:
                kwargs = value
        elif n:
            return False
        if mine[0] and other_name != mine[0]:
            return False
        return (args, kwargs) == (mine[1], mine[2])

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f"{self._mock_name}.{attr}", parent=self, from_kall=False)

    def __getattribute__(self, attr):
        # `call.count` and `call.index` are names like any other.
        if attr in ("count", "index"):
            raise AttributeError(attr)
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return "call" + name if name.startswith("()") else name
        if len(self) == 2:
            name, (args, kwargs) = "call", self
        else:
            name, args, kwargs = self
            name = "call" if not name else f"call.{name}" if not name.startswith("()") else f"call{name}"
        return _format_call(name, args, kwargs)

    def call_list(self):
        out, c = [], self
        while c is not None:
            if c._mock_from_kall:
                out.append(c)
            c = c._mock_parent
        return _CallList(reversed(out))


call = _Call(from_kall=False)


# Magic methods that a MagicMock has: what they give unless told otherwise.
def _identity_eq(self, other):
    value = self.__eq__._mock_return_value
    if value is not DEFAULT:
        return value
    return True if self is other else NotImplemented


def _identity_ne(self, other):
    if self.__ne__._mock_return_value is not DEFAULT:
        return DEFAULT
    return False if self is other else NotImplemented


def _iterate(self):
    value = self.__iter__._mock_return_value
    if value is DEFAULT:
        return iter([])
    return iter(value)


def _aiterate(self):
    value = self.__aiter__._mock_return_value
    return _AsyncIterator(iter([] if value is DEFAULT else value))


class _AsyncIterator:
    def __init__(self, items):
        self._items = items

    def __aiter__(self):
        return self

    async def __anext__(self):
        for item in self._items:
            return item
        raise StopAsyncIteration


_returns = {"__hash__": lambda m: object.__hash__(m), "__str__": lambda m: object.__str__(m), "__sizeof__": lambda m: object.__sizeof__(m),
            "__fspath__": lambda m: f"{type(m).__name__}/{m._extract_mock_name()}/{id(m)}"}
_values = {"__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented, "__int__": 1,
           "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0, "__bool__": True, "__index__": 1,
           "__aexit__": False}
_effects = {"__eq__": _identity_eq, "__ne__": _identity_ne, "__iter__": _iterate, "__aiter__": _aiterate}
_numbers = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow".split()
_numerics = {f"__{p}{n}__" for n in _numbers for p in ("", "i", "r")} | {"__divmod__", "__rdivmod__"}
_async_magics = {"__aenter__", "__aexit__", "__anext__", "__aiter__"}
_plain_magics = {f"__{n}__" for n in ("lt gt le ge int contains len enter exit complex float bool index hash str sizeof fspath eq ne iter getitem setitem "
                                      "delitem trunc floor ceil round neg pos abs invert").split()}
_magics = _plain_magics | _numerics | _async_magics
_settable = _magics | {f"__{n}__" for n in "get set delete reversed missing reduce reduce_ex getinitargs getnewargs getstate setstate getformat repr dir "
                                           "subclasses format getnewargs_ex anext call".split()}
_not_default = {f"__{n}__" for n in "get set delete reversed missing reduce reduce_ex getstate setstate repr dir format anext".split()}
_defaults = (_magics - _not_default) - {f"__r{n}__" for n in _numbers} - {"__rdivmod__", "__divmod__"} | {"__divmod__", "__rdivmod__"} | {f"__r{n}__" for n in _numbers}


def _is_magic(name):
    return name[:2] == "__" == name[-2:]


class _Magic:
    """On the class of a MagicMock: makes the mock of a magic method when somebody asks for it."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        name = self.name
        made = obj.__dict__.get("_mock_magics")
        if made is None:
            made = obj.__dict__["_mock_magics"] = {}
        m = made.get(name)
        if m is None:
            m = made[name] = obj._get_child_mock(name=name, _new_name=name, _new_parent=obj)
            if name in _values:
                m.return_value = _values[name]
            elif name in _returns:
                m.return_value = _returns[name](obj)
            elif name in _effects:
                effect = _effects[name]
                m.side_effect = lambda *args: effect(obj, *args)
            elif name in ("__lt__",):
                m.return_value = NotImplemented
        return m

    def __set__(self, obj, value):
        obj.__dict__.setdefault("_mock_magics", {})[self.name] = value


_magic_descriptors = {name: _Magic(name) for name in _defaults}


def _set_magic(mock, name, value):
    cls = type(mock)
    if isinstance(value, NonCallableMock):
        _check_and_set_parent(mock, value, None, name)
        setattr(cls, name, property(lambda self: value) if False else _Bound(value))
    elif callable(value) and not isinstance(value, type):
        setattr(cls, name, lambda self, *args, **kw: value(self, *args, **kw))
    else:
        setattr(cls, name, value)
    mock.__dict__.setdefault("_mock_children", {})[name] = value


class _Bound:
    """A mock as a method that is not given its object."""

    def __init__(self, value):
        self.value = value

    def __get__(self, obj, cls=None):
        return self.value


def _spec_class_of(spec):
    return spec if isinstance(spec, type) else type(spec)


def _spec_asyncs(spec, names):
    out = []
    for attr in names:
        static = inspect.getattr_static(spec, attr, None) if hasattr(inspect, "getattr_static") else getattr(spec, attr, None)
        if isinstance(static, (staticmethod, classmethod)):
            static = static.__func__
        if isinstance(static, property):
            continue
        if inspect.iscoroutinefunction(static):
            out.append(attr)
    return out


def _signature_of(spec, as_instance=False, skip_first=False):
    """What a call of `spec` must fit; None where that is not known."""
    try:
        if isinstance(spec, type) and not as_instance:
            init = spec.__init__
            if not hasattr(init, "__code__"):
                new = spec.__new__
                if not hasattr(new, "__code__"):
                    return None
                init = new
            sig = inspect.signature(init)
            return sig.replace(parameters=list(sig.parameters.values())[1:])
        if isinstance(spec, type) or not hasattr(spec, "__code__") and not isinstance(spec, (type(_signature_of),)) and not inspect.ismethod(spec):
            func = getattr(_spec_class_of(spec), "__call__", None)
            if not hasattr(func, "__code__"):
                return None
            sig = inspect.signature(func)
            return sig.replace(parameters=list(sig.parameters.values())[1:])
        sig = inspect.signature(spec)
        if skip_first:
            sig = sig.replace(parameters=list(sig.parameters.values())[1:])
        return sig
    except (TypeError, ValueError):
        return None


def _check_and_set_parent(parent, value, name, new_name):
    if not isinstance(value, NonCallableMock):
        return False
    d = value.__dict__
    if d.get("_mock_name") or d.get("_mock_new_name") or d.get("_mock_parent") is not None or d.get("_mock_new_parent") is not None:
        return False
    p = parent
    while p is not None:
        if p is value:
            return False
        p = p._mock_new_parent
    if new_name:
        d["_mock_new_parent"], d["_mock_new_name"] = parent, new_name
    if name:
        d["_mock_parent"], d["_mock_name"] = parent, name
    return True


def _delegating(name):
    hidden = "_mock_" + name

    def get(self):
        return self.__dict__[hidden]

    def set(self, value):
        self.__dict__[hidden] = value
    return property(get, set)


class Base:
    _mock_return_value = DEFAULT
    _mock_side_effect = None

    def __init__(self, /, *args, **kwargs):
        pass


class NonCallableMock(Base):
    def __new__(cls, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="", _new_parent=None, _spec_as_instance=False,
                _eat_self=None, unsafe=False, **kwargs):
        bases = (cls,)
        namespace = {"__doc__": cls.__doc__, "__module__": cls.__module__}
        wanted = spec_set if spec_set is not None else spec
        if not issubclass(cls, AsyncMockMixin) and wanted is not None and not isinstance(wanted, (list, tuple)) and inspect.iscoroutinefunction(wanted):
            bases = (AsyncMockMixin, cls)
        if issubclass(cls, MagicMixin):
            if wanted is None:
                namespace.update(_magic_descriptors)
            else:
                names = wanted if isinstance(wanted, (list, tuple)) else dir(wanted)
                have = set(names) | {"__hash__", "__str__", "__eq__", "__ne__", "__sizeof__"}
                namespace.update({n: d for n, d in _magic_descriptors.items() if n in have})
        made = type(cls.__name__, bases, namespace)
        made.__qualname__ = cls.__qualname__
        return _new(made)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="", _new_parent=None,
                 _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        if _new_parent is None:
            _new_parent = parent
        d = self.__dict__
        d["_mock_parent"], d["_mock_name"], d["_mock_new_name"], d["_mock_new_parent"] = parent, name, _new_name, _new_parent
        d["_mock_sealed"] = False
        if spec_set is not None:
            spec, spec_set = spec_set, True
        d["_mock_eat_self"] = parent is not None if _eat_self is None else _eat_self
        self._mock_add_spec(spec, spec_set, _spec_as_instance, d["_mock_eat_self"])
        d["_mock_children"] = {}
        d["_mock_wraps"] = wraps
        d["_mock_delegate"] = None
        d["_mock_called"], d["_mock_call_args"], d["_mock_call_count"] = False, None, 0
        d["_mock_call_args_list"], d["_mock_mock_calls"], d["method_calls"] = _CallList(), _CallList(), _CallList()
        d["_mock_unsafe"] = unsafe
        if kwargs:
            self.configure_mock(**kwargs)
        super().__init__()

    called = _delegating("called")
    call_count = _delegating("call_count")
    call_args = _delegating("call_args")
    call_args_list = _delegating("call_args_list")
    mock_calls = _delegating("mock_calls")

    def attach_mock(self, mock, attribute):
        d = mock.__dict__
        d["_mock_parent"] = d["_mock_new_parent"] = None
        d["_mock_name"], d["_mock_new_name"] = "", None
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    def _mock_add_spec(self, spec, spec_set, _spec_as_instance=False, _eat_self=False):
        cls = sig = None
        asyncs = []
        if spec is not None and isinstance(spec, NonCallableMock) and spec_set is not None and False:
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        methods = spec
        if spec is not None and not isinstance(spec, (list, tuple)):
            cls = _spec_class_of(spec)
            sig = _signature_of(spec, _spec_as_instance, _eat_self)
            methods = dir(spec)
            asyncs = _spec_asyncs(spec, methods)
        d = self.__dict__
        d["_spec_class"], d["_spec_set"], d["_spec_signature"], d["_mock_methods"], d["_spec_asyncs"] = cls, spec_set, sig, methods, asyncs

    @property
    def return_value(self):
        value = self._mock_return_value
        if value is DEFAULT and self.__dict__.get("_mock_wraps") is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return_value"] = value
        _check_and_set_parent(self, value, None, "()")

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    @property
    def side_effect(self):
        return self._mock_side_effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            value = iter(value)
        self.__dict__["_mock_side_effect"] = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        d = self.__dict__
        d["_mock_called"], d["_mock_call_args"], d["_mock_call_count"] = False, None, 0
        d["_mock_mock_calls"], d["_mock_call_args_list"], d["method_calls"] = _CallList(), _CallList(), _CallList()
        if return_value:
            d["_mock_return_value"] = DEFAULT
        if side_effect:
            d["_mock_side_effect"] = None
        for child in [*d["_mock_children"].values(), *d.get("_mock_magics", {}).values()]:
            if isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        ret = self._mock_return_value
        if isinstance(ret, NonCallableMock) and ret is not self:
            ret.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        for arg, value in sorted(kwargs.items(), key=lambda entry: entry[0].count(".")):
            *path, last = arg.split(".")
            obj = self
            for name in path:
                obj = getattr(obj, name)
            setattr(obj, last, value)

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_unsafe"):
            raise AttributeError(name)
        d = self.__dict__
        methods = d.get("_mock_methods")
        if methods is not None:
            if name not in methods or name in _settable:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif _is_magic(name):
            raise AttributeError(name)
        if not d["_mock_unsafe"] and (methods is None or name not in methods):
            if name.startswith(("assert", "assret", "asert", "aseert", "assrt")) or name in _misspelt:
                raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.")
        children = d["_mock_children"]
        result = children.get(name)
        if result is _deleted:
            raise AttributeError(name)
        if result is None:
            wraps = d["_mock_wraps"]
            if wraps is not None:
                wraps = getattr(wraps, name)
            result = children[name] = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
        elif isinstance(result, _SpecState):
            try:
                result = create_autospec(result.spec, result.spec_set, result.instance, result.parent, result.name)
            except InvalidSpecError:
                raise
            children[name] = result
        return result

    def _extract_mock_name(self):
        names = [self._mock_new_name]
        parent = self._mock_new_parent
        dot = "" if names == ["()"] else "."
        last = self
        while parent is not None:
            last = parent
            names.append(parent._mock_new_name + dot)
            dot = "" if parent._mock_new_name == "()" else "."
            parent = parent._mock_new_parent
        first = last._mock_name or "mock"
        if len(names) > 1 and names[-2] not in ("()", "()."):
            first += "."
        names[-1] = first
        return "".join(reversed(names))

    def __repr__(self):
        name = self._extract_mock_name()
        shown = "" if name in ("mock", "mock.") else f" name={name!r}"
        spec = ""
        if self._spec_class is not None:
            spec = f" {'spec_set' if self._spec_set else 'spec'}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    def __dir__(self):
        extras = self._mock_methods or []
        children = [name for name, value in self._mock_children.items() if value is not _deleted]
        names = [n for n in dir(type(self)) if not n.startswith("_") or _is_magic(n)] if FILTER_DIR else dir(type(self))
        mine = [n for n in self.__dict__ if not n.startswith("_")]
        return sorted({*extras, *names, *mine, *children})

    def __setattr__(self, name, value):
        if name in ("return_value", "side_effect", "called", "call_count", "call_args", "call_args_list", "mock_calls", "await_count", "await_args",
                    "await_args_list", "method_calls") or name[:6] == "_mock_" or name in self.__dict__:
            return object.__setattr__(self, name, value)
        methods = self._mock_methods
        if self._spec_set and methods is not None and name not in methods:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in ("__getattr__", "__setattr__", "__delattr__", "__init__", "__new__", "__prepare__", "__instancecheck__", "__subclasscheck__", "__del__"):
            raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
        if name in _settable:
            if methods is not None and name not in methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            return _set_magic(self, name, value)
        if name == "__class__":
            self.__dict__["_spec_class"] = value
            return
        if _check_and_set_parent(self, value, name, name):
            self._mock_children[name] = value
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        if isinstance(value, PropertyMock):
            return object.__setattr__(self, name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _settable and name in type(self).__dict__:
            delattr(type(self), name)
            return
        obj = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif obj is _deleted:
            raise AttributeError(name)
        if obj is not _missing:
            del self._mock_children[name]
        self._mock_children[name] = _deleted

    def _format_mock_call_signature(self, args, kwargs):
        return _format_call(self._mock_name or "mock", args, kwargs)

    def _format_mock_failure_message(self, args, kwargs, action="call"):
        return (f"expected {action} not found.\nExpected: {self._format_mock_call_signature(args, kwargs)}\n"
                f"  Actual: {self._format_mock_call_signature(*(self.call_args if action == 'call' else self.await_args))}")

    def _get_call_signature_from_name(self, name):
        if not name:
            return self._spec_signature
        sig, children = None, self._mock_children
        for part in name.replace("()", "").split("."):
            child = children.get(part)
            if child is None or not isinstance(child, NonCallableMock):
                return None
            children, sig = child._mock_children, child._spec_signature
        return sig

    def _call_matcher(self, c):
        """The call as the signature (of a spec) binds it, so that a name and a place count as the same."""
        if isinstance(c, tuple) and len(c) > 2:
            sig = self._get_call_signature_from_name(c[0])
        else:
            sig = self._spec_signature
        if sig is None:
            return c
        name, args, kwargs = ("", *c) if len(c) == 2 else c
        try:
            bound = sig.bind(*args, **kwargs)
            return call(name, bound.args, bound.kwargs)
        except TypeError as e:
            return e.with_traceback(None)

    def _calls_repr(self, prefix="Calls"):
        return f"\n{prefix}: {safe_repr(self.mock_calls)}." if self.mock_calls else ""

    def _name(self):
        return self._mock_name or "mock"

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected '{self._name()}' to not have been called. Called {self.call_count} times.{self._calls_repr()}")

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._name()}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name()}' to have been called once. Called {self.call_count} times.{self._calls_repr()}")

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {self._format_mock_call_signature(args, kwargs)}\n  Actual: not called.")
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        actual = self._call_matcher(self.call_args)
        if actual != expected:
            raise AssertionError(self._format_mock_failure_message(args, kwargs)) from (expected if isinstance(expected, Exception) else None)

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name()}' to be called once. Called {self.call_count} times.{self._calls_repr()}")
        return self.assert_called_with(*args, **kwargs)

    def assert_has_calls(self, calls, any_order=False):
        expected = [self._call_matcher(c) for c in calls]
        cause = next((e for e in expected if isinstance(e, Exception)), None)
        every = _CallList(self._call_matcher(c) for c in self.mock_calls)
        if not any_order:
            if expected not in every:
                problem = "Calls not found." if cause is None else f"Error processing expected calls.\nErrors: {[e if isinstance(e, Exception) else None for e in expected]}"
                raise AssertionError(f"{problem}\nExpected: {_CallList(calls)}{self._calls_repr('  Actual').rstrip('.')}") from cause
            return
        every = list(every)
        missing = []
        for c in expected:
            try:
                every.remove(c)
            except ValueError:
                missing.append(c)
        if missing:
            raise AssertionError(f"{self._name()!r} does not contain all of {tuple(missing)!r} in its call list, found {every!r} instead") from cause

    def assert_any_call(self, /, *args, **kwargs):
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        if cause or expected not in [self._call_matcher(c) for c in self.call_args_list]:
            raise AssertionError(f"{self._format_mock_call_signature(args, kwargs)} call not found") from cause

    def _get_child_mock(self, /, **kw):
        if self._mock_sealed:
            attribute = f".{kw['name']}" if "name" in kw else "()"
            raise AttributeError(self._extract_mock_name() + attribute)
        name = kw.get("_new_name")
        if name in self.__dict__["_spec_asyncs"]:
            return AsyncMock(**kw)
        cls = self._kind()
        if name in ("__aenter__", "__aexit__", "__anext__") and issubclass(cls, MagicMixin):
            return AsyncMock(**kw)
        if issubclass(cls, AsyncMock):
            # A method of a class that an AsyncMock stands for is a coroutine function where it is one there.
            if name in _plain_magics or name in _numerics or name == "__aiter__" or self._mock_methods and name in self._mock_methods:
                cls = MagicMock
        elif not issubclass(cls, CallableMixin):
            cls = MagicMock if issubclass(cls, NonCallableMagicMock) else Mock
        return cls(**kw)

    def _kind(self):
        return type(self).__mro__[1] if type(self).__mro__[1] is not AsyncMockMixin else type(self).__mro__[2]


_misspelt = {"called_once", "called_once_with", "called_with", "has_calls", "not_called", "any_call", "awaited"} - {"called_with"} | {"called_with"}


class CallableMixin(Base):
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, **kwargs):
        self.__dict__["_mock_return_value"] = DEFAULT
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        if return_value is not DEFAULT:
            self.return_value = return_value
        self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        check = self.__dict__.get("_mock_check")
        if check is not None:
            check(*args, **kwargs)
        self._increment_mock_call(args, kwargs)
        return self._execute_mock_call(args, kwargs)

    def _increment_mock_call(self, args, kwargs):
        d = self.__dict__
        d["_mock_called"] = True
        d["_mock_call_count"] += 1
        c = _Call((args, kwargs), two=True)
        d["_mock_call_args"] = c
        d["_mock_call_args_list"].append(c)
        as_method = d["_mock_parent"] is not None
        method_name, name = d["_mock_name"], d["_mock_new_name"]
        is_call = name == "()"
        d["_mock_mock_calls"].append(_Call(("", args, kwargs)))
        parent = d["_mock_new_parent"]
        while parent is not None:
            p = parent.__dict__
            if as_method:
                p["method_calls"].append(_Call((method_name, args, kwargs)))
                as_method = p["_mock_parent"] is not None
                if as_method:
                    method_name = p["_mock_name"] + "." + method_name
            p["_mock_mock_calls"].append(_Call((name, args, kwargs)))
            if p["_mock_new_name"]:
                dot = "" if is_call else "."
                is_call = p["_mock_new_name"] == "()"
                name = p["_mock_new_name"] + dot + name
            parent = p["_mock_new_parent"]

    def _execute_mock_call(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
            if not callable(effect):
                return self.return_value
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    pass


class MagicMixin(Base):
    pass


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    pass


class MagicMock(MagicMixin, Mock):
    def reset_mock(self, /, *args, return_value=False, **kwargs):
        super().reset_mock(*args, return_value=return_value, **kwargs)


class _AsyncCode:
    """Enough of a code object for who asks whether this is a coroutine function."""
    co_flags = inspect.CO_COROUTINE
    co_varnames = ("args", "kwargs")
    co_argcount = co_kwonlyargcount = 0


class AsyncMockMixin(Base):
    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        d = self.__dict__
        inspect.markcoroutinefunction(self)
        d["_mock_await_count"], d["_mock_await_args"], d["_mock_await_args_list"] = 0, None, _CallList()
        d["__code__"] = _AsyncCode()
        d["__name__"], d["__defaults__"], d["__kwdefaults__"], d["__annotations__"] = "AsyncMock", (), {}, None

    await_count = _delegating("await_count")
    await_args = _delegating("await_args")
    await_args_list = _delegating("await_args_list")

    async def _execute_mock_call(self, args, kwargs):
        c = _Call((args, kwargs), two=True)
        d = self.__dict__
        d["_mock_await_count"] += 1
        d["_mock_await_args"] = c
        d["_mock_await_args_list"].append(c)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration from None
                if _is_exception(result):
                    raise result
            elif inspect.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            if inspect.iscoroutinefunction(self._mock_wraps):
                return await self._mock_wraps(*args, **kwargs)
            return self._mock_wraps(*args, **kwargs)
        return self.return_value

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError(f"Expected {self._name()} to have been awaited.")

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._name()} to have been awaited once. Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError(f"Expected await: {self._format_mock_call_signature(args, kwargs)}\nNot awaited")
        if self._call_matcher(self.await_args) != self._call_matcher(_Call((args, kwargs), two=True)):
            raise AssertionError(self._format_mock_failure_message(args, kwargs, "await"))

    def assert_awaited_once_with(self, /, *args, **kwargs):
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._name()} to have been awaited once. Awaited {self.await_count} times.")
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        if expected not in [self._call_matcher(c) for c in self.await_args_list]:
            raise AssertionError(f"{self._format_mock_call_signature(args, kwargs)} await not found")

    def assert_has_awaits(self, calls, any_order=False):
        expected = [self._call_matcher(c) for c in calls]
        every = _CallList(self._call_matcher(c) for c in self.await_args_list)
        if not any_order:
            if expected not in every:
                raise AssertionError(f"Awaits not found.\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}")
            return
        every, missing = list(every), []
        for c in expected:
            try:
                every.remove(c)
            except ValueError:
                missing.append(c)
        if missing:
            raise AssertionError(f"{tuple(missing)!r} not all found in await list")

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f"Expected {self._name()} to not have been awaited. Awaited {self.await_count} times.")

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        d = self.__dict__
        d["_mock_await_count"], d["_mock_await_args"], d["_mock_await_args_list"] = 0, None, _CallList()


class AsyncMagicMixin(MagicMixin):
    pass


class AsyncMock(AsyncMockMixin, AsyncMagicMixin, Mock):
    pass


class PropertyMock(Mock):
    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


class ThreadingMock(MagicMock):
    def __init__(self, *args, **kwargs):
        raise NotImplementedError("unittest.mock.ThreadingMock is not supported here")


class _SpecState:
    def __init__(self, spec, spec_set=False, parent=None, name=None, ids=None, instance=False):
        self.spec, self.spec_set, self.parent, self.instance, self.name = spec, spec_set, parent, instance, name


def _checking(mock, sig):
    def check(*args, **kwargs):
        sig.bind(*args, **kwargs)
    mock.__dict__["_mock_check"] = check


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock that has what `spec` has and takes what it takes."""
    if isinstance(spec, (list, tuple)):
        spec = type(spec)
    is_type = isinstance(spec, type)
    if isinstance(spec, NonCallableMock):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    is_function = inspect.isfunction(spec) or inspect.ismethod(spec) or inspect.isbuiltin(spec)
    is_async = inspect.iscoroutinefunction(spec)
    options = {"spec_set": spec} if spec_set else {"spec": spec} if spec is not None else {}
    if kwargs and instance:
        pass
    if is_async:
        Klass = AsyncMock
    elif not callable(spec) or is_type and instance and not hasattr(spec, "__call__") or is_type and instance and "__call__" not in _all_names(spec):
        Klass = NonCallableMagicMock
    else:
        Klass = MagicMock
    if spec is None:
        options = {}
    name = options.pop("name", _name)
    mock = Klass(parent=_parent, _new_parent=_parent, _new_name=_name or "", name=name, unsafe=unsafe, _spec_as_instance=instance, **options)
    sig = _signature_of(spec, instance, False)
    if sig is not None:
        _checking(mock, sig)
        mock.__dict__["_spec_signature"] = sig
    if kwargs:
        mock.configure_mock(**kwargs)
    if is_function:
        result = _function_for(spec, mock, sig, is_async)
        if _parent is not None and not instance:
            _parent._mock_children[_name] = mock
        target = mock
    else:
        result = target = mock
    if is_type and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=mock)
    if is_function:
        return result
    for entry in dir(spec):
        if _is_magic(entry):
            continue
        try:
            original = getattr(spec, entry)
        except AttributeError:
            continue
        child = {"spec": original}
        if inspect.isfunction(original) or inspect.ismethod(original) or inspect.isbuiltin(original) or inspect.ismethoddescriptor(original):
            skip_first = _skips_first(spec, entry, is_type, instance)
            cls = AsyncMock if inspect.iscoroutinefunction(original) else MagicMock
            made = cls(parent=mock, name=entry, _new_name=entry, _new_parent=mock, spec=original)
            made.__dict__["_spec_signature"] = None
            sig = _signature_of(original, False, skip_first)
            if sig is not None:
                _checking(made, sig)
                made.__dict__["_spec_signature"] = sig
            mock._mock_children[entry] = made
        elif isinstance(original, type) or callable(original):
            mock._mock_children[entry] = _SpecState(original, spec_set, mock, entry, instance=False)
        else:
            made = NonCallableMagicMock(parent=mock, name=entry, _new_name=entry, _new_parent=mock, spec=original)
            mock._mock_children[entry] = made
    return result


def _all_names(cls):
    return {name for c in cls.__mro__ for name in c.__dict__}


def _skips_first(spec, entry, is_type, instance):
    cls = spec if isinstance(spec, type) else type(spec)
    for c in cls.__mro__:
        found = c.__dict__.get(entry)
        if found is not None:
            if isinstance(found, (staticmethod, classmethod)):
                return False
            return inspect.isfunction(found) and is_type and instance
    return False


def _function_for(spec, mock, sig, is_async):
    """A real function in front of the mock, as create_autospec gives for functions."""
    if is_async:
        async def funcopy(*args, **kwargs):
            return await mock(*args, **kwargs)
    else:
        def funcopy(*args, **kwargs):
            return mock(*args, **kwargs)
    name = spec.__name__
    funcopy.__name__ = name if name.isidentifier() else "funcopy"
    funcopy.__qualname__ = getattr(spec, "__qualname__", name)
    funcopy.__doc__, funcopy.__module__ = spec.__doc__, getattr(spec, "__module__", None)
    if sig is not None:
        funcopy.__signature__ = sig
    funcopy.mock = mock
    mock.__dict__["_mock_name"] = mock.__dict__["_mock_name"] or name
    for attr in dir(mock):
        if attr.startswith("assert_") or attr == "reset_mock":
            setattr(funcopy, attr, getattr(mock, attr))
    _Facade(funcopy, mock)
    return funcopy


def _Facade(funcopy, mock):
    # The counters of a function are its mock's; functions have no properties, so they are brought up to date by each call.
    names = ["called", "call_count", "call_args", "call_args_list", "method_calls", "mock_calls"]
    if hasattr(mock, "await_count"):
        names += ["await_count", "await_args", "await_args_list"]

    def update():
        for name in names:
            setattr(funcopy, name, getattr(mock, name))
    update()
    funcopy.return_value = mock.return_value
    funcopy.side_effect = mock.side_effect
    before = type(mock)._increment_mock_call

    def counted(self, args, kwargs):
        self.side_effect = funcopy.side_effect
        if funcopy.return_value is not self.__dict__.get("_mock_return_value"):
            self.return_value = funcopy.return_value
        before(self, args, kwargs)
        update()
    type(mock)._increment_mock_call = counted
    if hasattr(mock, "await_count"):
        execute = type(mock)._execute_mock_call

        async def awaited(self, args, kwargs):
            try:
                return await execute(self, args, kwargs)
            finally:
                update()
        type(mock)._execute_mock_call = awaited


class _Patch:
    attribute_name = None
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter, self.attribute, self.new, self.new_callable, self.spec = getter, attribute, new, new_callable, spec
        self.create, self.has_local, self.spec_set, self.autospec, self.kwargs = create, False, spec_set, autospec, kwargs
        self.additional_patchers = []
        self.is_started = False
        self.unsafe = unsafe

    def copy(self):
        patcher = _Patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable, self.kwargs)
        patcher.attribute_name = self.attribute_name
        patcher.additional_patchers = [p.copy() for p in self.additional_patchers]
        return patcher

    def __call__(self, func):
        if isinstance(func, type):
            return self.decorate_class(func)
        if inspect.iscoroutinefunction(func):
            return self.decorate(func, True)
        return self.decorate(func, False)

    def decorate_class(self, cls):
        for attr in dir(cls):
            if not attr.startswith(patch.TEST_PREFIX):
                continue
            value = getattr(cls, attr)
            if hasattr(value, "__call__"):
                setattr(cls, attr, self.copy()(value))
        return cls

    @contextmanager
    def decoration_helper(self, patched, args, keywargs):
        from contextlib import ExitStack
        extra = []
        with ExitStack() as stack:
            for patching in patched.patchings:
                arg = stack.enter_context(patching)
                if patching.attribute_name is not None:
                    keywargs.update(arg)
                elif patching.new is DEFAULT:
                    extra.append(arg)
            yield args + tuple(extra), keywargs

    def decorate(self, func, is_async):
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func
        from functools import wraps
        if is_async:
            @wraps(func)
            async def patched(*args, **keywargs):
                with self.decoration_helper(patched, args, keywargs) as (newargs, newkeywargs):
                    return await func(*newargs, **newkeywargs)
        else:
            @wraps(func)
            def patched(*args, **keywargs):
                with self.decoration_helper(patched, args, keywargs) as (newargs, newkeywargs):
                    return func(*newargs, **newkeywargs)
        patched.patchings = [self]
        return patched

    def get_original(self):
        target, name = self.getter(), self.attribute
        original, local = DEFAULT, False
        try:
            original = target.__dict__[name]
            local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        if name in dir(builtins) and inspect.ismodule(target):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, local

    def __enter__(self):
        if self.is_started:
            raise RuntimeError("Patch is already started")
        new, spec, spec_set, autospec, kwargs = self.new, self.spec, self.spec_set, self.autospec, self.kwargs
        if spec is False:
            spec = None
        if spec_set is False:
            spec_set = None
        if autospec is False:
            autospec = None
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        self.target = self.getter()
        original, local = self.get_original()
        if new is DEFAULT and autospec is None:
            inherit = False
            if spec is True:
                spec = original
                if spec_set is True:
                    spec_set, spec = original, None
            elif spec is not None and spec_set is True:
                spec_set, spec = spec, None
            elif spec_set is True:
                spec_set = original
            if spec is not None or spec_set is not None:
                if original is DEFAULT:
                    raise TypeError("Can't use 'spec' with create=True")
                inherit = isinstance(original, type)
            this = spec_set if spec_set is not None else spec
            if self.new_callable is not None:
                Klass = self.new_callable
            elif this is None and inspect.iscoroutinefunction(original):
                Klass = AsyncMock
            elif this is not None:
                methods = this if isinstance(this, (list, tuple)) else dir(this)
                callable_ = "__call__" in methods if isinstance(this, (list, tuple)) else callable(this)
                Klass = AsyncMock if inspect.iscoroutinefunction(this) else MagicMock if callable_ else NonCallableMagicMock
            else:
                Klass = MagicMock
            options = {}
            if spec is not None:
                options["spec"] = spec
            if spec_set is not None:
                options["spec_set"] = spec_set
            if isinstance(Klass, type) and issubclass(Klass, NonCallableMock) and self.attribute:
                options["name"] = self.attribute
            options.update(kwargs)
            new = Klass(**options)
            if inherit and isinstance(new, NonCallableMock):
                options.pop("name", None)
                new.return_value = type(new).__mro__[1](_new_parent=new, _new_name="()", **options)
        elif autospec is not None:
            if new is not DEFAULT:
                raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
            if original is DEFAULT:
                raise TypeError("Can't use 'autospec' with create=True")
            new = create_autospec(original if autospec is True else autospec, spec_set=bool(spec_set), _name=self.attribute, **kwargs)
        elif kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original, self.is_local = original, local
        self.is_started = True
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is not None:
                out = {}
                if self.new is DEFAULT:
                    out[self.attribute_name] = new
                from contextlib import ExitStack
                self._exit_stack = ExitStack()
                for patching in self.additional_patchers:
                    arg = self._exit_stack.enter_context(patching)
                    if patching.new is DEFAULT:
                        out.update(arg)
                return out
            return new
        except:
            if not self.__exit__(*sys.exc_info()):
                raise

    def __exit__(self, *exc):
        if not self.is_started:
            return
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target
        self.is_started = False
        stack = self.__dict__.pop("_exit_stack", None)
        if stack is not None:
            return stack.__exit__(*exc)

    def start(self):
        result = self.__enter__()
        self._active_patches.append(self)
        return result

    def stop(self):
        try:
            self._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _importer(target):
    parts = target.split(".")
    path = parts.pop(0)
    thing = __import__(path)
    for part in parts:
        path += "." + part
        try:
            thing = getattr(thing, part)
        except AttributeError:
            __import__(path)
            thing = getattr(thing, part)
    return thing


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    try:
        path, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}") from None
    return _Patch(lambda: _importer(path), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    if isinstance(target, str):
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _Patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter = (lambda: _importer(target)) if isinstance(target, str) else lambda: target
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    first = None
    for attribute, new in kwargs.items():
        patcher = _Patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        patcher.attribute_name = attribute
        if first is None:
            first = patcher
        else:
            first.additional_patchers.append(patcher)
    return first


class _patch_dict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, dict(values), clear
        self.values.update(kwargs)

    def __call__(self, f):
        if isinstance(f, type):
            for attr in dir(f):
                value = getattr(f, attr)
                if attr.startswith(patch.TEST_PREFIX) and hasattr(value, "__call__"):
                    setattr(f, attr, _patch_dict(self.in_dict, self.values, self.clear)(value))
            return f
        from functools import wraps
        if inspect.iscoroutinefunction(f):
            @wraps(f)
            async def inner(*args, **kw):
                with self:
                    return await f(*args, **kw)
        else:
            @wraps(f)
            def inner(*args, **kw):
                with self:
                    return f(*args, **kw)
        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _importer(self.in_dict)
        d = self.in_dict
        self._original = dict(d.items()) if hasattr(d, "items") else {k: d[k] for k in d}
        if self.clear:
            for key in list(d):
                del d[key]
        for key, value in self.values.items():
            d[key] = value
        return d

    def __exit__(self, *args):
        d = self.in_dict
        for key in list(d):
            del d[key]
        for key, value in self._original.items():
            d[key] = value
        return False

    def start(self):
        result = self.__enter__()
        _Patch._active_patches.append(self)
        return result

    def stop(self):
        try:
            _Patch._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _patch_stopall():
    for p in reversed(_Patch._active_patches[:]):
        p.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _patch_stopall
patch.TEST_PREFIX = "test"


def mock_open(mock=None, read_data=""):
    import io
    make = io.StringIO if isinstance(read_data, str) else io.BytesIO
    if mock is None:
        mock = MagicMock(name="open")
    handle = MagicMock()
    state = [make(read_data)]
    handle.__enter__.return_value = handle
    handle.__exit__.side_effect = lambda *args: handle.close() and None
    handle.read.side_effect = lambda *args: state[0].read(*args)
    handle.readline.side_effect = lambda *args: state[0].readline(*args)
    handle.readlines.side_effect = lambda *args: state[0].readlines(*args)
    handle.__iter__.side_effect = lambda: iter(state[0].readlines())

    def opened(*args, **kwargs):
        state[0] = make(read_data)
        return DEFAULT
    mock.side_effect = opened
    mock.return_value = handle
    return mock


def seal(mock):
    mock.__dict__["_mock_sealed"] = True
    for attr, m in list(mock._mock_children.items()):
        if isinstance(m, NonCallableMock) and not isinstance(m._mock_children.get(attr), _SpecState) and m._mock_new_parent is mock:
            seal(m)
    value = mock.__dict__.get("_mock_return_value")
    if isinstance(value, NonCallableMock) and value._mock_new_parent is mock:
        seal(value)
