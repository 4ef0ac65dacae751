import dataclasses, enum
@dataclasses.dataclass
class Pt: x: int; y: int
class Color(enum.Enum): RED = 1; BLUE = 2
class Pos:
    __match_args__ = ('a',)
    def __init__(self, a): self.a = a; self.b = 9
def m(v):
    match v:
        case 0 | 1: return 'small'
        case int(n) if n > 100: return f'big {n}'
        case bool(): return 'bool'
        case float() as f: return f'float {f}'
        case 'a' | 'b' as s: return f'str {s}'
        case str(): return 'other str'
        case []: return 'empty'
        case [x]: return f'one {x}'
        case [1, *rest, 9]: return f'rest {rest}'
        case (a, b): return f'two {a} {b}'
        case [_, _, *_]: return 'many'
        case {'k': 1, **rest}: return f'map {rest}'
        case {'t': 'x', 'v': {'n': [p, q]}}: return f'nested {p} {q}'
        case {}: return 'mapping'
        case Pt(x=0, y=yy): return f'pt0 {yy}'
        case Pt(xx, yy): return f'pt {xx} {yy}'
        case Color.RED: return 'red'
        case Color(): return 'color'
        case Pos(5, b=9): return 'pos'
        case None: return 'none'
        case -1.5 | 2+3j: return 'never'
        case _: return 'default'
for v in (0, True, 500, 50, 1.5, -1.5, 'a', 'zz', [], [7], [1, 2, 3, 9], (1, 2), [3, 4, 5], {'k': 1, 'z': 2}, {'t': 'x', 'v': {'n': [1, 2]}}, {'q': 1}, Pt(0, 5), Pt(1, 2), Color.RED, Color.BLUE, Pos(5), Pos(6), None, 2+3j, {1}, b'ab', range(3), iter([])):
    print(repr(v)[:20] if not hasattr(v, '__next__') else 'it', '->', m(v))
try:
    match Pt(1, 2):
        case Pt(1, 2, 3): pass
except TypeError as e: print(e)
try:
    match 5:
        case int(1, 2): pass
except TypeError as e: print(e)
class NoArgs: pass
try:
    match NoArgs():
        case NoArgs(1): pass
except TypeError as e: print(e)
try:
    match Pos(1):
        case Pos(1, a=1): pass
except TypeError as e: print(e)
try:
    match 1:
        case len(): pass
except TypeError as e: print(e)
match 5:
    case x: pass
print(x)
match 1, 2:
    case 1, y: print(y)
match = 5; case = 6; type = 7; print(match, case, type)
match [1, [2, 3]]:
    case [a, [b, c]]: print(a, b, c)
match {'a': None}:
    case {'a': None}: print('n')
