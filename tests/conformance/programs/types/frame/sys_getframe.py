import sys
def f(a):
    b = 2
    fr = sys._getframe()
    print(fr.f_code.co_name, fr.f_lineno, sorted(fr.f_locals), fr.f_back.f_code.co_name, fr.f_back.f_lineno, fr.f_back.f_locals is globals(), fr.f_globals is globals())
    print(sys._getframe(1).f_code.co_name, sys._getframe() is fr)
    try: sys._getframe(10)
    except ValueError as e: print(e)
f(1)
