import inspect
def f(a, b: int = 2, /, *args, c, d="x", **kw) -> str:
    "doc"
async def co(x): pass
class A:
    def m(self, y=1): pass
print(inspect.signature(f), inspect.signature(co), inspect.signature(A.m), inspect.signature(A().m), list(inspect.signature(f).parameters))
print(inspect.isfunction(f), inspect.ismethod(A().m), inspect.isclass(A), inspect.iscoroutinefunction(co), inspect.ismodule(inspect), inspect.isbuiltin(len), inspect.getdoc(f), inspect.signature(f).return_annotation)
p = inspect.signature(f).parameters["b"]; print(p.default, p.kind, p.annotation, p.name)
print(inspect.currentframe().f_code.co_name, [n for n, _ in inspect.getmembers(A, inspect.isfunction)])
b = inspect.signature(f).bind(1, 5, 6, c=7); b.apply_defaults(); print(b.arguments)
