"""argparse: what a program declares of its command line. A run has no arguments but those the program gives itself."""
import sys as _sys

SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = "==SUPPRESS==", "?", "*", "+", "A...", "..."


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name, self.message = _name_of(argument), message

    def __str__(self):
        return self.message if self.argument_name is None else f"argument {self.argument_name}: {self.message}"


class ArgumentTypeError(Exception):
    pass


class Namespace:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        plain = [f"{n}={v!r}" for n, v in self.__dict__.items() if n.isidentifier()]
        odd = {n: v for n, v in self.__dict__.items() if not n.isidentifier()}
        return f"{type(self).__name__}({', '.join(plain + ([f'**{odd!r}'] if odd else []))})"

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._how = mode, bufsize, encoding, errors

    def __call__(self, string):
        if string == "-":
            return _sys.stdin if "r" in self._how[0] else _sys.stdout
        try:
            return open(string, *self._how)
        except OSError as e:
            raise ArgumentTypeError(f"can't open '{string}': {e}") from None


class HelpFormatter:
    """Which lines of text are wrapped, and what an option's help is."""
    wraps_text = True
    wraps_help = True

    def __init__(self, prog="", indent_increment=2, max_help_position=24, width=None, **options):
        self.max_help_position, self.width = max_help_position, width

    def help_of(self, action):
        return action.help


class RawDescriptionHelpFormatter(HelpFormatter):
    wraps_text = False


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    wraps_help = False


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def help_of(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS and (action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    pass


def _name_of(action):
    if action is None:
        return None
    if isinstance(action, str):
        return action
    if action.option_strings:
        return "/".join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        return action.metavar if isinstance(action.metavar, str) else "[" + ", ".join(action.metavar) + "]"
    if action.dest not in (None, SUPPRESS):
        return action.dest
    return "{" + ",".join(map(str, action.choices)) + "}" if action.choices else None


class Action:
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None, metavar=None,
                 deprecated=False):
        self.option_strings, self.dest, self.nargs, self.const, self.default = option_strings, dest, nargs, const, default
        self.type, self.choices, self.required, self.help, self.metavar, self.deprecated = type, choices, required, help, metavar, deprecated

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class _Store(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **rest):
        if nargs == 0:
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store const may be more appropriate")
        super().__init__(option_strings, dest, nargs, const, **rest)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConst(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None, deprecated=False):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrue(_StoreConst):
    def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalse(_StoreConst):
    def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, False, default, required, help)


class _Append(_Store):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + [values])


class _AppendConst(_StoreConst):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + [self.const])


class _Extend(_Store):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + list(values))


class _Count(_StoreConst):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, None, default, required, help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _Help(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _Version(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, version=None, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, default=default, help=help or "show program's version number and exit")
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        print((self.version or parser.version) % {"prog": parser.prog})
        parser.exit()


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        names = []
        for name in option_strings:
            names.append(name)
            if name.startswith("--"):
                names.append("--no-" + name[2:])
        super().__init__(names, dest, 0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


class _SubParsers(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog, self._class, self._shown = prog, parser_class, []
        super().__init__(option_strings, dest, PARSER, choices={}, required=required, help=help, metavar=metavar)

    def add_parser(self, name, *, deprecated=False, help=None, aliases=(), **kwargs):
        kwargs.setdefault("prog", f"{self._prog} {name}")
        if help is not None:
            shown = Action([], name, metavar=name + (f" ({', '.join(aliases)})" if aliases else ""), help=help)
            self._shown.append(shown)
        parser = self._class(**kwargs)
        for key in (name, *aliases):
            if key in self.choices:
                raise ValueError(f"conflicting subparser: {key}")
            self.choices[key] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, rest = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        found, left = self.choices[name].parse_known_args(rest, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if left:
            vars(namespace).setdefault("_left", []).extend(left)


_ACTIONS = {None: _Store, "store": _Store, "store_const": _StoreConst, "store_true": _StoreTrue, "store_false": _StoreFalse, "append": _Append,
            "append_const": _AppendConst, "count": _Count, "help": _Help, "version": _Version, "extend": _Extend}


class _Group:
    """What actions are added to: a parser, or a group of one."""

    def __init__(self, parser, title=None, description=None):
        self._parser, self.title, self.description, self._group_actions = parser, title, description, []

    def add_argument(self, *names, action=None, **options):
        return self._parser._add(self, names, action, options)

    def add_argument_group(self, title=None, description=None):
        return self._parser.add_argument_group(title, description)

    def add_mutually_exclusive_group(self, *, required=False):
        return self._parser._exclusive(self, required)

    def set_defaults(self, **defaults):
        self._parser.set_defaults(**defaults)


class _Exclusive(_Group):
    def __init__(self, parser, within, required):
        super().__init__(parser)
        self._within, self.required = within, required


class ArgumentParser(_Group):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter, prefix_chars="-",
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True, exit_on_error=True, *,
                 suggest_on_error=False, color=True):
        super().__init__(self)
        if fromfile_prefix_chars is not None:
            raise NotImplementedError("argparse: fromfile_prefix_chars is not supported here")
        self.prog = prog if prog is not None else _sys.argv[0].rsplit("/", 1)[-1]
        self.usage, self.description, self.epilog, self.formatter_class = usage, description, epilog, formatter_class
        self.prefix_chars, self.argument_default, self.conflict_handler = prefix_chars, argument_default, conflict_handler
        self.add_help, self.allow_abbrev, self.exit_on_error = add_help, allow_abbrev, exit_on_error
        self._actions, self._defaults, self._exclusives, self._by_option, self._subparsers = [], {}, [], {}, None
        self._positionals = _Group(self, "positional arguments")
        self._optionals = _Group(self, "options")
        self._groups = [self._positionals, self._optionals]
        if add_help:
            self.add_argument(prefix_chars[0] + "h", prefix_chars[0] * 2 + "help", action="help", default=SUPPRESS, help="show this help message and exit")
        for parent in parents:
            for action in parent._actions:
                if not isinstance(action, _Help):
                    self._keep(action, self)
            self._exclusives += parent._exclusives
            self._defaults.update(parent._defaults)

    def _keep(self, action, group):
        for name in action.option_strings:
            if name in self._by_option and self.conflict_handler != "resolve":
                raise ArgumentError(action, f"conflicting option string: {name}")
            self._by_option[name] = action
        self._actions.append(action)
        where = group._within if isinstance(group, _Exclusive) else group
        if where is self:
            where = self._optionals if action.option_strings else self._positionals
        where._group_actions.append(action)
        if isinstance(group, _Exclusive):
            group._group_actions.append(action)
        return action

    def _add(self, group, names, action, options):
        dest = options.pop("dest", None)
        if not names or len(names) == 1 and names[0][0] not in self.prefix_chars:
            if names and dest is not None:
                raise TypeError("dest supplied twice for positional argument, did you mean metavar?")
            dest = dest or names[0]
            if "required" in options:
                raise TypeError("'required' is an invalid argument for positionals")
            options["required"] = options.get("nargs") not in (OPTIONAL, ZERO_OR_MORE, REMAINDER)
            strings = []
        else:
            strings = list(names)
            for name in strings:
                if name[0] not in self.prefix_chars:
                    raise ValueError(f"invalid option string {name!r}: must start with a character {self.prefix_chars!r}")
            if dest is None:
                best = next((n for n in strings if len(n) > 1 and n[1] in self.prefix_chars), strings[0])
                dest = best.lstrip(self.prefix_chars).replace("-", "_")
        if "default" not in options:
            if dest in self._defaults:
                options["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                options["default"] = self.argument_default
        kind = _ACTIONS.get(action, action)
        if isinstance(kind, str):
            raise ValueError(f"unknown action {kind!r}")
        if not strings and kind is not _Store and kind is not _Append and kind is not _Extend and isinstance(action, str):
            options.pop("required", None)
        made = kind(strings, dest, **options)
        if made.type is not None and not callable(made.type):
            raise TypeError(f"{made.type!r} is not callable")
        return self._keep(made, group)

    def add_argument_group(self, title=None, description=None):
        group = _Group(self, title, description)
        self._groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        return self._exclusive(self, required)

    def _exclusive(self, within, required):
        group = _Exclusive(self, within, required)
        self._exclusives.append(group)
        return group

    def add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, dest=SUPPRESS, required=False, help=None, metavar=None,
                       action=None):
        if self._subparsers is not None:
            raise ValueError("cannot have multiple subparser arguments")
        group = self.add_argument_group(title or "subcommands", description) if title or description else self._positionals
        if prog is None:
            prog = " ".join([self.prog, *(self._usage_of(a) for a in self._actions if not a.option_strings)])
        self._subparsers = self._keep(_SubParsers([], prog, parser_class or type(self), dest, required, help, metavar), group)
        return self._subparsers

    def set_defaults(self, **defaults):
        self._defaults.update(defaults)
        for action in self._actions:
            if action.dest in defaults:
                action.default = defaults[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    # --- parsing

    def parse_args(self, args=None, namespace=None):
        found, left = self.parse_known_args(args, namespace)
        if left:
            text = "unrecognized arguments: " + " ".join(left)
            if self.exit_on_error:
                self.error(text)
            raise ArgumentError(None, text)
        return found

    parse_intermixed_args = parse_args

    def parse_known_args(self, args=None, namespace=None):
        args = list(_sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if not self.exit_on_error:
            return self._parse(args, namespace)
        try:
            return self._parse(args, namespace)
        except ArgumentError as e:
            self.error(str(e))

    def _option(self, arg):
        """(action, the option's name, the value written on it) where `arg` is an option; None where it is not."""
        if len(arg) < 2 or arg[0] not in self.prefix_chars:
            return None
        if arg in self._by_option:
            return self._by_option[arg], arg, None
        name, equals, value = arg.partition("=")
        if equals and name in self._by_option:
            return self._by_option[name], name, value
        if arg[1] in self.prefix_chars:
            if self.allow_abbrev:
                fits = [n for n in self._by_option if n.startswith(name)]
                if len(fits) > 1:
                    raise ArgumentError(None, f"ambiguous option: {arg} could match {', '.join(fits)}")
                if fits:
                    return self._by_option[fits[0]], fits[0], value if equals else None
        elif arg[:2] in self._by_option:
            return self._by_option[arg[:2]], arg[:2], arg[2:]
        if _is_number(arg) and not any(_is_number(n) for n in self._by_option) or " " in arg:
            return None
        return None, arg, None

    def _parse(self, args, namespace):
        left, seen, given = [], set(), set()
        options = {}
        only_positional = False
        kinds = []  # of each argument: "O" option, "A" argument, "-" the mark
        for i, arg in enumerate(args):
            if only_positional:
                kinds.append("A")
            elif arg == "--":
                kinds.append("-")
                only_positional = True
            elif (found := self._option(arg)) is not None:
                options[i] = found
                kinds.append("O")
            else:
                kinds.append("A")
        positionals = [a for a in self._actions if not a.option_strings]

        def take(action, values, name=None):
            value = self._value(action, values)
            seen.add(action)
            if not (action.option_strings == [] and value is action.default):
                given.add(action)
                for group in self._exclusives:
                    if action in group._group_actions:
                        for other in group._group_actions:
                            if other is not action and other in given:
                                raise ArgumentError(action, f"not allowed with argument {_name_of(other)}")
            if value is not SUPPRESS:
                action(self, namespace, value, name)

        def consume(at):
            """Gives the positionals as many of the arguments from `at` on as they take."""
            nonlocal positionals
            run = []
            k = at
            while k < len(args) and kinds[k] != "O":
                if kinds[k] == "A":
                    run.append(args[k])
                k += 1
            needs_rest = next((n for n, a in enumerate(positionals) if a.nargs in (PARSER, REMAINDER)), None)
            whole = [a for a in args[at:] if a != "--"]
            for count in range(len(positionals), 0, -1):
                chosen = positionals[:count]
                greedy = needs_rest is not None and needs_rest < count
                split = _share(chosen, len(whole if greedy else run), len(run))
                if split is not None:
                    break
            else:
                return at
            source, n = (whole if greedy else run), 0
            for action, size in zip(chosen, split):
                if size == 0 and action.nargs in (OPTIONAL, ZERO_OR_MORE) and k < len(args):
                    break
                positionals = positionals[1:]
                take(action, source[n:n + size])
                n += size
            if greedy:
                return len(args) if n >= len(whole) else at + n
            passed = at
            while n or passed < len(args) and kinds[passed] == "-":
                n -= kinds[passed] == "A"
                passed += 1
            return passed

        at = 0
        while at < len(args):
            if kinds[at] != "O":
                after = consume(at) if positionals else at
                if after == at:
                    if kinds[at] == "A":
                        left.append(args[at])
                    at += 1
                else:
                    at = after
                continue
            action, name, value = options[at]
            at += 1
            if action is None:
                left.append(args[at - 1])
                while at < len(args) and kinds[at] == "A" and not positionals:
                    left.append(args[at])
                    at += 1
                continue
            if value is not None and (action.nargs == 0):
                # -vx: several options of one letter each.
                if len(name) == 2 and name[1] not in self.prefix_chars and not args[at - 1].startswith(name + "="):
                    take(action, [], name)
                    rest = name[0] + value
                    nested = self._option(rest)
                    if nested is None or nested[0] is None:
                        raise ArgumentError(action, f"ignored explicit argument {value!r}")
                    at -= 1
                    args[at] = rest
                    options[at] = nested
                    continue
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
            if value is not None:
                take(action, [value], name)
                continue
            there = 0
            # A number of arguments takes what comes, be it an option.
            while at + there < len(args) and (kinds[at + there] == "A" or isinstance(action.nargs, int)):
                there += 1
            low, high = _counts(action.nargs)
            if there < low:
                raise ArgumentError(action, _EXPECTED.get(action.nargs) or f"expected {action.nargs} argument{'s' * (action.nargs != 1)}")
            n = min(there, high) if action.nargs != REMAINDER else len(args) - at
            take(action, args[at:at + n], name)
            at += n
        if positionals:
            consume(len(args))
        missing = []
        for action in self._actions:
            if action in seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif isinstance(action.default, str) and action.dest is not SUPPRESS and getattr(namespace, action.dest, None) is action.default:
                setattr(namespace, action.dest, self._convert(action, action.default))
        if missing:
            raise ArgumentError(None, "the following arguments are required: " + ", ".join(map(str, missing)))
        for group in self._exclusives:
            if group.required and not any(a in given for a in group._group_actions):
                raise ArgumentError(None, "one of the arguments " + " ".join(_name_of(a) for a in group._group_actions if a.help is not SUPPRESS) + " is required")
        left += vars(namespace).pop("_left", [])
        return namespace, left

    def _convert(self, action, text):
        kind = action.type
        if kind is None:
            return text
        try:
            return kind(text)
        except ArgumentTypeError as e:
            raise ArgumentError(action, str(e)) from None
        except (TypeError, ValueError):
            raise ArgumentError(action, f"invalid {getattr(kind, '__name__', repr(kind))} value: {text!r}") from None

    def _check_choice(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {', '.join(map(str, action.choices))})")

    def _value(self, action, values):
        nargs = action.nargs
        if not values and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._convert(action, value)
                self._check_choice(action, value)
            return value
        if not values and nargs == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else []
        if nargs == PARSER:
            self._check_choice(action, values[0])
            return values
        made = [self._convert(action, v) for v in values]
        if nargs != REMAINDER:
            for value in made:
                self._check_choice(action, value)
        return made[0] if nargs in (None, OPTIONAL) else made

    # --- text

    def _metavar(self, action):
        if action.metavar is not None:
            return action.metavar
        if action.choices is not None:
            return "{" + ",".join(map(str, action.choices)) + "}"
        return action.dest.upper() if action.option_strings else action.dest

    def _usage_of(self, action):
        """The values of an action as a usage line has them."""
        name = self._metavar(action)
        one = name if isinstance(name, str) else name[0]
        nargs = action.nargs
        if nargs == 0:
            return ""
        if nargs in (None,):
            return one
        if nargs == OPTIONAL:
            return f"[{one}]"
        if nargs == ZERO_OR_MORE:
            return f"[{one} ...]" if isinstance(name, str) or len(name) < 2 else f"[{name[0]} [{name[1]} ...]]"
        if nargs == ONE_OR_MORE:
            return f"{one} [{one} ...]" if isinstance(name, str) else f"{name[0]} [{name[1]} ...]"
        if nargs == PARSER:
            return f"{one} ..."
        if nargs == REMAINDER:
            return "..."
        return " ".join([one] * nargs if isinstance(name, str) else name)

    def _usage_parts(self):
        parts = {}
        for action in self._actions:
            if action.help is SUPPRESS:
                continue
            if action.option_strings:
                values = self._usage_of(action)
                text = action.format_usage() + (" " + values if values else "")
                parts[action] = text if action.required else f"[{text}]"
            else:
                parts[action] = self._usage_of(action)
        for group in self._exclusives:
            shown = [a for a in group._group_actions if a in parts]
            if len(shown) > 1:
                texts = [parts[a][1:-1] if parts[a].startswith("[") else parts[a] for a in shown]
                parts[shown[0]] = ("(" if group.required else "[") + " | ".join(texts) + (")" if group.required else "]")
                for a in shown[1:]:
                    parts[a] = ""
        return ([p for a, p in parts.items() if a.option_strings and p], [p for a, p in parts.items() if not a.option_strings and p])

    def _width(self):
        import shutil
        return shutil.get_terminal_size().columns - 2

    def format_usage(self):
        if self.usage is not None:
            return "usage: " + self.usage % {"prog": self.prog} + "\n"
        optional, positional = self._usage_parts()
        line = " ".join([self.prog] + optional + positional)
        width = self._width()
        if len("usage: " + line) > width:
            indent = " " * (len("usage: ") + len(self.prog) + 1)

            def lines(parts, first):
                out, now = [], first
                for part in parts:
                    if len(now) + 1 + len(part) > width and now.strip():
                        out.append(now)
                        now = indent[:-1]
                    now += " " + part
                return out + [now] if now.strip() else out

            if len("usage: " + self.prog) > 0.75 * width:
                indent = " " * len("usage: ")
                text = ["usage: " + self.prog] + lines(optional, indent[:-1]) + lines(positional, indent[:-1])
            elif optional:
                text = lines(optional, "usage: " + self.prog) + (lines(positional, indent[:-1]) if positional else [])
            else:
                text = lines(positional, "usage: " + self.prog)
            return "\n".join(text) + "\n"
        return f"usage: {line}\n"

    def _invocation(self, action):
        if not action.option_strings:
            name = self._metavar(action)
            return name if isinstance(name, str) else name[0]
        values = self._usage_of(action)
        names = ", ".join(action.option_strings)
        return names + (" " + values if values else "")

    def _help_text(self, action, formatter):
        if not action.help:
            return ""
        text = formatter.help_of(action)
        given = {n: v for n, v in vars(action).items() if v is not SUPPRESS}
        given["prog"] = self.prog
        for name, value in given.items():
            if hasattr(value, "__name__"):
                given[name] = value.__name__
        if given.get("choices") is not None:
            given["choices"] = ", ".join(map(str, given["choices"]))
        return text % given

    def format_help(self):
        import textwrap
        formatter = self.formatter_class(prog=self.prog)
        width = (formatter.width or self._width() + 2) - (0 if formatter.width else 2)
        blocks = [self.format_usage()]

        def paragraph(text, indent=0):
            text = text % {"prog": self.prog} if "%(prog)" in text else text
            if formatter.wraps_text:
                return textwrap.fill(" ".join(text.split()), width, initial_indent=" " * indent, subsequent_indent=" " * indent) + "\n"
            return "\n".join(" " * indent + line for line in text.splitlines()) + "\n"

        if self.description:
            blocks.append(paragraph(self.description))
        rows = {}
        for group in self._groups:
            rows[group] = []
            for action in group._group_actions:
                if action.help is SUPPRESS:
                    continue
                rows[group].append((2, self._invocation(action), action))
                if isinstance(action, _SubParsers):
                    rows[group] += [(4, self._invocation(a), a) for a in action._shown]
        longest = max([len(name) + indent for group in rows.values() for indent, name, _ in group], default=0)
        column = min(longest + 2, formatter.max_help_position, max(width - 20, 4))
        for group in self._groups:
            if not rows[group] and not group.description:
                continue
            lines = [f"{group.title}:\n"] if group.title else []
            if group.description:
                lines.append(paragraph(group.description, 2) + ("\n" if rows[group] else ""))
            for indent, name, action in rows[group]:
                text = self._help_text(action, formatter)
                head = " " * indent + name
                if not text.strip():
                    lines.append(head + "\n")
                    continue
                if formatter.wraps_help:
                    wrapped = textwrap.wrap(" ".join(text.split()), max(width - column, 11))
                else:
                    wrapped = text.splitlines()
                if len(head) <= column - 2:
                    lines.append(head.ljust(column) + wrapped[0] + "\n")
                    wrapped = wrapped[1:]
                else:
                    lines.append(head + "\n")
                lines += [" " * column + line + "\n" for line in wrapped]
            blocks.append("".join(lines))
        if self.epilog:
            blocks.append(paragraph(self.epilog))
        return "\n".join(blocks)

    def print_usage(self, file=None):
        (file or _sys.stdout).write(self.format_usage())

    def print_help(self, file=None):
        (file or _sys.stdout).write(self.format_help())

    def exit(self, status=0, message=None):
        if message:
            _sys.stderr.write(message)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")


_EXPECTED = {None: "expected one argument", OPTIONAL: "expected at most one argument", ONE_OR_MORE: "expected at least one argument"}


def _is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


def _counts(nargs):
    if nargs is None:
        return 1, 1
    if isinstance(nargs, int):
        return nargs, nargs
    return (1 if nargs in (ONE_OR_MORE, PARSER) else 0), (1 if nargs == OPTIONAL else 1 << 30)


def _share(actions, n, before_option):
    """How many of `n` arguments each action takes, the first as many as they may; None where they cannot all have their least."""
    least = [_counts(a.nargs)[0] for a in actions]
    if sum(least) > n or not any(a.nargs in (PARSER, REMAINDER) for a in actions) and sum(least) > before_option:
        return None
    spare, out = n - sum(least), []
    for action, low in zip(actions, least):
        more = min(spare, _counts(action.nargs)[1] - low)
        spare -= more
        out.append(low + more)
    return out
