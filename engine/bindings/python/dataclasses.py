# dataclasses
import sys
from types import GenericAlias, MappingProxyType
from _ap import frame_globals as _frame_globals
import inspect as _inspect

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
           "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "doc",
                 "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self.doc = doc
        self._field_type = None

    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},"
                f"init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
                f"kw_only={self.kw_only!r},doc={self.doc!r},_field_type={self._field_type})")

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING, doc=None):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


class _Params:
    def __init__(self, **kw):
        self.__dict__.update(kw)

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"


def _kind_of(annotation):
    if isinstance(annotation, InitVar) or annotation is InitVar:
        return _FIELD_INITVAR
    if isinstance(annotation, str):
        text = annotation.split("[")[0].split(".")[-1]
        if text == "ClassVar":
            return _FIELD_CLASSVAR
        if text == "InitVar":
            return _FIELD_INITVAR
        return _FIELD
    typing = sys.modules.get("typing")
    if typing and (annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar):
        return _FIELD_CLASSVAR
    return _FIELD


def _is_kw_only(annotation):
    return annotation is KW_ONLY or isinstance(annotation, str) and annotation.split(".")[-1] == "KW_ONLY"


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _kind_of(annotation)
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: use default_factory")
    return f


def _make_function(cls, name, params, lines, env, annotations=None):
    inner = f"def {name}({', '.join(params)}):\n" + "\n".join("  " + line for line in (lines or ["pass"]))
    ns = {}
    text = f"def __create_fn__({', '.join(env)}):\n" + "\n".join(" " + line for line in inner.split("\n")) + f"\n return {name}"
    exec(text, sys.modules[cls.__module__].__dict__ if cls.__module__ in sys.modules else {}, ns)
    f = ns["__create_fn__"](**env)
    f.__qualname__ = f"{cls.__qualname__}.{name}"
    f.__module__ = cls.__module__
    if annotations is not None:
        f.__annotations__ = annotations
    return f


def _init(cls, fields, std, kw, frozen, has_post, self_name):
    seen_default = None
    for f in std:
        if f.init:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen_default = f
            elif seen_default:
                raise TypeError(f"non-default argument {f.name!r} follows default argument {seen_default.name!r}")
    env = {"__dataclass_HAS_DEFAULT_FACTORY__": _HAS_DEFAULT_FACTORY, "__dataclass_builtins_object__": object}

    def param(f):
        if f.default is not MISSING:
            return f"{f.name}=__dataclass_dflt_{f.name}__"
        if f.default_factory is not MISSING:
            return f"{f.name}=__dataclass_HAS_DEFAULT_FACTORY__"
        return f.name
    params = [self_name] + [param(f) for f in std if f.init]
    if any(f.init for f in kw):
        params += ["*"] + [param(f) for f in kw if f.init]
    lines = []
    for f in fields:
        default_name = f"__dataclass_dflt_{f.name}__"
        value = f.name
        if f.default_factory is not MISSING:
            env[default_name] = f.default_factory
            value = f"{default_name}() if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}" if f.init else f"{default_name}()"
        elif f.default is not MISSING:
            env[default_name] = f.default
        if not f.init and f.default_factory is MISSING:
            if "__slots__" in cls.__dict__ and f.default is not MISSING:
                value = default_name
            else:
                continue
        if f._field_type is _FIELD_INITVAR:
            continue
        if frozen:
            lines.append(f"__dataclass_builtins_object__.__setattr__({self_name},{f.name!r},{value})")
        else:
            lines.append(f"{self_name}.{f.name}={value}")
    if has_post:
        args = ",".join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        lines.append(f"{self_name}.__post_init__({args})")
    annotations = {f.name: f.type for f in std + kw if f.init}
    annotations["return"] = None
    return _make_function(cls, "__init__", params, lines, env, annotations)


def _repr_method(cls, fields):
    names = [f.name for f in fields if f.repr]

    def __repr__(self):
        key = id(self)
        if key in _running:
            return "..."
        _running.add(key)
        try:
            return f"{self.__class__.__qualname__}({', '.join([f'{n}={getattr(self, n)!r}' for n in names])})"
        finally:
            _running.discard(key)
    __repr__._of_dataclass = True  # pprint shows only these field by field
    return __repr__


_running = set()


def _named(cls, f, name):
    f.__name__ = name
    f.__qualname__ = f"{cls.__qualname__}.{name}"
    f.__module__ = cls.__module__
    return f


def _compare(cls, names, op):
    code = f"lambda self, other: (lambda a, b: a {op} b)(tuple([getattr(self, n) for n in names]), tuple([getattr(other, n) for n in names])) if other.__class__ is self.__class__ else NotImplemented"
    return eval(code, {"names": names})


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    any_frozen_base = has_dataclass_bases = False
    all_frozen = True
    for b in cls.__mro__[-1:0:-1]:
        base_fields = b.__dict__.get("__dataclass_fields__")
        if base_fields is not None:
            has_dataclass_bases = True
            fields.update(base_fields)
            if b.__dict__["__dataclass_params__"].frozen:
                any_frozen_base = True
            else:
                all_frozen = False
    annotations = _inspect._forward_annotations(cls)
    own = []
    kw_seen = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation):
            if kw_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_seen = True
            kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen_base and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    cls.__dataclass_params__ = _Params(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                                       match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
    cls.__dataclass_fields__ = fields
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    wanted = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std = [f for f in wanted if not f.kw_only]
    kw = [f for f in wanted if f.kw_only]
    flds = [f for f in fields.values() if f._field_type is _FIELD]

    def put(name, value):
        if name in cls.__dict__:
            return True
        setattr(cls, name, _named(cls, value, name))
        return False
    if init:
        self_name = "__dataclass_self__" if "self" in fields else "self"
        cls.__init__ = _init(cls, wanted, std, kw, frozen, hasattr(cls, "__post_init__"), self_name)

    def __replace__(self, /, **changes):
        return _replace(self, **changes)
    put("__replace__", __replace__)
    if repr:
        put("__repr__", _repr_method(cls, flds))
    names = [f.name for f in flds if f.compare]
    if eq:
        terms = " and ".join(f"self.{n}==other.{n}" for n in names) or "True"
        put("__eq__", _make_function(cls, "__eq__", ["self", "other"], ["if self is other:", " return True",
            "if other.__class__ is self.__class__:", f" return {terms}", "return NotImplemented"], {}))
    if order:
        for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if put(name, _compare(cls, names, op)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__} Consider using functools.total_ordering")
    if frozen:
        for f in _frozen_methods(cls, frozenset(f.name for f in flds)):
            if put(f.__name__, f):
                raise TypeError(f"Cannot overwrite attribute {f.__name__} in class {cls.__name__}")
    hashed = [f.name for f in flds if (f.compare if f.hash is None else f.hash)]
    if unsafe_hash or eq and frozen:
        if unsafe_hash and has_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        if not has_hash:
            def __hash__(self):
                return hash(tuple([getattr(self, n) for n in hashed]))
            cls.__hash__ = _named(cls, __hash__, "__hash__")
    elif eq and not has_hash:
        cls.__hash__ = None
    if not getattr(cls, "__doc__"):
        try:
            text = str(_inspect.signature(cls)).replace(" -> None", "")
        except (TypeError, ValueError):
            text = ""
        cls.__doc__ = cls.__name__ + text
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in std if f.init)
    if slots:
        cls = _add_slots(cls, weakref_slot, [f.name for f in flds])
    return cls


# With slots the class is made anew, and these still know the old one, as in CPython.
def _frozen_methods(cls, own_names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in own_names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in own_names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)
    return __setattr__, __delattr__


def _add_slots(cls, weakref_slot, names):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    body = dict(cls.__dict__)
    inherited = {s for b in cls.__mro__[1:-1] for s in getattr(b, "__slots__", ())}
    body["__slots__"] = tuple(n for n in names if n not in inherited) + (("__weakref__",) if weakref_slot else ())
    for n in names:
        body.pop(n, None)
    body.pop("__dict__", None)
    body.pop("__weakref__", None)
    new = type(cls)(cls.__name__, cls.__bases__, body)
    new.__qualname__ = cls.__qualname__
    for value in list(new.__dict__.values()):
        f = getattr(value, "__wrapped__", None) or getattr(value, "__func__", None) or getattr(value, "fget", None) or value
        for name, cell in zip(getattr(getattr(f, "__code__", None), "co_freevars", ()), getattr(f, "__closure__", None) or ()):
            try:
                if name == "__class__" and cell.cell_contents is cls:
                    cell.cell_contents = new
            except ValueError:
                pass
    return new


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        all_fields = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in all_fields.values() if f._field_type is _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda o, pairs: dict_factory(pairs), dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda o, pairs: tuple_factory([v for _, v in pairs]), None)


def _convert(obj, make, dict_factory):
    if _is_instance(obj):
        return make(obj, [(f.name, _convert(getattr(obj, f.name), make, dict_factory)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_convert(v, make, dict_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_convert(v, make, dict_factory) for v in obj)
    if isinstance(obj, dict):
        return type(obj)((_convert(k, make, dict_factory), _convert(v, make, dict_factory)) for k, v in obj.items())
    from copy import deepcopy
    return deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, **options):
    from keyword import iskeyword
    annotations = {}
    ns = dict(namespace or {})
    for item in fields:
        if isinstance(item, str):
            name, tp = item, "typing.Any"
        elif len(item) == 2:
            name, tp = item
        else:
            name, tp, ns[item[0]] = item
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = tp
    ns["__annotations__"] = annotations
    ns["__module__"] = module or _frame_globals(1).get("__name__", "types")
    return dataclass(type(cls_name, bases, ns), **options)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in self.__dataclass_fields__.values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
