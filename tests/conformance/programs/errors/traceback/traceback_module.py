import traceback

def inner():
    raise ValueError("x")

def outer():
    inner()

try:
    outer()
except ValueError as e:
    print(traceback.format_exc())
    print("".join(traceback.format_exception_only(e)), end="")
    print(traceback.format_tb(e.__traceback__)[-1])
    traceback.print_exc()
    for frame in traceback.extract_tb(e.__traceback__):
        print(frame.name, frame.lineno, frame.line)
