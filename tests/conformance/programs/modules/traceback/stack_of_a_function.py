import sys, traceback

def inner():
    traceback.print_stack(limit=2, file=sys.stdout)
    print(traceback.format_stack(limit=1))
    last = traceback.extract_stack(limit=2)
    print(last, last[-1].name, last[-1].lineno, last[-1].line)
    print([(f.f_code.co_name, n) for f, n in traceback.walk_stack(sys._getframe())][:2])

def outer():
    inner()

outer()
