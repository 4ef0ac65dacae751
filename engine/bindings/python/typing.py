# typing: enough to run annotations and to subclass what is made to be subclassed.
import collections
import collections.abc
import types
from abc import ABCMeta, abstractmethod
from _ap import TypeVar, ParamSpec, TypeVarTuple, TypeAliasType, frame_globals as _frame_globals
from types import GenericAlias, UnionType

TYPE_CHECKING = False
Union = UnionType


class _SpecialForm:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, params):
        if self._name == "Optional":
            if params is None or params is type(None):
                return type(None)
            return _Generic(Union, (params, type(None)), "Optional") if isinstance(params, str) else params | None
        if self._name == "Union":
            params = params if isinstance(params, tuple) else (params,)
            result = params[0]
            for p in params[1:]:
                result = result | p
            return result
        if self._name == "Annotated":
            return _Annotated(params[0], params[1:])
        return _Generic(self, params if isinstance(params, tuple) else (params,), self._name)

    def __or__(self, other):
        return _Generic(Union, (self, other), "Union")

    def __ror__(self, other):
        return _Generic(Union, (other, self), "Union")

    def __call__(self, *args, **kw):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        return ()


def _shown(t):
    if isinstance(t, type) and not isinstance(t, GenericAlias):
        return t.__qualname__ if t.__module__ == "builtins" else f"{t.__module__}.{t.__qualname__}"
    if t is ...:
        return "..."
    if isinstance(t, list):
        return "[" + ", ".join(map(_shown, t)) + "]"
    return repr(t)


class _Generic:
    # List[int], Callable[[int], str], MyGeneric[T]
    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        flat = []
        for a in args:
            a = type(None) if a is None else a
            flat.extend(a if isinstance(a, list) else [a])
        self.__args__ = tuple(flat)
        self._shown_args = args if name == "Literal" else tuple(type(None) if a is None else a for a in args)
        self._name = name

    @property
    def __parameters__(self):
        out = []
        for a in self.__args__:
            for p in ([a] if isinstance(a, (TypeVar, ParamSpec, TypeVarTuple)) else getattr(a, "__parameters__", ())):
                if p not in out:
                    out.append(p)
        return tuple(out)

    def __repr__(self):
        if self.__origin__ is Union:
            return " | ".join("None" if a is type(None) else _shown(a) for a in self.__args__)
        if self.__origin__ is collections.abc.Callable:
            *params, result = self._shown_args
            first = _shown(params[0]) if params and (isinstance(params[0], list) or params[0] is ...) else _shown(list(params))
            return f"typing.Callable[{first}, {_shown(result)}]"
        name = f"typing.{self._name}" if self._name else _shown(self.__origin__)
        return f"{name}[{', '.join(map(_shown, self._shown_args))}]"

    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        table = dict(zip(self.__parameters__, params))
        return _Generic(self.__origin__, tuple(table.get(a, a) for a in self.__args__), self._name)

    def __call__(self, *args, **kw):
        if self._name:
            if self.__origin__ in (collections.abc.Callable, Union) or isinstance(self.__origin__, _SpecialForm):
                raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__.lower()}() instead")
        made = self.__origin__(*args, **kw)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __mro_entries__(self, bases):
        if self.__origin__ is Generic or self.__origin__ is Protocol:
            if any(isinstance(b, _Generic) and b is not self and isinstance(b.__origin__, type) and issubclass(b.__origin__, Generic)
                   for b in bases):
                return () if self.__origin__ is Generic else (Protocol,)
            return (self.__origin__,)
        if self._name and Generic not in bases and self.__parameters__:
            return (self.__origin__, Generic)
        return (self.__origin__,)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __eq__(self, other):
        return isinstance(other, _Generic) and self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return _Generic(Union, (self, other), "Union")

    def __ror__(self, other):
        return _Generic(Union, (other, self), "Union")

    def __instancecheck__(self, obj):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


class _Annotated(_Generic):
    def __init__(self, origin, metadata):
        _Generic.__init__(self, origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def __repr__(self):
        return f"typing.Annotated[{_shown(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"


class _Alias(_SpecialForm):
    # typing.List and its like
    def __init__(self, origin, name):
        self.__origin__ = origin
        self._name = name

    def __getitem__(self, params):
        return _Generic(self.__origin__, params if isinstance(params, tuple) else (params,), self._name)

    def __call__(self, *args, **kw):
        raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


for _n in ("Optional", "ClassVar", "Final", "Literal", "Annotated", "NoReturn", "Never", "Self", "LiteralString", "Concatenate",
           "TypeAlias", "TypeGuard", "TypeIs", "Unpack", "Required", "NotRequired", "ReadOnly"):
    globals()[_n] = _SpecialForm(_n)
for _n, _o in {"List": list, "Dict": dict, "Set": set, "FrozenSet": frozenset, "Tuple": tuple, "Type": type, "Deque": collections.deque,
               "DefaultDict": collections.defaultdict, "OrderedDict": collections.OrderedDict, "Counter": collections.Counter,
               "ChainMap": collections.ChainMap}.items():
    globals()[_n] = _Alias(_o, _n)
for _n in ("Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable", "Iterator", "Generator",
           "Reversible", "Sized", "Container", "Callable", "Collection", "MutableSet", "Mapping", "MutableMapping", "MappingView",
           "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence"):
    globals()[_n] = _Alias(getattr(collections.abc, _n), _n)
AbstractSet = _Alias(collections.abc.Set, "AbstractSet")


def __getattr__(name):
    if name in ("ContextManager", "AsyncContextManager"):
        import contextlib
        return _Alias(getattr(contextlib, "Abstract" + name), name)
    raise AttributeError(f"module 'typing' has no attribute {name!r}")


ContextManager = _Alias(type("AbstractContextManager", (), {}), "ContextManager")
AsyncContextManager = _Alias(type("AbstractAsyncContextManager", (), {}), "AsyncContextManager")
Text = str
AnyStr = TypeVar("AnyStr", bytes, str)
T, KT, VT = TypeVar("T"), TypeVar("KT"), TypeVar("VT")


class Pattern:
    def __class_getitem__(cls, item): return cls


class Match(Pattern): pass
class IO(Pattern): pass
class TextIO(IO): pass
class BinaryIO(IO): pass


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, params):
        params = params if isinstance(params, tuple) else (params,)
        return _Generic(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        found = []
        for base in cls.__dict__.get("__orig_bases__", ()):
            if not isinstance(base, type):
                own = getattr(base, "__origin__", None) in (Generic, globals().get("Protocol"))
                found = [*base.__parameters__] + found if own else found + [*getattr(base, "__parameters__", ())]
        cls.__parameters__ = tuple(dict.fromkeys(found))


_PROTOCOL_SKIP = {"__module__", "__doc__", "__dict__", "__weakref__", "__abstractmethods__", "_abc_registry", "__init__", "__slots__",
                  "__parameters__", "__orig_bases__", "__annotations__", "__annotate__", "__annotate_func__", "__firstlineno__",
                  "__static_attributes__", "__class_getitem__", "__init_subclass__", "_is_protocol", "_is_runtime", "__subclasshook__",
                  "__annotations_cache__", "__classdictcell__", "__type_params__", "__protocol_attrs__", "__qualname__", "__new__"}


def _protocol_names(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic") or not base.__dict__.get("_is_protocol"):
            continue
        names |= set(base.__dict__) - _PROTOCOL_SKIP
        names |= set(getattr(base, "__annotations__", {}))
    return names


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls is Protocol or not cls.__dict__.get("_is_protocol"):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime", False):
            raise TypeError("Instance and static subclass checks can only be used with @runtime_checkable protocols" if False else
                            "Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        return all(hasattr(instance, n) for n in _protocol_names(cls))

    def __subclasscheck__(cls, other):
        if cls is Protocol or not cls.__dict__.get("_is_protocol"):
            return super().__subclasscheck__(other)
        if not getattr(cls, "_is_runtime", False):
            return cls in other.__mro__
        return cls in other.__mro__ or all(hasattr(other, n) for n in _protocol_names(cls))


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if cls._is_protocol and "__init__" not in cls.__dict__:
            cls.__init__ = _no_init


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init)
        if init is not _no_init:
            return init(self, *args, **kwargs)


def runtime_checkable(cls):
    cls._is_runtime = True
    return cls


class NewType:
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__module__ = _frame_globals(1).get("__name__", "__main__")
        self.__supertype__ = tp

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return _Generic(Union, (self, other), "Union")


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        from inspect import get_annotations
        probe = type(typename, (), {k: v for k, v in ns.items() if k.startswith("__annot") or k == "__module__"})
        annotations = get_annotations(probe)
        defaults = []
        for name in annotations:
            if name in ns:
                defaults.append(ns[name])
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(n for n in annotations if n in ns)}")
        made = collections.namedtuple(typename, list(annotations), defaults=defaults, module=ns["__module__"])
        made.__annotations__ = annotations
        for key, value in ns.items():
            if key not in annotations and key not in ("__annotate__", "__annotate_func__", "__annotations__", "__module__", "__qualname__",
                                                      "__orig_bases__", "__static_attributes__", "__firstlineno__", "__classdictcell__"):
                setattr(made, key, value)
                if hasattr(type(value), "__set_name__"):
                    value.__set_name__(made, key)
        made.__qualname__ = ns.get("__qualname__", typename)
        return made


def NamedTuple(typename, fields=()):
    made = collections.namedtuple(typename, [n for n, _ in fields], module=_frame_globals(1).get("__name__"))
    made.__annotations__ = dict(fields)
    return made


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


class _NamedTupleForm:
    def __call__(self, typename, fields=()):
        return NamedTuple_function(typename, fields)

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return "<function NamedTuple at 0x7f0000000000>"


NamedTuple_function = NamedTuple
NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True, closed=None):
        made = type.__new__(cls, name, (dict,), ns)
        from inspect import get_annotations
        own = get_annotations(made)
        annotations = {}
        required, optional = set(), set()
        for b in bases:
            annotations.update(getattr(b, "_all", {}))
            required |= getattr(b, "__required_keys__", frozenset())
            optional |= getattr(b, "__optional_keys__", frozenset())
        annotations.update(own)
        for key, tp in own.items():
            form = getattr(tp, "_name", None)
            (optional if form == "NotRequired" or not total and form != "Required" else required).add(key)
        made._all = annotations
        made.__annotations__ = annotations
        made.__required_keys__, made.__optional_keys__, made.__total__ = frozenset(required), frozenset(optional), total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, obj):
        raise TypeError("TypedDict does not support instance and class checks")


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})


class _TypedDictForm:
    def __call__(self, typename, fields, /, *, total=True):
        return _TypedDictMeta(typename, (), {"__annotations__": dict(fields), "__module__": _frame_globals(1).get("__name__")}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDict,)


TypedDict = _TypedDictForm()


def cast(typ, val): return val
def overload(func): return func
def final(f): return f
def override(f): return f
def no_type_check(arg): return arg
def reveal_type(obj, /): return obj
def assert_type(val, typ, /): return val
def assert_never(arg, /): raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")
def clear_overloads(): pass
def dataclass_transform(**kw): return lambda cls: cls


def get_origin(tp):
    if isinstance(tp, _Annotated):
        return Annotated
    if isinstance(tp, UnionType):
        return Union
    return getattr(tp, "__origin__", None) if not isinstance(tp, type) or isinstance(tp, GenericAlias) else None


def get_args(tp):
    if isinstance(tp, _Annotated):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, _Generic) and tp.__origin__ is collections.abc.Callable and tp.__args__ and tp.__args__[0] is not ...:
        return (list(tp.__args__[:-1]), tp.__args__[-1])
    return getattr(tp, "__args__", ())


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    import inspect
    hints = {}
    for o in reversed(obj.__mro__) if isinstance(obj, type) else (obj,):
        hints.update(inspect.get_annotations(o, globals=globalns, locals=localns, eval_str=True))
    return {k: type(None) if v is None else v for k, v in hints.items()}


class ForwardRef:
    def __init__(self, arg): self.__forward_arg__ = arg
    def __repr__(self): return f"ForwardRef({self.__forward_arg__!r})"


def is_typeddict(tp): return isinstance(tp, _TypedDictMeta)


class SupportsInt(Protocol):
    @abstractmethod
    def __int__(self): pass


class SupportsFloat(Protocol):
    @abstractmethod
    def __float__(self): pass


for _c in (SupportsInt, SupportsFloat):
    _c._is_runtime = True
