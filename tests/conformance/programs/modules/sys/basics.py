import sys
print(sys.version_info[:2], sys.version_info >= (3, 11), sys.version_info.major, sys.version.split(".")[:2], sys.argv, sys.platform, sys.byteorder, sys.implementation.name)
print("out", file=sys.stdout); print("err", file=sys.stderr)
sys.stdout.write("written\n"); sys.stderr.write("written err\n"); sys.stdout.flush()
try:
    1 / 0
except ZeroDivisionError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb.tb_lineno, sys.exception() is v)
print(sys.exc_info(), sys.getrecursionlimit(), "sys" in sys.modules, sys.warnoptions, type(sys.path).__name__, sys.maxunicode, sys.flags.debug)
print(sys.getsizeof([]) > 0, sys.getrefcount([]) >= 1, sys.intern("x"), sys.float_info.max, sys.stdout.encoding)
