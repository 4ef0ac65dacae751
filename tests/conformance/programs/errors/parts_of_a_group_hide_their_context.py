g = ExceptionGroup("g", [ValueError(1), OSError(2)])
for x in g.split(ValueError) + (g.subgroup(ValueError), g.subgroup(lambda e: True), g.derive([OSError()])):
    print(x, x.__suppress_context__, x is g)
print(g.__suppress_context__)
try:
    raise g
except* ValueError as eg:
    print(eg.__suppress_context__)
except* OSError as eg:
    print(eg.__suppress_context__)
try:
    try:
        raise g
    except* ValueError as eg:
        pass
except BaseException as e:
    print(e, e.__suppress_context__, e.__context__)
try:
    try:
        raise g
    except* ValueError as eg:
        raise KeyError(3)
except BaseException as e:
    print(repr(e), e.__suppress_context__, repr(e.__context__), [(x, x.__suppress_context__, x.__context__) for x in e.exceptions])
try:
    try:
        raise g
    except* ValueError as eg:
        raise
except BaseException as e:
    print(repr(e), e.__suppress_context__, repr(e.__context__), [(x, x.__suppress_context__, x.__context__) for x in e.exceptions], e is g)
import contextlib
try:
    with contextlib.suppress(ValueError):
        raise g
except BaseException as e:
    print(e, e.__suppress_context__, e.__context__)
raise ExceptionGroup("last", [TypeError(1), OSError(2)]).split(TypeError)[1]
