import types
async def co(): pass
def f(): pass
c = co()
print(isinstance(c, types.CoroutineType), isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType), isinstance((x for x in []), types.GeneratorType), types.NoneType is type(None))
c.close()
n = types.SimpleNamespace(a=1); n.b = 2; print(n, n == types.SimpleNamespace(a=1, b=2), vars(n))
m = types.MappingProxyType({"k": 1}); print(m["k"], m)
try:
    m["k"] = 2
except TypeError as e:
    print(e)
print(types.MethodType(lambda self: self * 2, 21)())
