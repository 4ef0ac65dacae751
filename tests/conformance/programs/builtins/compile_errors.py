def t(src, mode='eval'):
    try:
        compile(src, '<string>', mode)
        print(repr(src), mode, 'ok')
    except SyntaxError as e:
        print(repr(src), mode, type(e).__name__, e.msg, e.lineno, e.offset, repr(e.text), e.end_lineno, e.end_offset)

for src in ['1 +', '1 +\n', '(1', 'a b', 'x =', 'f(', 'not', 'x = 1', 'a\nb', '1 if 2', "'a", '1\n+', 'return 1', 'await x', '*a', ')', '0123']:
    t(src)
    t(src, 'exec')
try:
    exec('x is 5')
except NameError as e:
    print(e)
