# Runs inside the reference interpreter (CPython 3.14): what it makes of a source, in the notation of ../dump.hpp.
import ast
import json
import struct
import traceback
import warnings

BINARY = dict(Add="+", Sub="-", Mult="*", MatMult="@", Div="/", Mod="%", Pow="**", LShift="<<", RShift=">>",
              BitOr="|", BitXor="^", BitAnd="&", FloorDiv="//")
UNARY = dict(Invert="~", Not="not", UAdd="+", USub="-")
COMPARE = dict(Eq="==", NotEq="!=", Lt="<", LtE="<=", Gt=">", GtE=">=", Is="is", IsNot="isnot", In="in",
               NotIn="notin")
CONTEXT = dict(Load="L", Store="S", Del="D")


def at(node):
    return f"@{node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}"


def seq(items, one):
    return "[" + " ".join(one(item) for item in items) + "]"


def exprs(items):
    return seq(items, expr)


def name(identifier):
    return identifier or "-"


def arg(node):
    return "-" if node is None else f"(arg {node.arg} {expr(node.annotation)}{at(node)})"


def args(node):
    return ("(args " + seq(node.posonlyargs, arg) + seq(node.args, arg) + arg(node.vararg)
            + seq(node.kwonlyargs, arg) + exprs(node.kw_defaults) + arg(node.kwarg) + exprs(node.defaults) + ")")


def keywords(items):
    return seq(items, lambda k: f"(kw {name(k.arg)} {expr(k.value)}{at(k)})")


def generators(items):
    return seq(items, lambda c: ("(async " if c.is_async else "(for ") + expr(c.target) + expr(c.iter)
               + exprs(c.ifs) + ")")


def type_params(items):
    kinds = dict(TypeVar="T", ParamSpec="P", TypeVarTuple="Ts")
    return seq(items, lambda p: f"({kinds[type(p).__name__]} {p.name} {expr(getattr(p, 'bound', None))}"
               f"{expr(p.default_value)}{at(p)})")


def constant(value):
    if value is None or value is True or value is False:
        return str(value)
    if value is ...:
        return "..."
    if isinstance(value, int):
        return f"i{value}"
    if isinstance(value, float):
        return "f" + struct.pack(">d", value).hex()
    if isinstance(value, complex):
        return "j" + struct.pack(">d", value.imag).hex()
    if isinstance(value, str):
        return "s" + value.encode("utf-8", "surrogatepass").hex()
    return "b" + value.hex()


def expr(e):
    if e is None:
        return "-"
    kind = type(e).__name__
    match e:
        case ast.BoolOp():
            inner = type(e.op).__name__.lower() + exprs(e.values)
        case ast.NamedExpr():
            inner = expr(e.target) + expr(e.value)
        case ast.BinOp():
            inner = expr(e.left) + BINARY[type(e.op).__name__] + expr(e.right)
        case ast.UnaryOp():
            inner = UNARY[type(e.op).__name__] + expr(e.operand)
        case ast.Lambda():
            inner = args(e.args) + expr(e.body)
        case ast.IfExp():
            inner = expr(e.test) + expr(e.body) + expr(e.orelse)
        case ast.Dict():
            inner = exprs(e.keys) + exprs(e.values)
        case ast.Set():
            inner = exprs(e.elts)
        case ast.ListComp() | ast.SetComp():
            inner = expr(e.elt) + generators(e.generators)
        case ast.GeneratorExp():
            kind, inner = "GenExp", expr(e.elt) + generators(e.generators)
        case ast.DictComp():
            inner = expr(e.key) + expr(e.value) + generators(e.generators)
        case ast.Await() | ast.Yield() | ast.YieldFrom():
            inner = expr(e.value)
        case ast.Compare():
            inner = expr(e.left) + seq(e.ops, lambda op: COMPARE[type(op).__name__]) + exprs(e.comparators)
        case ast.Call():
            inner = expr(e.func) + exprs(e.args) + keywords(e.keywords)
        case ast.FormattedValue():
            spec = e.format_spec
            if isinstance(spec, ast.Constant):  # CPython's shortcut for some specs
                spec = ast.JoinedStr([spec], lineno=spec.lineno, col_offset=spec.col_offset - 1,
                                     end_lineno=spec.end_lineno, end_col_offset=spec.end_col_offset)
            inner = expr(e.value) + ("-" if e.conversion == -1 else chr(e.conversion)) + expr(spec)
        case ast.JoinedStr():
            inner = exprs(e.values)
        case ast.Constant():
            inner = constant(e.value)
        case ast.Attribute():
            inner = expr(e.value) + e.attr + " " + CONTEXT[type(e.ctx).__name__]
        case ast.Subscript():
            inner = expr(e.value) + expr(e.slice) + CONTEXT[type(e.ctx).__name__]
        case ast.Starred():
            inner = expr(e.value) + CONTEXT[type(e.ctx).__name__]
        case ast.Name():
            inner = e.id + " " + CONTEXT[type(e.ctx).__name__]
        case ast.List() | ast.Tuple():
            inner = exprs(e.elts) + CONTEXT[type(e.ctx).__name__]
        case ast.Slice():
            inner = expr(e.lower) + expr(e.upper) + expr(e.step)
        case _:
            inner = "?"
    return f"({kind} {inner}{at(e)})"


def pattern(p):
    if p is None:
        return "-"
    match p:
        case ast.MatchValue():
            inner = expr(p.value)
        case ast.MatchSingleton():
            inner = str(p.value)
        case ast.MatchSequence() | ast.MatchOr():
            inner = seq(p.patterns, pattern)
        case ast.MatchMapping():
            inner = exprs(p.keys) + seq(p.patterns, pattern) + name(p.rest)
        case ast.MatchClass():
            inner = expr(p.cls) + seq(p.patterns, pattern) + seq(p.kwd_attrs, name) + seq(p.kwd_patterns, pattern)
        case ast.MatchStar():
            inner = name(p.name)
        case ast.MatchAs():
            inner = pattern(p.pattern) + name(p.name)
    return f"({type(p).__name__} {inner}{at(p)})"


def aliases(items):
    return seq(items, lambda a: f"(alias {a.name} {name(a.asname)}{at(a)})")


def body(items):
    return seq(items, stmt)


def stmt(s):
    kind = type(s).__name__
    is_async = kind.startswith("Async")
    if is_async:
        kind = kind[5:]
    match s:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            inner = (("async " if is_async else "def ") + s.name + args(s.args) + body(s.body)
                     + exprs(s.decorator_list) + expr(s.returns) + type_params(s.type_params))
        case ast.ClassDef():
            inner = (s.name + exprs(s.bases) + keywords(s.keywords) + body(s.body) + exprs(s.decorator_list)
                     + type_params(s.type_params))
        case ast.Return() | ast.Expr():
            inner = expr(s.value)
        case ast.Delete():
            inner = exprs(s.targets)
        case ast.Assign():
            inner = exprs(s.targets) + expr(s.value)
        case ast.TypeAlias():
            inner = expr(s.name) + type_params(s.type_params) + expr(s.value)
        case ast.AugAssign():
            inner = expr(s.target) + BINARY[type(s.op).__name__] + expr(s.value)
        case ast.AnnAssign():
            inner = expr(s.target) + expr(s.annotation) + expr(s.value) + str(s.simple)
        case ast.For() | ast.AsyncFor():
            inner = ("async " if is_async else "for ") + expr(s.target) + expr(s.iter) + body(s.body) + body(s.orelse)
        case ast.While() | ast.If():
            inner = expr(s.test) + body(s.body) + body(s.orelse)
        case ast.With() | ast.AsyncWith():
            inner = (("async " if is_async else "with ")
                     + seq(s.items, lambda i: f"(item {expr(i.context_expr)}{expr(i.optional_vars)})") + body(s.body))
        case ast.Match():
            inner = expr(s.subject) + seq(
                s.cases, lambda c: f"(case {pattern(c.pattern)}{expr(c.guard)}{body(c.body)})")
        case ast.Raise():
            inner = expr(s.exc) + expr(s.cause)
        case ast.Try() | ast.TryStar():
            inner = (("star " if kind == "TryStar" else "try ") + body(s.body)
                     + seq(s.handlers, lambda h: f"(except {expr(h.type)}{name(h.name)}{body(h.body)}{at(h)})")
                     + body(s.orelse) + body(s.finalbody))
            kind = "Try"
        case ast.Assert():
            inner = expr(s.test) + expr(s.msg)
        case ast.Import():
            inner = aliases(s.names)
        case ast.ImportFrom():
            inner = name(s.module) + aliases(s.names) + str(s.level)
        case ast.Global() | ast.Nonlocal():
            inner = seq(s.names, name)
        case _:
            inner = ""
    return f"({kind} {inner}{at(s)})"


def parse(source, formatted=False, mode="exec", full=False):
    """[tree or None, error or None, warnings]; `full` compiles as well, for the warnings of the compiler."""
    tree = error = None
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            parsed = compile(source, "main.py", mode, ast.PyCF_ONLY_AST)
            tree = body(parsed.body) if mode == "exec" else expr(parsed.body)
            if full:
                caught.clear()
                compile(source, "main.py", mode)
        except SyntaxError as e:
            error = [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
            failure = e
            if e.text is None and e.lineno:  # the compiler's errors look for a file
                e.text = source.splitlines()[e.lineno - 1]
        except (MemoryError, RecursionError, ValueError) as e:
            error = [type(e).__name__, str(e), None, None, None, None]
            failure = e
    if error is not None and formatted:
        error.append("".join(traceback.format_exception_only(failure)))
    return [tree, error, [[str(w.message), w.lineno] for w in caught]]


def parse_all(sources, formatted=False, mode="exec", full=False):
    return json.dumps([parse(source, formatted, mode, full) for source in json.loads(sources)])
