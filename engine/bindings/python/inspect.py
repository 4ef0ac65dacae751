# inspect
import sys
import types
import _ap

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_GENERATOR = 1, 2, 4, 8, 32
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"


def _bare(f):
    from functools import partial
    while True:
        if isinstance(f, types.MethodType):
            f = f.__func__
        elif isinstance(f, partial):
            f = f.func
        else:
            return f


def _flag(f, flag):
    f = _bare(f)
    code = getattr(f, "__code__", None)
    return isinstance(code, types.CodeType) and bool(code.co_flags & flag)


def isfunction(o): return isinstance(o, types.FunctionType)
def ismethod(o): return isinstance(o, types.MethodType)
def isclass(o): return isinstance(o, type)
def ismodule(o): return isinstance(o, types.ModuleType)
def isbuiltin(o): return isinstance(o, types.BuiltinFunctionType)
def isroutine(o):
    return isinstance(o, (types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType))
def isgeneratorfunction(o): return _flag(o, CO_GENERATOR)
def isasyncgenfunction(o): return _flag(o, CO_ASYNC_GENERATOR)
def isgenerator(o): return isinstance(o, types.GeneratorType)
def iscoroutine(o): return isinstance(o, types.CoroutineType)
def isasyncgen(o): return isinstance(o, types.AsyncGeneratorType)
def istraceback(o): return isinstance(o, types.TracebackType)
def isframe(o): return isinstance(o, types.FrameType)
def iscode(o): return isinstance(o, types.CodeType)
def isdatadescriptor(o): return not isclass(o) and (hasattr(type(o), "__set__") or hasattr(type(o), "__delete__"))
def ismethoddescriptor(o): return not isclass(o) and not ismethod(o) and not isfunction(o) and hasattr(type(o), "__get__") and not hasattr(type(o), "__set__")
def isabstract(o): return isclass(o) and bool(getattr(o, "__abstractmethods__", None))


_marker = object()


def markcoroutinefunction(func):
    func._is_coroutine_mark = _marker
    return func


def iscoroutinefunction(o):
    if _flag(o, CO_COROUTINE):
        return True
    f = _bare(o)
    return _ap.is_native_coroutine_function(f) or getattr(f, "_is_coroutine_mark", None) is _marker


def isawaitable(o):
    if isinstance(o, types.CoroutineType) or hasattr(type(o), "__await__"):
        return True
    return isinstance(o, types.GeneratorType) and bool(o.gi_code.co_flags & CO_ITERABLE_COROUTINE)


def _state(o, p):
    kind = {"gi": "GEN", "cr": "CORO", "ag": "AGEN"}[p]
    if getattr(o, p + "_running"):
        return kind + "_RUNNING"
    if p != "ag" and getattr(o, p + "_suspended") or p == "ag" and getattr(o, "ag_suspended", False):
        return kind + "_SUSPENDED"
    if getattr(o, p + "_frame") is None:
        return kind + "_CLOSED"
    return kind + "_CREATED"


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return generator.gi_frame.f_locals if generator.gi_frame is not None else {}


def getcoroutinelocals(coroutine):
    return coroutine.cr_frame.f_locals if coroutine.cr_frame is not None else {}


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return agen.ag_frame.f_locals if agen.ag_frame is not None else {}


def getgeneratorstate(g): return _state(g, "gi")
def getcoroutinestate(c): return _state(c, "cr")
def getasyncgenstate(a): return _state(a, "ag")


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
    return func


def getmodule(o):
    return sys.modules.get(getattr(o, "__module__", None))


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min((len(l) - len(l.lstrip()) for l in lines[1:] if l.strip()), default=0)
    lines = [lines[0].lstrip()] + [l[margin:] for l in lines[1:]]
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines)


def getdoc(o):
    doc = getattr(o, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def getmembers(o, predicate=None):
    out = []
    for name in dir(o):
        try:
            v = getattr(o, name)
        except AttributeError:
            continue
        if predicate is None or predicate(v):
            out.append((name, v))
    return sorted(out, key=lambda pair: pair[0])


def getattr_static(obj, attr, default=_marker):
    for d in [getattr(obj, "__dict__", {})] + [c.__dict__ for c in (obj if isclass(obj) else type(obj)).__mro__]:
        if attr in d:
            return d[attr]
    if default is _marker:
        raise AttributeError(attr)
    return default


def getmro(cls): return cls.__mro__


def _place(o):
    # (file, first line) of what has a source.
    if isclass(o):
        if "__firstlineno__" not in o.__dict__:
            raise TypeError(f"{o!r} is a built-in class")
        if o.__module__ != "__main__":
            raise OSError("could not get source code")
        return "main.py", o.__firstlineno__
    o = unwrap(_bare(o))
    for name in ("__code__", "tb_frame", "f_code"):
        o = getattr(o, name, o)
    if not iscode(o):
        if ismodule(o):
            raise OSError("could not get source code")
        raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got " + type(o).__name__)
    return o.co_filename, o.co_firstlineno


def getsource(o):
    filename, first = _place(o)
    lines = [_ap.source_line(filename, first)]
    indent = len(lines[0]) - len(lines[0].lstrip())
    n = first + 1
    body = not lines[0].lstrip().startswith("@")
    blank = 0
    while blank < 50:
        line = _ap.source_line(filename, n)
        if line.strip():
            if body and len(line) - len(line.lstrip()) <= indent and not line.lstrip().startswith(")"):
                break
            body = body or not line.lstrip().startswith("@")
            blank = 0
        else:
            blank += 1
        lines.append(line)
        n += 1
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join(lines) + "\n"


def getsourcelines(o):
    return getsource(o).splitlines(True), _place(o)[1]


def getfile(o):
    return "main.py" if ismodule(o) and o.__name__ == "__main__" else _place(o)[0]


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isinstance(obj, type):
        ann = obj.__dict__.get("__annotations__", obj.__dict__.get("__annotations_cache__"))
        if ann is None:
            annotate = obj.__dict__.get("__annotate__") or obj.__dict__.get("__annotate_func__")
            ann = obj.__annotations__ if annotate else {}
    else:
        ann = getattr(obj, "__annotations__", None) or {}
    ann = dict(ann)
    if eval_str:
        g = globals if globals is not None else getattr(unwrap(obj), "__globals__", None) or getattr(sys.modules.get(getattr(obj, "__module__", None)), "__dict__", {})
        ann = {k: eval(v, g, locals) if isinstance(v, str) else v for k, v in ann.items()}
    return ann


# A class's annotations where names may be undefined yet: annotationlib's format FORWARDREF.
def _forward_annotations(cls):
    try:
        return get_annotations(cls)
    except NameError:
        from typing import _evaluate_forward
        return _evaluate_forward(cls.__dict__.get("__annotate__") or cls.__dict__["__annotate_func__"], cls)


class _empty:
    pass


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name = name
        self.description = description
        return self

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"

    def __str__(self):
        return self.name


class Parameter:
    POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
    POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
    VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
    KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
    VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def __str__(self):
        s = self.name
        if self.annotation is not _empty:
            s += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            s += (" = " if self.annotation is not _empty else "=") + repr(self.default)
        if self.kind == 2:
            s = "*" + s
        elif self.kind == 4:
            s = "**" + s
        return s

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        return isinstance(other, Parameter) and (self.name, self.kind, self.default, self.annotation) == (other.name, other.kind, other.default, other.annotation)

    def replace(self, **kw):
        d = dict(name=self.name, kind=self.kind, default=self.default, annotation=self.annotation)
        d.update(kw)
        return Parameter(d.pop("name"), d.pop("kind"), **d)


def formatannotation(annotation):
    if getattr(annotation, "__module__", None) == "typing":
        import re
        return re.sub(r"[\w.]+", lambda match: match[0].removeprefix("typing."), repr(annotation))
    if isinstance(annotation, type) and type(annotation) is not types.GenericAlias:
        if annotation.__module__ in ("builtins", "__main__") and annotation.__module__ == "builtins":
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    r = repr(annotation)
    return r.removeprefix("typing.") if r.startswith("typing.") else r


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        out = []
        for name, p in self.signature.parameters.items():
            if p.kind in (3, 4) or name not in self.arguments:
                break
            if p.kind == 2:
                out.extend(self.arguments[name])
            else:
                out.append(self.arguments[name])
        return tuple(out)

    @property
    def kwargs(self):
        out = {}
        skipped = False
        for name, p in self.signature.parameters.items():
            if name not in self.arguments:
                skipped = True
            elif p.kind == 4:
                out.update(self.arguments[name])
            elif p.kind == 3 or skipped:
                out[name] = self.arguments[name]
        return out

    def apply_defaults(self):
        new = {}
        for name, p in self.signature.parameters.items():
            if name in self.arguments:
                new[name] = self.arguments[name]
            elif p.default is not _empty:
                new[name] = p.default
            elif p.kind == 2:
                new[name] = ()
            elif p.kind == 4:
                new[name] = {}
        self.arguments = new

    def __repr__(self):
        return f"<BoundArguments ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = types.MappingProxyType({p.name: p for p in parameters or ()})
        self.return_annotation = return_annotation

    def __str__(self):
        parts = []
        slash = star = False
        for p in self.parameters.values():
            if p.kind == 0:
                slash = True
            elif slash:
                parts.append("/")
                slash = False
            if p.kind == 2:
                star = True
            elif p.kind == 3 and not star:
                parts.append("*")
                star = True
            parts.append(str(p))
        if slash:
            parts.append("/")
        s = f"({', '.join(parts)})"
        if self.return_annotation is not _empty:
            s += " -> " + formatannotation(self.return_annotation)
        return s

    def __repr__(self):
        return f"<Signature {self}>"

    def __eq__(self, other):
        return isinstance(other, Signature) and list(self.parameters.values()) == list(other.parameters.values()) and self.return_annotation == other.return_annotation

    def replace(self, *, parameters=None, return_annotation=_marker):
        return Signature(self.parameters.values() if parameters is None else parameters,
                         return_annotation=self.return_annotation if return_annotation is _marker else return_annotation)

    def _bind(self, args, kwargs, partial=False):
        out = {}
        args = list(args)
        kwargs = dict(kwargs)
        for name, p in self.parameters.items():
            if p.kind == 2:
                out[name] = tuple(args)
                args = []
                if not out[name]:
                    del out[name]
            elif p.kind == 4:
                if kwargs:
                    out[name] = kwargs
                    kwargs = {}
            elif p.kind != 3 and args:
                if name in kwargs and p.kind == 1:
                    raise TypeError(f"multiple values for argument {name!r}")
                out[name] = args.pop(0)
            elif name in kwargs and p.kind != 0:
                out[name] = kwargs.pop(name)
            elif p.default is _empty and not partial:
                raise TypeError(f"missing a required {'keyword-only ' if p.kind == 3 and all(q.kind != 2 for q in self.parameters.values()) else ''}argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, out)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)


def _of_function(f):
    code = getattr(f, "__code__", None)
    if code is None:
        return _of_native(f)
    names = code.co_varnames + tuple(n for n in code.co_cellvars if n not in code.co_varnames)
    names = _ap.parameter_names(f)
    ann = get_annotations(f)
    n, kwonly = code.co_argcount, code.co_kwonlyargcount
    defaults = f.__defaults__ or ()
    out = []
    for i, name in enumerate(names[:n]):
        d = i - (n - len(defaults))
        out.append(Parameter(name, Parameter.POSITIONAL_ONLY if i < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD,
                             default=defaults[d] if d >= 0 else _empty, annotation=ann.get(name, _empty)))
    at = n + kwonly
    if code.co_flags & CO_VARARGS:
        out.append(Parameter(names[at], Parameter.VAR_POSITIONAL, annotation=ann.get(names[at], _empty)))
        at += 1
    kwd = f.__kwdefaults__ or {}
    for name in names[n:n + kwonly]:
        out.append(Parameter(name, Parameter.KEYWORD_ONLY, default=kwd.get(name, _empty), annotation=ann.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        out.append(Parameter(names[at], Parameter.VAR_KEYWORD, annotation=ann.get(names[at], _empty)))
    return Signature(out, return_annotation=ann.get("return", _empty))


def _of_text(text):
    f = eval(f"lambda {text}: 0", {})
    return _of_function(f)


def _of_native(f):
    text = _ap.signature_text(f)
    if text is None:
        raise ValueError(f"no signature found for builtin {f!r}")
    if type(f).__name__ == "method_descriptor":
        text = ("self, " if "/" in text else "self, /, ") + text
    elif isinstance(f, types.FunctionType) and "." in f.__qualname__:
        text = "self, " + text
    return _of_text(text)


# What is made by C++ without an __init__ that Python could see.
_CLASSES = {
    "_asyncio.Future": "*, loop=None",
    "_asyncio.Task": "coro, *, loop=None, name=None, context=None, eager_start=False",
    "asyncio.events.Handle": "callback, args, loop, context=None",
    "asyncio.events.TimerHandle": "when, callback, args, loop, context=None",
    "asyncio.transports.BaseTransport": "extra=None",
    "asyncio.streams.StreamReader": "limit=65536, loop=None",
}


def _of_class(cls):
    for base in cls.__mro__:
        text = _CLASSES.get(f"{base.__module__}.{base.__qualname__}")
        if text is not None:
            return _of_text(text)
        for name in ("__new__", "__init__"):
            f = vars(base).get(name)
            if isinstance(f, staticmethod):
                f = f.__func__
            if isinstance(f, types.FunctionType):
                sig = _of_function(f)
                return sig.replace(parameters=list(sig.parameters.values())[1:])
    if issubclass(cls, BaseException):
        raise ValueError(f"no signature found for builtin type {cls!r}")
    return Signature()


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    from functools import partial
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, types.MethodType):
        sig = signature(obj.__func__)
        return sig.replace(parameters=list(sig.parameters.values())[1:])
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__"))
    sig = getattr(obj, "__signature__", None)
    if isinstance(sig, Signature):
        return sig
    if isinstance(obj, types.FunctionType):
        return _of_function(obj)
    if isinstance(obj, partial):
        sig = signature(obj.func)
        params = list(sig.parameters.values())[len(obj.args):]
        out = []
        only = False
        for p in params:
            if p.name in obj.keywords:
                only = True
                p = p.replace(default=obj.keywords[p.name], kind=Parameter.KEYWORD_ONLY)
            elif only and p.kind == 1:
                p = p.replace(kind=Parameter.KEYWORD_ONLY)
            out.append(p)
        return sig.replace(parameters=out)
    if isinstance(obj, type):
        return _of_class(obj)
    if _ap.signature_text(obj) is not None:
        return _of_native(obj)
    f = getattr(type(obj), "__call__", None)
    if isinstance(f, types.FunctionType):
        sig = _of_function(f)
        return sig.replace(parameters=list(sig.parameters.values())[1:])
    raise ValueError(f"no signature found for builtin {obj!r}")


def _return_first(annotations):
    return {"return": annotations.pop("return"), **annotations} if "return" in annotations else annotations


def getfullargspec(func):
    from collections import namedtuple
    T = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations", module="inspect")
    sig = _of_function(_bare(func))
    ps = sig.parameters.values()
    f = _bare(func)
    return T([p.name for p in ps if p.kind < 2], next((p.name for p in ps if p.kind == 2), None),
             next((p.name for p in ps if p.kind == 4), None), f.__defaults__, [p.name for p in ps if p.kind == 3],
             f.__kwdefaults__, _return_first(get_annotations(f)))


def currentframe():
    return sys._getframe(1) if hasattr(sys, "_getframe") else None
