import sys
def hook(u):
    print("unraisable", u.exc_type.__name__, u.exc_value, u.err_msg.split(" <")[0], u.object, u.exc_traceback is not None)
sys.unraisablehook = hook
class D:
    def __del__(self): raise ValueError("in del")
d = D()
del d
print(sys.get_asyncgen_hooks(), sys.getswitchinterval(), sys.float_info.max, sys.int_info.bits_per_digit, sys.flags.optimize, sys.implementation.name)
def last(kind, value, tb):
    print("hook", kind.__name__, value, tb.tb_lineno)
sys.excepthook = last
sys.__excepthook__(KeyError, KeyError("shown"), None)
raise RuntimeError("the end")
