# typing: enough to run annotations and to subclass what is made to be subclassed.
import collections
import collections.abc
import types
from abc import ABCMeta, abstractmethod
from _ap import TypeVar, ParamSpec, TypeVarTuple, TypeAliasType, frame_globals as _frame_globals
from types import GenericAlias, UnionType

TYPE_CHECKING = False
Union = UnionType


_SINGLE = {"Optional": "requires a single type", **dict.fromkeys(("ClassVar", "Final", "Unpack", "TypeGuard", "TypeIs"), "accepts only single type"),
           **dict.fromkeys(("Required", "NotRequired", "ReadOnly"), "accepts only a single type")}


def _tuple(params):
    return params if isinstance(params, tuple) else (params,)


def _type(t, is_class=False):
    # What stands for a type in brackets: a name in quotes is a reference to what may come later.
    return type(None) if t is None else ForwardRef(t, is_class=is_class) if isinstance(t, str) else [*map(_type, t)] if isinstance(t, list) else t


def _union(members):
    members = [*map(_type, members)]
    result = members[0]
    try:
        if any(isinstance(m, _StandIn) for m in members):
            raise TypeError
        for m in members[1:]:
            result = result | m
        return result
    except TypeError:
        return _Generic(Union, tuple(dict.fromkeys(members)), "Union")


def _check_count(whole, given, wanted, least=None):
    n = len(given)
    if not wanted:
        raise TypeError(f"{whole!r} is not a generic class")
    if n > wanted or n < (wanted if least is None else least):
        bound = wanted if least is None else f"at least {least}" if n < least else f"at most {wanted}"
        raise TypeError(f"Too {'few' if n < wanted else 'many'} arguments for {whole!r}; actual {n}, expected {bound}")


def _check_parameters(whole, given, own):
    # Each type variable of `own` in its turn takes one of `given`; those left over may have defaults.
    if all(type(p) is TypeVar for p in own):
        n = len(given)
        if not own or n > len(own):
            _check_count(whole, given, len(own))
        for p in own[n:]:
            if not p.has_default():
                raise TypeError(f"Too few arguments for {whole!r}; actual {n}, expected at least {n + 1}")
            given += (p.__default__,)
    return given


class _NoDefault:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefault()


class _SpecialForm:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, params):
        name = self._name
        if name == "Annotated":
            if not isinstance(params, tuple) or len(params) < 2:
                raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
            inner, *metadata = params
            if isinstance(inner, _Annotated):
                return _Annotated(inner.__origin__, inner.__metadata__ + tuple(metadata))
            return _Annotated(_type(inner, True), tuple(metadata))
        if name == "Literal":
            return _Generic(self, tuple(v for _, v in dict.fromkeys((type(p), p) for p in _tuple(params))), name)
        if name in _SINGLE:
            if isinstance(params, tuple):
                raise TypeError(f"{name if 'a single' in _SINGLE[name] and name != 'Optional' else repr(self)} {_SINGLE[name]}. Got {params!r:.100}.")
        elif name != "Concatenate":
            raise TypeError(f"{self!r} is not subscriptable")
        if name == "Optional":
            return _union((params, None))
        return _Generic(self, (_type(params, True),) if name in ("ClassVar", "Final") else _tuple(params), name)

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


def _stands_for_parameters(t):
    return t is ... or isinstance(t, ParamSpec) or getattr(t, "_name", None) == "Concatenate"


class _Generic:
    # List[int], Callable[[int], str], MyGeneric[T]
    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        flat = []
        args = args if name == "Literal" else tuple(map(_type, args))
        for a in args:
            flat.extend(a if isinstance(a, list) else [a])
        self.__args__ = tuple(flat)
        self._shown_args = args
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
            bare = len(params) == 1 and (isinstance(params[0], list) or _stands_for_parameters(params[0]))
            first = _shown(params[0]) if bare else _shown(list(params))
            return f"typing.Callable[{first}, {_shown(result)}]"
        name = f"typing.{self._name}" if self._name else _shown(self.__origin__)
        return f"{name}[{', '.join(map(_shown, self._shown_args)) or '()'}]"

    def __getitem__(self, params):
        params = _tuple(params)
        own = self.__parameters__
        params = _check_parameters(self, params, own)
        table = dict(zip(own, map(_type, params)))
        args = tuple(_replaced(a, table) for a in self._shown_args)
        return _union(args) if self.__origin__ is Union else _Generic(self.__origin__, args, self._name)

    def __call__(self, *args, **kw):
        if self._name in _NOT_CALLED:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__.lower()}() instead")
        if self.__origin__ is Union:
            raise TypeError("'typing.Union' object is not callable")
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


def _replaced(a, table):
    if isinstance(a, list):
        return [_replaced(x, table) for x in a]
    if isinstance(a, (TypeVar, ParamSpec, TypeVarTuple)):
        return table.get(a, a)
    own = () if isinstance(a, type) and not isinstance(a, GenericAlias) else getattr(a, "__parameters__", ())
    return a[tuple(table.get(p, p) for p in own)] if own else a


class _Annotated(_Generic):
    def __init__(self, origin, metadata):
        _Generic.__init__(self, origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def __repr__(self):
        return f"typing.Annotated[{_shown(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"


_NOT_CALLED = ("List", "Dict", "Set", "FrozenSet", "Tuple", "Type")
_COUNTS = {"Dict": 2, "DefaultDict": 2, "OrderedDict": 2, "ChainMap": 2, "Coroutine": 3, "AsyncGenerator": 2, "Hashable": 0, "Generator": 3,
           "Sized": 0, "Mapping": 2, "MutableMapping": 2, "ItemsView": 2}
_DEFAULTS = {"AsyncGenerator": (None,), "Generator": (None, None)}


class _Alias(_SpecialForm):
    # typing.List and its like
    def __init__(self, origin, name, count=1, defaults=()):
        self.__origin__ = origin
        self._name = name
        self._count = count
        self._defaults = defaults

    def __getitem__(self, params):
        params = _tuple(params)
        if self._name == "Callable":
            if len(params) != 2:
                raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        elif self._name != "Tuple":
            missing = self._count - len(params)
            if 0 < missing <= len(self._defaults):
                params += self._defaults[-missing:]
            _check_count(self, params, self._count, self._count - len(self._defaults) if self._defaults else None)
        return _Generic(self.__origin__, params, self._name)

    def __call__(self, *args, **kw):
        if self._name in _NOT_CALLED:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kw)

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
    globals()[_n] = _Alias(_o, _n, _COUNTS.get(_n, 1))
for _n in ("Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable", "Iterator", "Generator",
           "Reversible", "Sized", "Container", "Callable", "Collection", "MutableSet", "Mapping", "MutableMapping", "MappingView",
           "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence"):
    globals()[_n] = _Alias(getattr(collections.abc, _n), _n, _COUNTS.get(_n, 1), _DEFAULTS.get(_n, ()))
AbstractSet = _Alias(collections.abc.Set, "AbstractSet")


def __getattr__(name):
    if name in ("ContextManager", "AsyncContextManager"):
        import contextlib
        return _Alias(getattr(contextlib, "Abstract" + name), name, 2, (bool | None,))
    raise AttributeError(f"module 'typing' has no attribute {name!r}")


ContextManager = _Alias(type("AbstractContextManager", (), {}), "ContextManager", 2, (bool | None,))
AsyncContextManager = _Alias(type("AbstractAsyncContextManager", (), {}), "AsyncContextManager", 2, (bool | None,))
Text = str
AnyStr = TypeVar("AnyStr", bytes, str)
T, KT, VT = TypeVar("T"), TypeVar("KT"), TypeVar("VT")


class _OfRe(_Alias):
    @property
    def __origin__(self):
        import re
        return getattr(re, self._name)

    @__origin__.setter
    def __origin__(self, origin): pass


Pattern, Match = _OfRe(None, "Pattern"), _OfRe(None, "Match")


class IO:
    def __class_getitem__(cls, item): return cls


class TextIO(IO): pass
class BinaryIO(IO): pass


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, params):
        params = _tuple(params)
        if cls.__name__ in ("Generic", "Protocol") and cls.__module__ == "typing":
            if not params:
                raise TypeError(f"Parameter list to {cls.__name__}[...] cannot be empty")
            if not all(isinstance(p, (TypeVar, ParamSpec)) or "Unpack" in repr(p) or repr(p)[0] == "*" for p in params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        else:
            own = getattr(cls, "__parameters__", ())
            if len(own) == 1 and isinstance(own[0], ParamSpec) and not (len(params) == 1 and (isinstance(params[0], (list, tuple)) or _stands_for_parameters(params[0]))):
                params = (list(params),)  # C[int, str] is C[[int, str]]
            params = _check_parameters(cls, params, own)
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
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return cls in type(instance).__mro__ or super().__subclasscheck__(type(instance)) or all(hasattr(instance, n) for n in _protocol_names(cls))

    def __subclasscheck__(cls, other):
        if cls is Protocol or not cls.__dict__.get("_is_protocol"):
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if not getattr(cls, "_is_runtime", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        names = sorted(_protocol_names(cls))
        if data := [n for n in names if not callable(getattr(cls, n, None))]:
            raise TypeError(f"Protocols with non-method members don't support issubclass(). Non-method members: {str(data)[1:-1]}.")
        return super().__subclasscheck__(other) or all(hasattr(other, n) for n in names)


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


class ParamSpecArgs:
    _part = "args"

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._part}"

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    __hash__ = None


class ParamSpecKwargs(ParamSpecArgs):
    _part = "kwargs"


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
        from inspect import _forward_annotations
        probe = type(typename, (), {k: v for k, v in ns.items() if k.startswith("__annot") or k == "__module__"})
        annotations = _forward_annotations(probe)
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
        from inspect import _forward_annotations
        own = _forward_annotations(made)
        annotations = {}
        required, optional = set(), set()
        for b in bases:
            annotations.update(getattr(b, "_all", {}))
            required |= getattr(b, "__required_keys__", frozenset())
            optional |= getattr(b, "__optional_keys__", frozenset())
        annotations.update(own)
        readonly = set().union(*(getattr(b, "__readonly_keys__", ()) for b in bases))
        for key, tp in own.items():
            forms = set()
            while isinstance(tp, _Generic) and tp._name in ("Required", "NotRequired", "ReadOnly", "Annotated"):
                forms.add(tp._name)
                tp = tp.__args__[0]
            needed = "NotRequired" not in forms and (total or "Required" in forms)
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
            (readonly.add if "ReadOnly" in forms else readonly.discard)(key)
        made.__readonly_keys__, made.__mutable_keys__ = frozenset(readonly), frozenset(annotations) - readonly
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
_overloads = {}


def overload(func):
    of = getattr(func, "__func__", func)
    _overloads.setdefault((getattr(of, "__module__", None), getattr(of, "__qualname__", None)), []).append(func)
    return _overloaded


def _overloaded(*args, **kwds):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
                              "should always be followed by an implementation that is not @overload-ed.")


def get_overloads(func):
    of = getattr(func, "__func__", func)
    return list(_overloads.get((getattr(of, "__module__", None), getattr(of, "__qualname__", None)), ()))


def clear_overloads(): _overloads.clear()
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
    if isinstance(tp, _Generic) and tp.__origin__ is collections.abc.Callable and tp.__args__ and not (len(tp.__args__) == 2 and _stands_for_parameters(tp.__args__[0])):
        return (list(tp.__args__[:-1]), tp.__args__[-1])
    return getattr(tp, "__args__", ())


def _resolved(tp, names, extras):
    # `tp` with its references looked up, and without what only says something about a type.
    if isinstance(tp, ForwardRef):
        return _resolved(_type(eval(tp.__forward_arg__, *names)), names, extras)
    if isinstance(tp, list):
        return [_resolved(a, names, extras) for a in tp]
    if isinstance(tp, _Annotated):
        inner = _resolved(tp.__origin__, names, extras)
        return _Annotated(inner, tp.__metadata__) if extras else inner
    if isinstance(tp, _Generic) and tp._name != "Literal":
        if not extras and tp._name in ("Required", "NotRequired", "ReadOnly"):
            return _resolved(tp.__args__[0], names, extras)
        args = tuple(_resolved(a, names, extras) for a in tp._shown_args)
        return _union(args) if tp.__origin__ is Union else _Generic(tp.__origin__, args, tp._name)
    if isinstance(tp, (GenericAlias, UnionType)):
        args = tuple(_resolved(_type(a), names, extras) for a in tp.__args__)
        if args != tp.__args__:
            return _union(args) if isinstance(tp, UnionType) else GenericAlias(tp.__origin__, args)
    return tp


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    import inspect
    import sys
    hints = {}
    if not hasattr(obj, "__annotations__") and not callable(obj):
        raise TypeError(f"{obj!r} does not have annotations")
    for o in reversed(obj.__mro__) if isinstance(obj, type) else (obj,):
        g = globalns
        if g is None:
            g = getattr(inspect.unwrap(o), "__globals__", None) or getattr(sys.modules.get(getattr(o, "__module__", None)), "__dict__", {})
        for name, tp in inspect.get_annotations(o).items():
            hints[name] = _resolved(_type(tp), (g, localns), include_extras)
    return hints


class ForwardRef:
    def __init__(self, arg, *, is_class=False, owner=None):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_is_class__ = is_class
        self.__owner__ = owner

    def __repr__(self):
        owner = "" if self.__owner__ is None else f", owner={self.__owner__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{', is_class=True' * self.__forward_is_class__}{owner})"

    def __eq__(self, other): return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__
    def __hash__(self): return hash(self.__forward_arg__)
    def __or__(self, other): return _Generic(Union, (self, other), "Union")
    def __ror__(self, other): return _Generic(Union, (other, self), "Union")


# Stands for an undefined name while annotations are evaluated: what is done with it is written down.
class _StandIn(ForwardRef):
    def _with(self, text):
        made = _StandIn(text, is_class=True, owner=self.__owner__)
        made._all = self._all
        self._all.append(made)
        return made

    def _source(self, v):
        if isinstance(v, _StandIn):
            return v.__forward_arg__
        if isinstance(v, list):
            return "[" + ", ".join(map(self._source, v)) + "]"
        if v is None or v is ... or isinstance(v, (int, float, str, bytes)):
            return "..." if v is ... else repr(v)
        self._all.append(None)
        return f"__annotationlib_name_{self._all.count(None)}__"

    def __or__(self, other): return self._with(f"{self.__forward_arg__} | {self._source(other)}")
    def __ror__(self, other): return self._with(f"{self._source(other)} | {self.__forward_arg__}")
    def __getitem__(self, key): return self._with(f"{self.__forward_arg__}[{', '.join(map(self._source, _tuple(key)))}]")
    def __hash__(self): return id(self)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return self._with(f"{self.__forward_arg__}.{name}")

    def __call__(self, *args, **kw):
        given = [*map(self._source, args), *(f"{k}={self._source(v)}" for k, v in kw.items())]
        return self._with(f"{self.__forward_arg__}({', '.join(given)})")


def _evaluate_forward(annotate, owner):
    made, names, cells = [], [], []
    scope = annotate.__globals__

    def stand_in(name):
        one = _StandIn(name, is_class=True, owner=owner)
        one._all = made
        made.append(one)
        return one
    for name, cell in zip(annotate.__code__.co_freevars, annotate.__closure__ or ()):
        try:
            cell.cell_contents
        except ValueError:
            cell.cell_contents = stand_in(name)
            cells.append(cell)
    try:
        while True:
            made[:] = [one for one in made if one is not None]
            try:
                return dict(annotate(1))
            except NameError as e:
                if e.name is None or e.name in scope:
                    raise
                scope[e.name] = stand_in(e.name)
                names.append(e.name)
    finally:
        for name in names:
            del scope[name]
        for cell in cells:
            del cell.cell_contents
        for one in made:
            if one is not None:
                one.__class__ = ForwardRef


def is_typeddict(tp): return isinstance(tp, _TypedDictMeta)


class SupportsInt(Protocol):
    @abstractmethod
    def __int__(self): pass


class SupportsFloat(Protocol):
    @abstractmethod
    def __float__(self): pass


for _c in (SupportsInt, SupportsFloat):
    _c._is_runtime = True
