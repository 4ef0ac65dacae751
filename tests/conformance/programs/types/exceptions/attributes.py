try:
    {}["k"]
except KeyError as e:
    print(e, str(e), repr(e), e.args)
for e in (ValueError(), ValueError("a"), ValueError("a", 2), KeyError("k"), KeyError(), OSError("x"), StopIteration(5), SystemExit(3), KeyboardInterrupt(), AttributeError("m", name="n", obj=1), NameError("n", name="q"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), IndexError(3)):
    print(repr(e), "|", str(e), "|", e.args)
gone = FileNotFoundError(2, "gone", "f.txt")
print(gone, gone.filename, gone.errno, gone.strerror, repr(gone), StopIteration(7).value, SystemExit(4).code)
print(isinstance(TimeoutError(), OSError), issubclass(ConnectionResetError, ConnectionError), IOError is OSError)
