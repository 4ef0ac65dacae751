import warnings
warnings.simplefilter('always')
def t(src):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: compile(src,'f.py','exec')
        except SyntaxError as e: print('ERR',e.msg)
        for x in w: print(repr(src), x.category.__name__, x.message, x.lineno, x.filename)
for s in ['x is 1','x is "a"','x is not 5','1 is x','x is ()','x is None','x is True','x is -1','assert (a,"b")','assert (1,)','assert ()','"\\d"','b"\\d"','"\\400"','f"\\d{x}"','1()','"a"()','[1](2)','{}()','(1,2)()','[1]["a"]','[1][1.5]','(1,2)["a"]','"abc"["a"]','[[1] [2]]','[(1,2) (3,4)]','["a" (1)]','x[1] (2)','1if x else 2','0or 1','1in x','1.0if x else y','0xfor x in y','1_000if x else 3','1and 2','(lambda: 1)()','f"a"()','None()','...()','1 .x','def f():\n try: pass\n finally: return 1','while 1:\n try: pass\n finally: break','while 1:\n try: pass\n finally: continue','for x in y:\n try: pass\n finally:\n  for a in b: break','def f():\n try: pass\n finally:\n  def g(): return 1','x = 5 is 5','"a" is x','[] is x','{} is x','x is f()','(x:=1) is 1','1.5 is x','b"a" is x','x is 1j','x is ...','x == 1 is True','True is 1','"\\ "', '"\\z" "\\y"','r"\\d"','"""\n\\d"""']: t(s)
