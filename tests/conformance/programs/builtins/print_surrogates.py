import sys

try:
    print("é", "\ud800", "z")
except UnicodeEncodeError as e:
    print("\n", e, e.encoding, e.start, e.end)
try:
    sys.stdout.write("ab\udcffc\n")
except UnicodeEncodeError as e:
    print(e)
print("to stderr: \udc80", file=sys.stderr)
print(ascii("\ud800"))
