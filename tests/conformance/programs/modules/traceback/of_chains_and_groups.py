import traceback
try:
    try:
        int("x")
    except ValueError as e:
        raise RuntimeError("outer") from e
except RuntimeError as e:
    print(traceback.format_exception(e))
    print(traceback.format_exc(chain=False))
    te = traceback.TracebackException.from_exception(e)
    print(te.__cause__.exc_type_str, list(te.__cause__.format_exception_only()))
    for line in te.format(chain=False): print(repr(line))
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError("t")])
except ExceptionGroup as e:
    e.add_note("a note\nof two lines")
    print(traceback.format_exception(e))
    print(traceback.format_exception_only(e))
    print(traceback.format_exception_only(e, show_group=True))
    te = traceback.TracebackException.from_exception(e)
    print([x.exc_type_str for x in te.exceptions], te.__notes__)
