import io
s = io.StringIO(); print("x", 1, file=s); s.write("more"); print(repr(s.getvalue()), s.tell())
r = io.StringIO("l1\nl2\nl3"); print(repr(r.readline()), list(r), r.read())
b = io.BytesIO(b"abc"); print(b.read(2), b.read(), b.getvalue())
