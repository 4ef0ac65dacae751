# sys.stdin: nothing is given here; a program may put a stream of its own there.
import io
import sys

print(repr(sys.stdin.readline()), sys.stdin.read(), list(sys.stdin))
sys.stdin = io.StringIO("3\nalpha beta\n\nlast")
print(int(input()), input("> ").split(), repr(sys.stdin.readline()), input())
try:
    input()
except EOFError as e:
    print(repr(e))
sys.stdin = sys.__stdin__
print(sys.stdin is sys.__stdin__, repr(sys.stdin.read()))
sys.stdout.buffer.write("bytes: ä\n".encode())
