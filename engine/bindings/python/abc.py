# abc: abstract methods are checked by object.__new__, which looks at __abstractmethods__.
class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        abstract = [n for n, v in namespace.items() if getattr(v, "__isabstractmethod__", False)]
        for base in bases:
            for n in getattr(base, "__abstractmethods__", ()):
                if n not in abstract and getattr(getattr(cls, n, None), "__isabstractmethod__", False):
                    abstract.append(n)
        cls.__abstractmethods__ = frozenset(abstract)
        cls._abc_registry = []
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        cls._abc_registry.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance)) or (
            instance.__class__ is not type(instance) and cls.__subclasscheck__(instance.__class__))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        ok = cls.__subclasshook__(subclass)
        if ok is not NotImplemented:
            return ok
        if cls in subclass.__mro__:
            return True
        for r in cls._abc_registry:
            if issubclass(subclass, r):
                return True
        for s in type.__subclasses__(cls):
            if issubclass(subclass, s):
                return True
        return False


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    __isabstractmethod__ = True


def get_cache_token():
    return 0


def update_abstractmethods(cls):
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    abstract = {n for base in cls.__bases__ for n in getattr(base, "__abstractmethods__", ())
                if getattr(getattr(cls, n, None), "__isabstractmethod__", False)}
    abstract |= {n for n, v in cls.__dict__.items() if getattr(v, "__isabstractmethod__", False)}
    cls.__abstractmethods__ = frozenset(abstract)
    return cls
