from __future__ import annotations
def f(x: Undefined, y: list[int]) -> Also: ...
class A:
    z: Missing = 1
print(f.__annotations__, A.__annotations__)
