eg = ExceptionGroup("top", [ValueError(1), ExceptionGroup("sub", [TypeError("t"), ValueError(2)]), KeyError("k")])
print(repr(eg), str(eg), eg.message, len(eg.exceptions))
match_, rest = eg.split(ValueError)
print(repr(match_), "|", repr(rest))
print(repr(eg.subgroup(lambda e: isinstance(e, KeyError))), eg.subgroup(OSError))
print(repr(eg.derive([OSError("x")])))
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for f in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup("x"), lambda: ExceptionGroup(1, [ValueError()])):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
