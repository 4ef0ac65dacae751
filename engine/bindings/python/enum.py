# enum
import operator as _operator
from types import MappingProxyType, DynamicClassAttribute

__all__ = ["EnumMeta", "EnumType", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property",
           "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_enum", "show_flag_values"]
_builtin_property = property
Enum = Flag = ReprEnum = None


class property(DynamicClassAttribute):
    def __get__(self, instance, owner=None):
        if instance is None:
            found = owner.__dict__.get("_member_map_", {}).get(self._name)
            if found is not None:
                return found
            raise AttributeError(f"{owner!r} has no attribute {self._name!r}")
        return self.fget(instance)

    def __set_name__(self, owner, name):
        self._name, self._owner = name, owner.__name__

    def __set__(self, instance, value):
        raise AttributeError(f"<enum {self._owner!r}> cannot set attribute {self._name!r}")


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


_auto_null = object()


class auto:
    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({'_auto_null' if self.value is _auto_null else repr(self.value)})"


def _is_descriptor(o):
    return not isinstance(o, member) and any(hasattr(type(o), m) for m in ("__get__", "__set__", "__delete__"))


def _is_private(name):
    return name.startswith("__") or (name.startswith("_") and name.endswith("_") and len(name) > 2)


class EnumDict(dict):
    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._cls_name = cls_name
        self._generate = None

    def __setitem__(self, key, value):
        if self._cls_name and key.startswith(f"_{self._cls_name}__"):
            pass
        elif key.startswith("__") and key.endswith("__"):
            pass
        elif key.startswith("_") and key.endswith("_") and len(key) > 2:
            if key == "_generate_next_value_":
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                self._ignore = value.replace(",", " ").split() if isinstance(value, str) else list(value)
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore or isinstance(value, nonmember):
            if isinstance(value, nonmember):
                value = value.value
        elif _is_descriptor(value):
            pass
        elif isinstance(value, type) and isinstance(value, EnumType):
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            self._member_names[key] = None
            value = self._resolve(key, value)
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _resolve(self, key, value):
        if isinstance(value, auto):
            if value.value is _auto_null:
                value.value = self._generate(key, 1, len(self._member_names) - 1, self._last_values[:])
            return value.value
        if type(value) is tuple and any(isinstance(v, auto) for v in value):
            return tuple(self._resolve(key, v) if isinstance(v, auto) else v for v in value)
        return value


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {cls!r}> cannot extend {base!r}")
        d = EnumDict(cls)
        for base in bases:
            generate = getattr(base, "_generate_next_value_", None)
            if generate:
                d._generate = generate
                break
        return d

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        names = list(getattr(classdict, "_member_names", ()))
        values = {n: classdict[n] for n in names}
        body = {k: v for k, v in classdict.items() if k not in values and k not in ("_ignore_", *getattr(classdict, "_ignore", ()))}
        if "_generate_next_value_" in body and not isinstance(body["_generate_next_value_"], staticmethod):
            body["_generate_next_value_"] = staticmethod(body["_generate_next_value_"])
        data_type = object
        for base in bases:
            for b in base.__mro__:
                if b is object or isinstance(b, EnumType):
                    if isinstance(b, EnumType) and b._member_type_ is not object:
                        data_type = b._member_type_
                        break
                    continue
                if "__new__" in b.__dict__ or "__dataclass_fields__" in b.__dict__:
                    data_type = b
                    break
            if data_type is not object:
                break
        body["_member_names_"] = []
        body["_member_map_"] = {}
        body["_value2member_map_"] = {}
        body["_unhashable_values_"] = []
        body["_member_type_"] = data_type
        new_member = None if Enum is None else body.pop("__new__", None)
        enum_class = super().__new__(metacls, cls, bases, body, **kwds)
        if new_member is not None:
            enum_class._new_member_ = new_member.__func__ if isinstance(new_member, staticmethod) else new_member
        elif not hasattr(enum_class, "_new_member_"):
            enum_class._new_member_ = None
        if Enum is not None:
            type.__setattr__(enum_class, "__new__", Enum.__dict__["__new__"])
        custom = enum_class._new_member_
        for base in bases:
            if base._boundary_ if isinstance(base, EnumType) and hasattr(base, "_boundary_") else None:
                enum_class._boundary_ = boundary or base._boundary_
                break
        else:
            enum_class._boundary_ = boundary
        enum_class._flag_mask_ = 0
        if Enum is not None:
            if data_type is not object:
                own = ReprEnum is not None and issubclass(enum_class, ReprEnum)
                for m in ("__repr__",) if own else ("__repr__", "__str__", "__format__"):
                    if m not in body and getattr(enum_class, m) is getattr(data_type, m, None):
                        setattr(enum_class, m, getattr(Enum, m))
            if Flag is not None and issubclass(enum_class, Flag):
                for m in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                    if m not in body:
                        setattr(enum_class, m, getattr(Flag, m))
        canonical = []
        for name, value in values.items():
            args = value if isinstance(value, tuple) else (value,)
            if custom is not None:
                m = custom(enum_class, *args)
                if not hasattr(m, "_value_"):
                    m._value_ = value if data_type is object else data_type(*args)
            elif data_type is object:
                m = object.__new__(enum_class)
                m._value_ = value
            else:
                make = args if data_type is not tuple else (args,)
                m = data_type.__new__(enum_class, *make)
                if not hasattr(m, "_value_"):
                    m._value_ = data_type(*make) if data_type in (int, str, float, bytes, tuple) else (data_type(*make) if "__new__" in data_type.__dict__ else value)
            value = m._value_
            m._name_ = name
            m.__objclass__ = enum_class
            m._sort_order_ = len(enum_class._member_names_)
            if "__init__" in _mro_names(enum_class):
                m.__init__(*args)
                value = m._value_
            found = None
            for other in enum_class._member_map_.values():
                if other._value_ == value:
                    found = other
                    break
            if found is not None:
                m = found
            else:
                single = True
                if Flag is not None and issubclass(enum_class, Flag):
                    if not isinstance(value, int):
                        raise TypeError(f"{name!r} value must be an int")
                    single = value > 0 and value & (value - 1) == 0
                    if single:
                        enum_class._flag_mask_ |= value
                if single:
                    enum_class._member_names_.append(name)
            enum_class._member_map_[name] = m
            try:
                enum_class._value2member_map_.setdefault(value, m)
            except TypeError:
                enum_class._unhashable_values_.append(value)
            holder = enum_class.__dict__.get(name)
            inherited = None
            for b in enum_class.__mro__[1:]:
                if name in b.__dict__:
                    inherited = b.__dict__[name]
                    break
            if not isinstance(inherited, property):
                type.__setattr__(enum_class, name, m)
        return enum_class

    def __call__(cls, value=_auto_null, names=_auto_null, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_:
            if value is _auto_null:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            if names is not _auto_null:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _auto_null:
            raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
        return cls._create_(value, names, type=type, start=start, module=module)

    def _create_(cls, class_name, names, *, type=None, start=1, module=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            pairs, last = [], []
            for i, name in enumerate(names):
                v = cls._generate_next_value_(name, start, i, last[:])
                last.append(v)
                pairs.append((name, v))
        else:
            pairs = names.items() if hasattr(names, "items") else names
        for name, v in pairs:
            classdict[name] = v
        from _ap import frame_globals
        classdict["__module__"] = module or frame_globals(2).get("__name__", "__main__")
        return metacls.__new__(metacls, class_name, bases, classdict)

    def __bool__(cls): return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            cls(value)
            return True
        except ValueError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __dir__(cls):
        return sorted({"__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__", "__members__",
                       "__module__", "__name__", "__qualname__", *cls._member_names_})

    def __getitem__(cls, name): return cls._member_map_[name]
    def __iter__(cls): return (cls._member_map_[n] for n in cls._member_names_)
    def __reversed__(cls): return (cls._member_map_[n] for n in reversed(cls._member_names_))
    def __len__(cls): return len(cls._member_names_)

    @_builtin_property
    def __members__(cls): return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"


EnumMeta = EnumType


def _mro_names(cls):
    out = set()
    for c in cls.__mro__:
        if c is object or c in (int, str, float) or c is Enum:
            continue
        out.update(k for k in c.__dict__ if k == "__init__")
    return out


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for m in cls._member_map_.values():
                if m._value_ == value:
                    return m
        try:
            result = cls._missing_(value)
        except Exception as e:
            e.__context__ = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            raise
        if isinstance(result, cls):
            return result
        if result is None:
            if value is _auto_null:
                raise TypeError(f"{cls.__qualname__}.__new__() missing 1 required positional argument: 'value'")
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        raise TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __dir__(self):
        """What members are asked for: public methods and properties of the class, not its other members."""
        kept = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", *(n for n in self.__dict__ if n[:1] != "_"), "name", "value"}
        for base in type(self).mro():
            for name, value in base.__dict__.items():
                if name[:1] != "_" and name not in type(self)._member_map_ and base not in (object, Enum):
                    kept.add(name)
        return sorted(kept)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


type.__delattr__(Enum, "_new_member_")


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    __str__ = int.__repr__
    __format__ = int.__format__


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) > 0 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        for value, name in zip(values[1:], ("encoding", "errors")):
            if not isinstance(value, str):
                raise TypeError(f"{name} must be a string, not {value!r}")
        value = str(*values)
        member = str.__new__(cls, value)
        member._value_ = value
        return member

    __str__ = str.__str__
    __format__ = str.__format__

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = cls._flag_mask_
        for m in cls._member_map_.values():
            mask |= m._value_
        everything = (1 << mask.bit_length()) - 1
        if not ~everything <= value <= everything or value & (everything ^ mask):
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP:
                if value < 0:
                    value += max(everything + 1, 1 << value.bit_length())
            else:
                n = max(value.bit_length(), mask.bit_length())
                given = f"0b{int(value < 0)} {value & (1 << n) - 1:0{n}b}"
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {given}\n  allowed 0b{0} {mask:0{n}b}")
        if value < 0:
            value = everything + 1 + value if cls._boundary_ in (EJECT, KEEP) else mask & value
        if value in cls._value2member_map_:
            return cls._value2member_map_[value]
        base = cls._member_type_
        m = object.__new__(cls) if base is object else base.__new__(cls, value)
        m._value_ = value
        known = [x._name_ for x in cls if x._value_ & value]
        rest = value & ~mask
        m._name_ = "|".join(known + ([str(rest)] if rest else [])) if value and known else None
        m._sort_order_ = len(cls._member_map_)
        return cls._value2member_map_.setdefault(value, m)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return (m for m in type(self) if m._value_ & self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        name = type(self).__name__
        return f"<{name}: {self._value_!r}>" if self._name_ is None else f"<{name}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        name = type(self).__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        v = self._other(other)
        return v if v is NotImplemented else self.__class__(self._value_ | v)

    def __and__(self, other):
        v = self._other(other)
        return v if v is NotImplemented else self.__class__(self._value_ & v)

    def __xor__(self, other):
        v = self._other(other)
        return v if v is NotImplemented else self.__class__(self._value_ ^ v)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        mask = self._flag_mask_
        return self.__class__(mask & ~self._value_)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    __str__ = int.__repr__
    __format__ = int.__format__
    __repr__ = Flag.__repr__


def unique(enumeration):
    duplicates = [(alias, m.name) for alias, m in enumeration.__members__.items() if alias != m.name]
    if duplicates:
        details = ", ".join(f"{a} -> {n}" for a, n in duplicates)
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        return unique(enumeration) if UNIQUE in self.checks else enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def global_enum(cls, update_str=False):
    return cls


def show_flag_values(value):
    return [m for m in (1 << i for i in range(int(value).bit_length())) if value & m]
