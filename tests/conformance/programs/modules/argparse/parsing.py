# argparse: positionals, options and their kinds, from arguments that the program gives itself.
import argparse

parser = argparse.ArgumentParser(prog="fetch", description="Fetches pages.", epilog="That is all.")
parser.add_argument("urls", nargs="*", default=["http://a"], help="what to fetch")
parser.add_argument("-n", "--workers", type=int, default=3, metavar="N", help="how many at once (default: %(default)s)")
parser.add_argument("--delay", type=float, default="0.5")
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("--mode", choices=["fast", "slow"], default="fast", help="how")
parser.add_argument("-t", "--tag", action="append")
parser.add_argument("--dry-run", action="store_true", help="do nothing, but say at great length what would be done if anything were done at all")
parser.add_argument("--cache", action=argparse.BooleanOptionalAction, default=True)
print(parser.parse_args([]))
print(parser.parse_args(["-n", "5", "http://x", "-vv", "--mode=slow", "-ta", "--tag", "b", "--dry-run", "--no-cache"]))
print(parser.parse_args(["--delay=2", "--work", "7", "--", "-x"]).__dict__)
known, rest = parser.parse_known_args(["--what", "-n4", "u"])
print(known.workers, known.urls, rest)
print(parser.format_usage(), end="")
print(parser.format_help(), end="")
args = parser.parse_args()
print(vars(args) == vars(parser.parse_args([])), args.mode, "mode" in args, parser.get_default("workers"))
for wrong in (["-n", "x"], ["--mode", "odd"], ["-n"], ["--nope"], ["--d"], ["--dry-run=1"]):
    try:
        parser.parse_args(wrong)
    except SystemExit as e:
        print("exit", e.code)
