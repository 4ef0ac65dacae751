# Files: text is written, read and counted.
import os

with open("notes.txt", "w") as f:
    print(f.write("one\ntwo\nthree\n"), f.name, f.mode, f.closed)
print(f.closed)
with open("notes.txt") as f:
    print(f.readline(), f.tell(), f.readlines(), repr(f.read()))
with open("notes.txt", "a") as f:
    print("four", "vier", sep=";", file=f)
for number, line in enumerate(open("notes.txt"), 1):
    print(number, line.rstrip())
with open("notes.txt", "r+") as f:
    f.seek(4)
    print(f.read(3), f.tell())
    f.seek(0)
    f.write("ONE")
    f.seek(0, 2)
    print(f.tell())
    f.truncate(8)
print(repr(open("notes.txt").read()), os.path.getsize("notes.txt"))
with open("umlaut.txt", "w", encoding="utf-8") as f:
    f.writelines(["ä\n", "€😀\n"])
print(open("umlaut.txt", "rb").read(), os.stat("umlaut.txt").st_size)
with open("crlf.txt", "wb") as f:
    f.write(b"a\r\nb\rc\n")
print(open("crlf.txt").readlines(), open("crlf.txt", newline="").readlines())
