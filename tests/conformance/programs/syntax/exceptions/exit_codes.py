import sys
try:
    sys.exit(3)
except SystemExit as e:
    print("caught", e.code, repr(e))
try:
    exit("message")
except SystemExit as e:
    print(e.code)
print("leaving")
sys.exit("goes to stderr")
