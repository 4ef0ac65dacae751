# What except* blocks raise leaves as it is when it is alone; with a rest or with one another it leaves in a group.
def show(f):
    try:
        f()
    except BaseException as e:
        print(f.__name__, repr(e), "|", repr(e.__context__), "|", repr(e.__cause__))
        if isinstance(e, BaseExceptionGroup):
            for p in e.exceptions: print("   ", repr(p), "|", repr(p.__context__), "|", repr(p.__cause__))
def one():
    try:
        raise ExceptionGroup("g", [OSError(1)])
    except* OSError:
        raise ValueError("v")
def caused():
    try:
        raise ExceptionGroup("g", [OSError(1)])
    except* OSError as g:
        raise ValueError("v") from g
def rest():
    try:
        raise ExceptionGroup("g", [OSError(1), KeyError(2)])
    except* OSError:
        raise ValueError("v")
def two():
    try:
        raise ExceptionGroup("g", [OSError(1), KeyError(2)])
    except* OSError:
        raise ValueError("v")
    except* KeyError:
        raise TypeError("t")
def second():
    try:
        raise ExceptionGroup("g", [OSError(1), KeyError(2)])
    except* OSError:
        pass
    except* KeyError:
        raise TypeError("t")
def part():
    try:
        raise ExceptionGroup("g", [OSError(1), KeyError(2)])
    except* OSError as g:
        raise g.exceptions[0]
def again():
    try:
        raise ExceptionGroup("g", [OSError(1), KeyError(2)])
    except* OSError as g:
        raise
    except* KeyError:
        pass
def again_and_new():
    try:
        raise ExceptionGroup("g", [OSError(1), KeyError(2)])
    except* OSError as g:
        raise
    except* KeyError:
        raise ValueError("v")
def named():
    try:
        raise ExceptionGroup("g", [OSError(1), KeyError(2)])
    except* OSError as g:
        raise g
    except* KeyError:
        pass
def group():
    try:
        raise ExceptionGroup("g", [OSError(1)])
    except* OSError as g:
        raise ExceptionGroup("new", [ValueError(1)])
def ended():
    try:
        raise ExceptionGroup("g", [OSError(1)])
    except* OSError as g:
        1 / 0
    finally:
        print("finally")
def interrupt():
    try:
        raise ExceptionGroup("g", [OSError(1)])
    except* OSError as g:
        raise KeyboardInterrupt
def nested():
    try:
        try:
            raise ExceptionGroup("g", [OSError(1)])
        except* OSError as g:
            raise ValueError(1)
    except* ValueError as g:
        print("caught", repr(g))
    except* OSError as g:
        print("os", repr(g))
def bare():
    try:
        raise OSError(1)
    except* OSError:
        raise
def bare_group():
    try:
        raise OSError(1)
    except* OSError as g:
        raise ExceptionGroup("n", [ValueError(2)])
for f in (one, caused, rest, two, second, part, again, again_and_new, named, group, ended, interrupt, nested, bare, bare_group): show(f)
one()
