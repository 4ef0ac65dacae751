# Files: what goes wrong says so as in CPython (its number is the system's).
import io
import os


def attempt(what, *args, **kwargs):
    try:
        result = what(*args, **kwargs)
    except Exception as e:
        number = getattr(e, "errno", None)
        text = str(e).replace(str(number), "N") if number else str(e)
        print(type(e).__name__, text, getattr(e, "filename", None))
    else:
        print("no error", result)


attempt(open, "missing.txt")
attempt(open, "no/such/folder.txt", "w")
attempt(open, ".", "r")
attempt(open, "x", "z")
attempt(open, "x", "rw")
attempt(open, "x", "rbt")
attempt(open, "x", "rb", encoding="utf-8")
attempt(open, "x", "r", 0)
attempt(open, "x", "r", encoding="klingon")
open("there.txt", "x").close()
attempt(open, "there.txt", "x")
attempt(os.mkdir, "there.txt")
attempt(os.rmdir, "there.txt")
attempt(os.listdir, "there.txt")
attempt(os.remove, "gone.txt")
attempt(os.rename, "gone.txt", "other.txt")
attempt(os.chdir, "nowhere")
attempt(os.stat, "nowhere")
f = open("there.txt")
attempt(f.write, "x")
attempt(f.seek, 3, 1)
f.close()
attempt(f.read)
attempt(f.__enter__)
w = open("there.txt", "w")
attempt(w.read)
attempt(w.write, b"bytes")
b = open("there.txt", "wb")
attempt(b.write, "text")
attempt(b.read)
attempt(open("there.txt", "rb").write, b"x")
print(issubclass(io.UnsupportedOperation, OSError))
