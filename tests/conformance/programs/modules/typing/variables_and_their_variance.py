from typing import ParamSpec, TypeVar, TypeVarTuple
T, W, X = TypeVar('T'), TypeVar('W', covariant=True), TypeVar('X', contravariant=True)
U, V, I = TypeVar('U', bound=int), TypeVar('V', int, str), TypeVar('I', infer_variance=True)
print(T, W, X, U, V, I, ParamSpec('P'), TypeVarTuple('Ts'), [T])
print(U.__bound__, T.__bound__, V.__constraints__, T.__constraints__, W.__covariant__, W.__contravariant__, X.__contravariant__)
def f[A, B: int, *C, **D](x: A) -> A: return x
print(f.__type_params__, [repr(p) for p in f.__type_params__], f.__type_params__[1].__bound__)
for bad in ("TypeVar('T', covariant=True, contravariant=True)", "TypeVar('T', int)", "TypeVar('T', int, str, bound=int)"):
    try: print(eval(bad))
    except Exception as e: print(type(e).__name__, e)
