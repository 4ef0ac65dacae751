def t(src):
    try: exec(compile(src,'f.py','exec')); print('ok')
    except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
    except Exception as e: print(type(e).__name__, e)
t('class A[T, T]: pass'); t('def f[T, *T](): pass'); t('type X[T, **T] = int'); t('def f[T=int, U](): pass'); t('class A[*T=1, U]: pass')
t('class A[T: (yield)]: pass'); t('class A[T](x:=1): pass'); t('def f[T](a: (yield)): pass'); t('def f[T](a=(x:=1)): pass'); t('type X = (yield)'); t('type X = (y:=1)'); t('type X[T: (y:=1)] = 1'); t('async def f():\n  type X = await 1'); t('class A[T](await x): pass'); t('def f[T]() -> (yield): pass'); t('def f() -> (yield): pass'); t('x: (yield) = 1'); t('x: (y:=1) = 1'); t('def f(x: (await y)): pass'); t('async def f(x: (await y)): pass')
t('def f[T](T): return T\nprint(f(1))'); t('class A[T]:\n  T = 1\nprint(A.T)'); t('def f[T]():\n  nonlocal T'); t('def f[T]():\n  global T'); t('class A[T]:\n  global T'); t('def f[T: T](): pass')
t('def f(a, a): pass'); t('lambda a, *a: 1'); t('def f[A](*, b, b): pass'); t('def f(**k, k): pass'); t('def f(*): pass'); t('def f(*, **k): pass'); t('def f(a=1, b): pass'); t('def f(a, /, b, /): pass'); t('def f(/, a): pass'); t('def f(*a, /): pass'); t('def f(*a, *b): pass'); t('def f(**k, *a): pass'); t('def f(*a=1): pass'); t('def f(**a=1): pass'); t('def f(a, (b, c)): pass'); t('lambda (a,b): 1'); t('def f(None): pass'); t('def f(1): pass'); t('def f("a"): pass'); t('class A[]: pass'); t('def f[](): pass'); t('type X[] = 1'); t('type X'); t('type X = '); t('class A(: pass')
