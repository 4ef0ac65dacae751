import traceback, sys
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
eg=ExceptionGroup('outer',[ValueError('v'),ExceptionGroup('inner',[TypeError('t'),KeyError('k')]),OSError(5,'io')])
t(lambda: eg.subgroup(ValueError)); t(lambda: eg.split(TypeError)); t(lambda: eg.split(lambda e: isinstance(e,KeyError))); t(lambda: eg.subgroup(RuntimeError)); t(lambda: eg.derive([ValueError()])); t(lambda: eg.exceptions); t(lambda: eg.message); t(lambda: str(eg)); t(lambda: ExceptionGroup('a',[])); t(lambda: ExceptionGroup('a',[1])); t(lambda: ExceptionGroup(1,[ValueError()])); t(lambda: ExceptionGroup('a',[KeyboardInterrupt()])); t(lambda: BaseExceptionGroup('a',[KeyboardInterrupt()])); t(lambda: type(BaseExceptionGroup('a',[ValueError()]))); t(lambda: ExceptionGroup('a')); t(lambda: ExceptionGroup('a', ValueError())); t(lambda: eg.split((ValueError,OSError))); t(lambda: eg.args)
traceback.print_exception(eg, file=sys.stdout)
try:
    raise eg
except* ValueError as g: print('V',repr(g))
except* (TypeError,OSError) as g: print('TO',repr(g))
except* KeyError as g: print('K',repr(g))
else: print('else')
finally: print('fin')
try:
    try: raise eg
    except* ValueError: raise RuntimeError('new')
except BaseException as e: traceback.print_exception(e, file=sys.stdout)
try:
    try: raise ValueError('plain')
    except* ValueError as g: print(repr(g)); raise
except BaseException as e: print(repr(e))
try:
    try: raise eg
    except* KeyError: pass
except ExceptionGroup as e: print(repr(e)); print(e.__traceback__.tb_lineno)
class MyG(ExceptionGroup):
    def derive(self, excs): return MyG(self.message, excs)
m=MyG('mine',[ValueError(1),TypeError(2)]); m.add_note('hi')
a,b=m.split(ValueError); print(repr(a),repr(b),a.__notes__)
big=ExceptionGroup('many',[ValueError(i) for i in range(20)])
traceback.print_exception(big, file=sys.stdout)
deep=ValueError('x')
for i in range(12): deep=ExceptionGroup(f'l{i}',[deep])
traceback.print_exception(deep, file=sys.stdout)
print(''.join(traceback.TracebackException.from_exception(eg).format_exception_only(show_group=True)))
def leaf(g):
    for e in g.exceptions:
        if isinstance(e,ExceptionGroup): yield from leaf(e)
        else: yield e
print(list(map(repr,leaf(eg))))
raise ExceptionGroup('final',[ValueError('a'),ExceptionGroup('n',[KeyError('b')])])
