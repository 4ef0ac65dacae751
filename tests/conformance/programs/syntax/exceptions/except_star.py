def run(*errors):
    try:
        raise ExceptionGroup("several", list(errors))
    except* ValueError as group:
        print("values:", [str(e) for e in group.exceptions])
    except* (KeyError, TypeError) as group:
        print("lookups:", repr(group))

run(ValueError("a"), KeyError("k"), ValueError("b"))
run(ValueError("a"), ExceptionGroup("nested", [TypeError("t"), ValueError("c")]))
try:
    run(ValueError("a"), OSError("disk"))
except ExceptionGroup as rest:
    print("rest:", repr(rest))
try:
    raise ValueError("naked")
except* ValueError as group:
    print(repr(group))
