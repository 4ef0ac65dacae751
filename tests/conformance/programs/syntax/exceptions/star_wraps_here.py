# A single exception that except* puts into a group: the group's traceback begins at that line.
import traceback


def f(e):
    try:
        raise e
    except* ValueError as group:
        print(repr(group), [t.lineno - f.__code__.co_firstlineno for t in traceback.extract_tb(group.__traceback__)])
        print([t.lineno - f.__code__.co_firstlineno for t in traceback.extract_tb(group.exceptions[0].__traceback__)])


f(ValueError(1))
f(ExceptionGroup("g", [ValueError(2)]))
