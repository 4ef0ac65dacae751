"""getpass: the answer comes with the run, as input()'s does."""
import sys


class GetPassWarning(UserWarning): pass


def getpass(prompt="Password: ", stream=None, *, echo_char=None):
    print(prompt, end="", file=stream or sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.removesuffix("\n")


def getuser():
    import os
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if os.environ.get(name):
            return os.environ[name]
    return "user"
