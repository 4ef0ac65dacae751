cases = r'''
if x = 5: pass
if True print(1)
for i in range(3) print(i)
def f() return 1
class A print(1)
while True print(1)
print "hello"
print hello
x = (1, 2
x = [1, 2
x = {1: 2
f(1, 2
x = 1 +
x = * 5
x = 5 5
x == 
def f(:
def f(a, a): pass
def f(a=1, b): pass
def f(*): pass
def f(*, **k): pass
def f(**k, a): pass
def f(*a, *b): pass
def f(a, /, b, /): pass
def f(/): pass
return 5
yield 5
await x
async with x: pass
async for i in x: pass
break
continue
x = yield
lambda: (yield)
nonlocal x
def f(): nonlocal q
def f(): x = 1; global x
def f(x): global x
global x; x = 1
class 5: pass
def 5(): pass
5 = x
x + 1 = 2
f() = 1
"a" = 1
None = 1
True = 1
[a, 1] = x
(a, f()) = x
x += y += 1
x + 1 += 2
f() += 1
[a] += 1
del f()
del 5
del x + 1
del (a, 5)
for 5 in x: pass
for f() in x: pass
with x as 5: pass
with x as f(): pass
import
import a.
import a as
import a as b.c
from a import
from a import (b, c
from . import
from a import *, b
from a import b as
def f(): from a import *
try: pass
try: pass; except: pass
except: pass
else: pass
elif x: pass
finally: pass
x = if 5
x = 5 if y
x = 5 if y else
x = not
x = a not b
x = a is
x = a.5
x = a.b.
x = a..b
x = a[
x = a[]
x = a[1
x = a[1:2:3:4]
f(a=1, 2)
f(**k, 1)
f(**k, *a)
f(a=1, a=2)
f(a b)
f(a, b c)
f(1=2)
f(a.b=1)
f(True=1)
f("a"=1)
f(x for x in y, 1)
f(1, x for x in y)
f(x for x in y, z for z in w)
[x for x in]
[x for in y]
[for x in y]
[x for x in y if]
[x, y for x in z]
[x async for x in y]
{x: y for x, y in z, 1}
{1, 2: 3}
{1: 2, 3}
{1: *a}
{**a: 1}
{a: }
(*a)
*a
x = *a
print(*)
f(*)
f(**)
"abc
'abc
"""abc
'abc"
f"{x
f"{"
f"}"
b"é"
0123
1__0
1_
0x
0b2
0o8
1e
1.2.3
5abc
1if 2else 3
$x
x?
x = `5`
a ! b
a <> b
x++
x--
++x
x := 5
(x := 5)
f(x := 5)
x = y := 5
lambda x: y := 5
(a.b := 5)
(a[0] := 5)
[i := 0 for i in x]
[(i := 0) for i in x]
class A: [(x := 1) for y in z]
match x: pass
match x:
  case: pass
match x:
  case a | b: pass
match x:
  case a: pass
  case b: pass
match x:
  case _ | 1: pass
match x:
  case [a, a]: pass
match x:
  case {**a, 'k': 1}: pass
match x:
  case {'a': 1, 'a': 2}: pass
match x:
  case P(a=1, 2): pass
match x:
  case P(a=1, a=2): pass
match x:
  case 1 + 2: pass
match x:
  case f(): pass
match x:
  case a.b(): pass
match x:
  case *a: pass
match x:
  case [*a, *b]: pass
match x:
  case -a: pass
match x:
  case 1 as _: pass
match x:
  case 1 as a.b: pass
try:
  pass
except* : pass
try:
  pass
except A, B: pass
try:
  pass
except A, B as e: pass
try:
  pass
except A as e.x: pass
try:
  pass
except: pass
except A: pass
try:
  pass
except A: pass
except* B: pass
try:
  pass
except* A:
  break
try:
  pass
except* A:
  return 1
def f():
pass
def f():
    x = 1
      y = 2
def f():
    x = 1
  y = 2
if True:
x = 1
  x = 1
if x:
    a
	b
class A:
for i in x:
while x:
with x:
try:
def f(): x = 1; if y: pass
if x: if y: pass
x = 1 if y: pass
@
@5
@a
x = 1
@a
def f(): await x
def f(): async with x: pass
def f(): [await x for x in y]
async def f(): yield from x
async def f(): return 1; yield
async def f(): yield; return 1
async def f(): lambda: await x
async def f(): [x async for x in y]
async x = 1
async def
async lambda: 1
def async(): pass
await = 5
class class: pass
import async
x.async
def f(None): pass
def f(x.y): pass
def f(5): pass
def f((a, b)): pass
lambda (a, b): 1
lambda a=1, b: 1
lambda a, a: 1
def f(a:): pass
def f() -> : pass
def f(a, *, b=1, **c,): pass
def f(a b): pass
assert
assert x,
raise x,
raise x from
raise from x
del
del x,
pass x
return
global
global x.y
global x, 
with
with x,
with (x as y, z as w: pass
with x as y z: pass
type X = 
type X[T = int
type 5 = 1
x: int: str
x: int = 
(x): int = 5
(x, y): int
[x]: int
x, y: int = 5
f(): int
"a": int
x = [1, 2 3]
x = {1: 2 3: 4}
x = {1 2}
x = (1 2)
x = "a" b
x = 1 2 3
foo bar
foo bar baz
if x then y
if x:
pritn("a") + 
for x on y: pass
fro x in y: pass
improt os
form x import y
whille x: pass
clas A: pass
deff f(): pass
retrun 5
els: pass
if x: pass
esle: pass
elseif x: pass
else if x: pass
try: pass
catch: pass
switch x: pass
x = 5;; y = 6
x = 5,,6
x = ,5
(,)
[,]
f(,)
f(a,,b)
x = )
x = (]
x = [)
x = {1, 2)
(1, 2))
x = 1)
x = "a" + 'b" 
x = \ 5
x = 5 \
a = 1 b = 2
print("a" "b" c)
print('it's')
print("say "hi"")
x = 'a' if b else 'c' 'd' e
é = 5
x = “hello”
x = a–b
def f(self) -> int
class A(B
class A(B) pass
class A()
if (x == 1:
if x == 1):
while (True:
x = {'a': 1, 'b' 2}
x = {'a' 1}
print(f"{x!}")
f'{a b}'
async def f():
    await
async def f():
    x = await
def f():
    x = await g()
asyncio.run(main()
def f(a, b):
    return a +
import a, 
from a import b,
from a import (b, c,)
from a import (b c)
from a import b c
from __future__ import nope
from __future__ import braces
x = 1; from __future__ import annotations
__debug__ = 1
def f(__debug__): pass
x = 1 in
not = 5
x = y = 5 = z
x = (yield) = 1
a, b += 1
(a, b) = 1 = c
x if y else z = 5
-x = 5
x < y = 5
x and y = 1
lambda: 1 = 5
[x for x in y] = 5
{a: b} = 5
{a} = 5
f"{x}" = 5
... = 5
x.y() = 5
await x = 5
(x) = 5
(5) = x
((x, 5)) = y
'''.strip('\n').split('\n')
progs = []
for line in cases:
    if progs and (line.startswith((' ', '\t')) or (progs[-1].startswith(('match', 'try:\n', 'async def f():\n', 'def f():\n', 'if x:\n', 'if True:\n', '@a')) and False)):
        progs[-1] += '\n' + line
    elif progs and line.startswith('except') and progs[-1].startswith('try:\n'):
        progs[-1] += '\n' + line
    else:
        progs.append(line)
for p in progs + ['def f():\n\tx = 1\n        y = 2', 'if x:\n    a\n\tb', 'x = 1\n  y = 2', 'if 1:\n    a = 1\n   b = 2', 'try:\n    x\ny', 'class A:\n', 'def f():\n    """doc', 'x = """\nabc\n', '(\n\n', 'a = [\n1,\n2\n\nb = 3', 'def f(\n  a,\n  b\n:\n  pass', "d = {\n'a': 1\n'b': 2\n}", 'f(\n a\n b\n)', 'if x:\n  pass\n else:\n  pass', '# coding: foo\nx', 'x = 1\n\n\n    y = 2', 'for i in x:\n# comment\ny = 1', 'if a:\n  b\nelse\n  c', 'def f():\n  return\n x', 'while True:\n    try:\n        x\n    finally:\n    y', 'print("a"\nprint("b")', 'x = {\n "a": [1, 2,\n "b": 3\n}', 'x = foo(1,\n  2\ny = 3', "s = 'abc\nx = 1", 'if x == 1\n  y = 2', 'def f(x)\n  return x', 'else:\n  x', 'class A\n  pass', 'for i in range(3)\n  print(i)', 'elif x:\n  y', 'a = 5 +\nb = 6', 'try:\n  x\nexcept ValueError\n  y', 'with a as b\n  c', 'lambda x:\n  x', 'match x:\n  case 1\n    pass', 'match x:\ncase 1: pass', 'import a b', 'import a from b', 'x = [i for i in range(3)', 'f(x, y=1, z)', 'print(x y)', 'def f(x, y=1, z): pass', 'a = b c d', 'True = 1', 'x = 5 if 3', 'print x', 'print(1', "print('a)", 'exec "x"', 'raise ValueError, "x"', 'async def f():\n    for x in await y: pass\nawait z', 'def f():\n    async for x in y: pass', 'def f():\n    return [x async for x in y]', 'x = [await y for y in z]', 'class A:\n    await x', 'class A:\n    return 1', 'class A:\n    yield 1', 'def f():\n    yield 1\n    await x', 'def f():\n  break', 'for x in y:\n  def f():\n    continue', 'while 1:\n  class A:\n    break', 'def f():\n  x: int\n  global x', 'def f():\n  print(x)\n  global x', 'def f():\n  nonlocal x', 'x = 1\ndef f():\n  nonlocal x', 'def f(x):\n  nonlocal x', 'def f():\n  x = 1\n  def g():\n    y = x\n    nonlocal x', 'class A:\n  nonlocal x', 'def f():\n  global x\n  nonlocal x', 'def f(a, b, a): pass', 'def f(a, *, a): pass', 'def f(*a, **a): pass', 'f(**a, b=1, **c, b=2)', 'from x import *\ndef f(): pass', 'class A:\n  from x import *', 'def f():\n  import *', '\x00', 'a\x00b', 'x = "\\x1"', 'x = "\\u12"', 'x = "\\U12345678"', "x = b'\\x1'", 'x = "\\400"', "x = '\\d'", 'x = 1 is 1', 'x = () is ()', 'assert (1, "a")', '1()', '"a" "b"()', '[1, 2] [3]', '[1][1, 2]', '(1)(2)', '{}[1]', '"a"["b"]', 'None[1]', 'None()', '(x for x in y)[0]', '{1}[0]', '[1](2)', 'f"a"()', '1.5[0]', 'def f():\n  try: pass\n  finally: return 1', 'for x in y:\n  try: pass\n  finally: break', 'while 1:\n  try: pass\n  finally: continue', 'def f():\n  try: pass\n  finally:\n    for x in y: break', '1in x', '1or 2', '0xfor x in y', '1_000if x else y', '1.if x else 2', '1jif x else 2']:
    try:
        compile(p, '<s>', 'exec')
        print(repr(p), 'OK')
    except SyntaxError as e:
        print(repr(p), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    except ValueError as e: print(repr(p), e)
