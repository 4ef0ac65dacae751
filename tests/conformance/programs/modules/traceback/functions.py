import traceback, sys
def f():
    g()
def g():
    raise ValueError("deep")
try:
    f()
except ValueError as e:
    traceback.print_exc(file=sys.stdout)
    traceback.print_exception(e, file=sys.stdout)
    print(traceback.format_exc(limit=1))
    te = traceback.TracebackException.from_exception(e)
    print("".join(te.format_exception_only()), [x.name for x in te.stack])
    print(traceback.format_exception(e)[-1], end="")
try:
    raise KeyError("a") from ValueError("b")
except KeyError:
    print(traceback.format_exc())
print(traceback.extract_stack()[-1].name, traceback.format_list([("f.py", 3, "fn", "code")]))
