"""Finds which features a program uses, under the names of frequencies.json.

Runs inside the reference, on its own `ast`: given = [[name, source], ...], answer = {name: ["section/entry", ...]}.
"""
import ast
import builtins

BUILTINS = {name for name in dir(builtins)}
EXCEPTIONS = {name for name in BUILTINS if isinstance(getattr(builtins, name), type) and issubclass(getattr(builtins, name), BaseException)}
OPERATORS = {ast.Add: 'Add', ast.Sub: 'Sub', ast.Mult: 'Mult', ast.Div: 'Div', ast.Mod: 'Mod', ast.Pow: 'Pow', ast.FloorDiv: 'FloorDiv', ast.BitOr: 'BitOr'}
COMPREHENSIONS = {ast.ListComp: 'list comprehension', ast.SetComp: 'set comprehension', ast.DictComp: 'dict comprehension', ast.GeneratorExp: 'generator expression'}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
SCOPES = FUNCTIONS + (ast.Lambda, ast.ClassDef)


class Finder(ast.NodeVisitor):
    def __init__(self):
        self.found = set()
        self.modules = {}           # local name -> module
        self.members = {}           # local name -> (module, name)
        self.stack = []

    def add(self, section, *names):
        self.found.update(f'{section}/{name}' for name in names)

    def syntax(self, *names):
        self.add('Syntax', *names)

    def visit(self, node):
        self.add('AST node types', type(node).__name__)
        self.stack.append(node)
        super().visit(node)
        self.stack.pop()

    # -- where a name comes from
    def path_of(self, node):
        """('asyncio', 'sleep') for asyncio.sleep or an imported sleep."""
        if isinstance(node, ast.Name):
            return self.members.get(node.id)
        if isinstance(node, ast.Attribute):
            if isinstance(node.value, ast.Name) and node.value.id in self.modules:
                return self.modules[node.value.id], node.attr
            if isinstance(node.value, ast.Attribute):
                parent = self.path_of(node.value)
                if parent:
                    return parent[0] + '.' + parent[1], node.attr
        return None

    def use(self, module, name):
        if module == 'asyncio':
            self.add('asyncio names', name)
        elif module.startswith('asyncio.'):
            self.add('asyncio names', module.split('.')[1], name)
        else:
            self.add('Standard-library attributes', f'{module}.{name}')

    def visit_Import(self, node):
        for alias in node.names:
            self.add('Modules', alias.name)
            if alias.asname:
                self.modules[alias.asname] = alias.name
            else:
                self.modules[alias.name.split('.')[0]] = alias.name.split('.')[0]
        self.generic_visit(node)

    def visit_ImportFrom(self, node):
        if node.level:
            return
        self.add('Modules', node.module)
        if node.module.startswith('asyncio.'):
            self.add('asyncio names', node.module.split('.')[1])
        for alias in node.names:
            self.members[alias.asname or alias.name] = (node.module, alias.name)
            self.use(node.module, alias.name)
        self.generic_visit(node)

    def visit_Name(self, node):
        if node.id in EXCEPTIONS and node.id not in self.members:
            self.add('Exceptions named', node.id)
        if node.id in BUILTINS or node.id == '__name__':
            self.add('Built-in functions', node.id)
        path = self.members.get(node.id)
        if path and isinstance(node.ctx, ast.Load):
            self.use(*path)

    def visit_Attribute(self, node):
        path = self.path_of(node)
        if path:
            self.use(*path)
        self.add('Methods', '.' + node.attr)
        self.generic_visit(node)

    # -- calls
    def visit_Call(self, node):
        if node.keywords:
            self.syntax('keyword arguments in call')
        if any(isinstance(a, ast.Starred) for a in node.args):
            self.syntax('call *args', 'starred in call/display')
        if any(k.arg is None for k in node.keywords):
            self.syntax('call **kwargs')
        path = self.path_of(node.func)
        name = '.'.join(path) if path else node.func.id if isinstance(node.func, ast.Name) else None
        for keyword in node.keywords:
            self.add('Keyword arguments of note', f'{name}({keyword.arg or "**"}=)')
        if isinstance(node.func, ast.Attribute) and node.func.attr == 'format':
            self.syntax('str.format()')
        self.generic_visit(node)

    # -- definitions
    def function(self, node):
        arguments = node.args
        every = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
        if arguments.vararg:
            self.syntax('def *args')
        if arguments.kwarg:
            self.syntax('def **kwargs')
        if arguments.kwonlyargs:
            self.syntax('keyword-only params')
        if arguments.defaults or any(arguments.kw_defaults):
            self.syntax('default params')
        if isinstance(node, ast.Lambda):
            return
        if any(a.annotation for a in every) or node.returns:
            self.syntax('type annotations on def')
        if node.decorator_list:
            self.syntax('decorators on functions')
        inside = [n for n in self.stack[:-1] if isinstance(n, SCOPES)]
        if inside and isinstance(inside[-1], FUNCTIONS):
            self.syntax('nested functions / closures')
        if inside and isinstance(inside[-1], ast.ClassDef):
            if isinstance(node, ast.AsyncFunctionDef):
                self.syntax('async methods')
            if node.name.startswith('__') and node.name.endswith('__'):
                self.add('Special methods defined', node.name)
        if ast.get_docstring(node, clean=False) is not None:
            self.syntax('docstring')
        own = list(own_nodes(node))
        if any(isinstance(n, (ast.Yield, ast.YieldFrom)) for n in own):
            self.syntax('async generator' if isinstance(node, ast.AsyncFunctionDef) else 'generator function')

    def visit_FunctionDef(self, node):
        self.function(node)
        self.generic_visit(node)

    def visit_AsyncFunctionDef(self, node):
        self.syntax('async def')
        self.function(node)
        self.generic_visit(node)

    def visit_Lambda(self, node):
        self.syntax('lambda')
        self.function(node)
        self.generic_visit(node)

    def visit_ClassDef(self, node):
        self.syntax('class')
        if node.bases:
            self.syntax('class with bases')
        if node.decorator_list:
            self.syntax('class decorator')
        if any(isinstance(b, ast.Name) and (b.id in EXCEPTIONS or b.id.endswith(('Error', 'Exception'))) for b in node.bases):
            self.syntax('user exception class')
        if ast.get_docstring(node, clean=False) is not None:
            self.syntax('docstring')
        self.generic_visit(node)

    def visit_Module(self, node):
        if ast.get_docstring(node, clean=False) is not None:
            self.syntax('docstring')
        self.generic_visit(node)

    # -- statements
    def visit_If(self, node):
        if ast.unparse(node.test) in ("__name__ == '__main__'", "'__main__' == __name__"):
            self.syntax("if __name__ == '__main__'")
        self.generic_visit(node)

    def loop(self, node, name):
        self.syntax(name)
        if node.orelse:
            self.syntax('loop else')
        self.generic_visit(node)

    def visit_For(self, node):
        if isinstance(node.target, (ast.Tuple, ast.List)):
            self.syntax('tuple unpacking')
        self.loop(node, 'for')

    def visit_AsyncFor(self, node):
        self.loop(node, 'async for')

    def visit_While(self, node):
        self.loop(node, 'while')

    def visit_Try(self, node):
        self.syntax('try')
        if node.finalbody:
            self.syntax('finally')
        if node.orelse:
            self.syntax('try else')
        self.generic_visit(node)

    def visit_TryStar(self, node):
        self.syntax('except*')
        self.generic_visit(node)

    def visit_ExceptHandler(self, node):
        if node.type is None:
            self.syntax('bare except')
        if node.name:
            self.syntax('except as')
        self.generic_visit(node)

    def with_items(self, node, name):
        self.syntax(name)
        if len(node.items) > 1:
            self.syntax('with several items')
        self.generic_visit(node)

    def visit_With(self, node):
        self.with_items(node, 'with')

    def visit_AsyncWith(self, node):
        self.with_items(node, 'async with')

    def visit_Raise(self, node):
        self.syntax('raise' if node.exc else 'bare raise')
        if node.cause:
            self.syntax('raise from')
        self.generic_visit(node)

    def visit_Assign(self, node):
        if len(node.targets) > 1:
            self.syntax('a = b = c')
        if any(isinstance(t, (ast.Tuple, ast.List)) for t in node.targets):
            self.syntax('tuple unpacking')
        self.generic_visit(node)

    def visit_comprehension(self, node):
        if node.ifs:
            self.syntax('comprehension if')
        if node.is_async:
            self.syntax('async comprehension')
        self.generic_visit(node)

    # -- expressions
    def visit_BinOp(self, node):
        if type(node.op) in OPERATORS:
            self.syntax('BinOp ' + OPERATORS[type(node.op)])
        if isinstance(node.op, ast.Mod) and isinstance(node.left, (ast.Constant, ast.JoinedStr)) and isinstance(getattr(node.left, 'value', ''), str):
            self.syntax('% string formatting')
        self.generic_visit(node)

    def visit_Compare(self, node):
        if any(isinstance(op, (ast.Is, ast.IsNot)) for op in node.ops):
            self.syntax('is / is not')
        if any(isinstance(op, (ast.In, ast.NotIn)) for op in node.ops):
            self.syntax('in / not in')
        self.generic_visit(node)

    def visit_Constant(self, node):
        if isinstance(node.value, float):
            self.syntax('float literal')
        if node.value is ...:
            self.syntax('Ellipsis ...')
        if isinstance(node.value, str) and not node.value.isascii():
            self.syntax('non-ASCII string')

    def visit_JoinedStr(self, node):
        self.syntax('f-string')
        for before, field in zip([None, *node.values], node.values):
            if not isinstance(field, ast.FormattedValue):
                continue
            if field.conversion == ord('r'):
                self.syntax('f-string !r')
            if field.conversion == ord('s'):
                self.syntax('f-string !s')
            if isinstance(before, ast.Constant) and before.value.rstrip().endswith('=') and before.value.rstrip().rstrip('=').rstrip().endswith(ast.unparse(field.value)):
                self.syntax('f-string {x=}')
            if field.format_spec is not None:
                self.syntax('f-string format spec')
                if all(isinstance(v, ast.Constant) for v in field.format_spec.values):
                    self.add('Format specs', ''.join(v.value for v in field.format_spec.values))
        self.generic_visit(node)

    def generic_visit(self, node):
        simple = {
            ast.Await: 'await', ast.Global: 'global', ast.Subscript: 'subscript', ast.Dict: 'dict literal', ast.Set: 'set literal', ast.AugAssign: 'augmented assignment',
            ast.AnnAssign: 'annotated assignment', ast.Assert: 'assert', ast.IfExp: 'conditional expression', ast.NamedExpr: 'walrus', ast.Match: 'match', ast.Slice: 'slice',
            ast.YieldFrom: 'yield from', ast.Delete: 'del', ast.Starred: 'starred in call/display',
        }.get(type(node)) or COMPREHENSIONS.get(type(node))
        if simple:
            self.syntax(simple)
        super().generic_visit(node)


def own_nodes(function):
    """The nodes of a function's body without those of functions inside it."""
    todo = list(ast.iter_child_nodes(function))
    while todo:
        node = todo.pop()
        yield node
        if not isinstance(node, SCOPES):
            todo.extend(ast.iter_child_nodes(node))


def features(source):
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return []
    finder = Finder()
    finder.visit(tree)
    return sorted(finder.found)


answer = {name: features(source) for name, source in given}
