# Files: bytes, their buffers, and reading and writing of one file.
import io

with open("data.bin", "wb") as f:
    print(f.write(bytes(range(10))), f.tell(), f.mode, f.name)
    print(open("data.bin", "rb").read())
    f.flush()
    print(open("data.bin", "rb").read())
with open("data.bin", "r+b") as f:
    print(f.read(3), f.seek(-2, 2), f.read(), f.readable(), f.writable(), f.seekable())
    f.seek(12)
    f.write(b"\n!")
with open("data.bin", "rb") as f:
    print(f.readline(), f.readlines(), type(f).__name__, f)
    buffer = bytearray(4)
    f.seek(0)
    print(f.readinto(buffer), buffer)
with open("data.bin", "ab") as f:
    print(f.tell(), type(f).__name__)
    f.seek(0)
    f.write(b"end")
print(open("data.bin", "rb").read()[-3:])
with open("raw.bin", "wb", buffering=0) as f:
    f.write(b"abc")
    print(type(f).__name__, open("raw.bin", "rb").read())
with io.TextIOWrapper(open("raw.bin", "rb"), encoding="ascii") as t:
    print(t.read(), isinstance(t, io.TextIOBase))
print(isinstance(open("raw.bin"), io.TextIOWrapper), isinstance(open("raw.bin", "rb"), io.BufferedReader))
