# argparse: subcommands, groups, and arguments that are required.
import argparse

parser = argparse.ArgumentParser(prog="tool")
parser.add_argument("--level", type=int, default=1)
commands = parser.add_subparsers(dest="command", required=True, help="what to do")
add = commands.add_parser("add", help="add two numbers")
add.add_argument("a", type=int)
add.add_argument("b", type=int)
add.set_defaults(run=lambda args: args.a + args.b)
say = commands.add_parser("say", help="say something", aliases=["tell"])
say.add_argument("words", nargs="+")
say.add_argument("--loud", action="store_true")
args = parser.parse_args(["--level", "2", "add", "3", "4"])
print(args.command, args.level, args.run(args))
print(parser.parse_args(["tell", "a", "b", "--loud"]))
print(parser.format_help(), add.format_usage(), say.format_help())
group = argparse.ArgumentParser(prog="either", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
either = group.add_mutually_exclusive_group(required=True)
either.add_argument("--on", action="store_true", help="on")
either.add_argument("--off", action="store_true", help="off")
extra = group.add_argument_group("extra", "more of it")
extra.add_argument("-s", "--size", nargs=2, type=int, metavar=("W", "H"), default=(1, 2), help="size")
extra.add_argument("--name", required=True)
print(group.format_help())
print(group.parse_args(["--on", "-s", "3", "4", "--name", "x"]))
for p, wrong in ((parser, []), (parser, ["sub"]), (parser, ["add", "1"]), (parser, ["add", "1", "2", "3"]), (group, ["--name", "x"]),
                 (group, ["--on", "--off", "--name", "y"]), (group, ["--on"]), (group, ["--on", "-s", "1", "--name", "z"])):
    try:
        p.parse_args(wrong)
    except SystemExit as e:
        print("exit", e.code)
group.parse_args(["-h"])
