from typing import Generic, Protocol, TypeVar, Dict
T, K = TypeVar("T"), TypeVar("K")
class A(Generic[T]): pass
class B(A[T], Generic[K, T]): pass
class C(A[int]): pass
class D(A[T], Dict[K, int]): pass
class P(Protocol[T]): pass
class X[Q]: pass
class Y(X[int]): pass
for c in (A, B, C, D, P, X, Y):
    print(c.__parameters__, c.__orig_bases__, [b.__name__ for b in c.__mro__])
print(A[int].__parameters__, B[int, T].__parameters__)
