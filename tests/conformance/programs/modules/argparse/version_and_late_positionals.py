import argparse
p = argparse.ArgumentParser(prog="tool")
p.add_argument("path")
p.add_argument("files", nargs="*", default=[])
p.add_argument("-n", type=int, default=3)
p.add_argument("--opt", nargs="?", const="C", default="D")
p.add_argument("--version", action="version", version="%(prog)s 1.2")
for argv in (["p"], ["p", "-n7", "--opt", "z", "--", "--weird"], ["p", "-n", "1", "a", "b"], ["a", "b", "-n", "2"], ["--version"]):
    try:
        print(p.parse_args(argv))
    except SystemExit as e:
        print("exit", e.code)
print(p.parse_known_args(["p", "--zzz", "1"]))
