import traceback, sys
def inner(x):
    return 1 / x
def outer():
    a = [1, 2]
    return inner(
        0)
try:
    outer()
except ZeroDivisionError as e:
    err = e
    tb = e.__traceback__
    print(traceback.format_exc())
    print(traceback.format_tb(tb))
    print(traceback.extract_tb(tb))
    s = traceback.extract_tb(tb)
    print(s[0], s[-1].name, s[-1].lineno, s[-1].line, s[-1].filename, list(s[-1]), len(s), s[-1].colno, s[-1].end_colno, s[-1].end_lineno, s[-1].locals)
    print(s.format())
    print(traceback.format_list(s))
    print(traceback.format_list([("f.py", 3, "g", "x = 1"), ("f.py", 4, "h", None)]))
    print(traceback.format_exception(e))
    print(traceback.format_exception(type(e), e, tb))
    print(traceback.format_exception_only(e))
    print(traceback.format_exception_only(type(e), e))
    traceback.print_tb(tb, file=sys.stdout)
    traceback.print_tb(tb, limit=1, file=sys.stdout)
    traceback.print_exception(e, file=sys.stdout)
    traceback.print_exception(e, limit=1, file=sys.stdout)
    traceback.print_exception(type(e), e, tb, limit=-1, file=sys.stdout)
    te = traceback.TracebackException.from_exception(e)
    print("".join(te.format()))
    print(list(te.format_exception_only()), te.exc_type_str, str(te))
    print(te.stack, te.__cause__, te.__context__, te.__suppress_context__)
    for fs in te.stack: print(fs.lineno, fs.name, fs.line)
    for f, l in traceback.walk_tb(tb): print(f.f_code.co_name, l)
