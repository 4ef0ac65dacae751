from contextlib import contextmanager, closing, suppress, nullcontext, redirect_stdout, ExitStack
import io

@contextmanager
def tag(name):
    print("<" + name + ">")
    try:
        yield name.upper()
    except KeyError as e:
        print("swallowed", e)
    finally:
        print("</" + name + ">")

with tag("a") as x, tag("b"):
    print(x)
with tag("c"):
    raise KeyError("k")
try:
    with tag("d"):
        raise ValueError("v")
except ValueError as e:
    print("out", e)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
with nullcontext(5) as n, redirect_stdout(io.StringIO()) as buf:
    print("captured", n)
print(repr(buf.getvalue()))
with ExitStack() as stack:
    for n in "xy":
        stack.enter_context(tag(n))
    stack.callback(print, "callback")
@tag("deco")
def f(): print("in f")
f()
