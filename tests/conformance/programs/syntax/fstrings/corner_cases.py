x = 5; y = 3.14159; s = 'str'; d = {'a': 1, 'b': [1, 2]}; n = None; w = 10; p = 2
print(f'{x}', f'{x!r}', f'{s!r}', f'{s!s:>5}', f'{x=}', f'{x = }', f'{s=}', f'{y:.2f}', f'{y=:.2f}', f'{x:05d}', f'{x:>{w}}', f'{y:{w}.{p}f}', f'{d["a"]}', f'{d['b'][0]}', f'{{}}', f'{{{x}}}', f'{x}{y}', f'{x + 1}', f'{x if x else y}', f'{(lambda: 5)()}')
print(f'{x!r:>5}', f'{s!a}', f'{"nested " + f"{x}"}', f"{'a' 'b'}", f'{x:,}', f'{1000000:,}', f'{1e6:,.2f}', f'{0.5:%}', f'{255:#x}', f'{255:b}', f'{-5:+}', f'{5:+}', f'{5: }')
print(f'''multi
{x}
line''', f"{x
+ 1}", f'a\tb\n{x}', rf'\d{x}', fr'\n{x}', F'{x}', f'{x:}', f'{s:}', f'{n}')
print(f'{x:{"05"}}', f'{x:{"0"}{5}}', f'{"a":{"*"}^{9}}', f'{x == 5}', f'{x != 4}', f'{x >= 3}', f'{x, y}', f'{[i for i in range(3)]}', f'{ {"k": 1}["k"] }', f'{ {1, 2} }', f'{x:=10}' )
print(f'{(z := 7)} {z}', f'{x!r}', f'{x !r}', f'{x=!r}', f'{s=!s}', f'{x=:>5}', f'{  x  =  }', f'{x+1=}', f'{d["a"]=}', f'{s.upper()=}', f"{f'{f'{x}'}'}", f'{"\n"}', f'{'\'' + "q"}')
print(f'{3.0}', f'{1e20}', f'{1e-7}', f'{True}', f'{True:d}', f'{None!s:>6}', f'{b"x"}', f'{...}', f'{[1, "a"]}', f'{("a",)}', f'{int}', f'{y:e}', f'{y:g}', f'{y:10.3}', f'{12345.678:.0f}', f'{0.1+0.2}', f'{1/3:.3%}', f'{10**20:e}')
import datetime
t = datetime.datetime(2026, 1, 2, 3, 4, 5)
print(f'{t:%Y-%m-%d %H:%M:%S}', f'{t:%A %B %j}', f'{t!r}', f'{t}', f'{datetime.date(2026, 1, 2):%d/%m/%y}', f'{datetime.timedelta(hours=5)}')
for e in ("f'{x!z}'", "f'{'", "f'{}'", "f'}'", "f'{x'", "f'{x!}'", "f'{a b}'", "f'{x:{y}'", "f'{lambda x: 1}'", "f'{*a}'", "f'{x y}'", "f'{ }'", "f'{!r}'", "f'{x=y}'", "f'{x!r:}'", "f'{x:d!r}'", "f'{1:'", 'f"{x', "f'{x}}'", "f'{a.}'", "f'{yield}'", "f'{await x}'", "f'{x!rr}'", "f'{x! r}'", "f'{:5}'", "f'{=}'", "f'{a,b,}'", "f'{a[}'", "f'{a)}'", "f'{(a}'"):
    try: r = eval(e); print(e, '->', r)
    except SyntaxError as ex: print(e, '!!', ex.msg, ex.offset, ex.end_offset)
    except Exception as ex: print(e, '!', type(ex).__name__, ex)
class F:
    def __format__(self, spec): return f'<{spec}>'
    def __str__(self): return 'S'
    def __repr__(self): return 'R'
f = F()
print(f'{f} {f:abc} {f!r:>4} {f!s:>4} {f:{x}} {f:{{}}}' if 0 else f'{f} {f:abc} {f!r:>4} {f!s:>4} {f:{x}}')
print('a' f'{x}' 'b', f'a' 'b' f'{x}', 'x' rf'\{x}', f'{x}' '{x}')
print(f'{x:\x41<5}', f'{x:é>5}', f'{"é":>5}|', f'{"😀":*^6}')
name = 'W'; print(f'Hello, {name}! You have {3:d} new {"message" + "s" * (3 > 1)}.')
print(f'{x!s:^{w}}|', f'{y!r:.4}', f'{"abc":.2}', f'{"abc":>6.2}|')
try: f'{undefined_name}'
except NameError as e: print(e)
try: f'{x:s}'
except ValueError as e: print(e)
try: f'{s:d}'
except ValueError as e: print(e)
try: f'{n:>5}'
except TypeError as e: print(e)
try: f'{[1]:5}'
except TypeError as e: print(e)
try: f'{d:5}'
except TypeError as e: print(e)
print(f'{0:{x}.{p}f}' , f'{1234.5:{","}.{1}f}', f'{x:0{w}}', f'{x:<{w}}|', f"{'=' * 10}")
