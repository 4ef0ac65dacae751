# print() writes each value as soon as it has its text: what a __str__ prints comes in between, and what stood before an error stays.
import contextlib
import io
import sys


class Chatty:
    def __str__(self):
        print("(asked)", end="")
        return "text"

    __repr__ = __str__


class Broken:
    def __str__(self):
        raise ValueError("no text")


class Writer:
    def __init__(self):
        self.pieces = []

    def write(self, text):
        self.pieces.append(text)

    def flush(self):
        self.pieces.append("flush")


print("a", Chatty(), "b", [Chatty()], sep="-")
try:
    print("before", Broken(), "after")
except ValueError as e:
    print("caught", e)
w = Writer()
print("a", 1, None, sep="+", file=w, flush=True)
print("x", end="", file=w)
with contextlib.suppress(ValueError):
    print("q", Broken(), file=w)
print(w.pieces)
sys.stdout, out = w, sys.stdout
print("to", "it")
sys.stdout = out
print(w.pieces[-4:])
with contextlib.redirect_stdout(io.StringIO()) as buffer:
    print("in", Chatty())
print(repr(buffer.getvalue()))
del sys.stdout
try:
    print("nowhere")
except RuntimeError as e:
    sys.stdout = out
    print(e)
sys.stdout = None
print("nothing", Broken())
sys.stdout = out
