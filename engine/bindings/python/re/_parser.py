"""Pattern text to a tree. A tree is a list of tuples: ("lit", char), ("set", Chars), ("at", kind), ("group", number or None, tree),
("branch", [tree]), ("rep", low, high or None, "greedy" | "lazy" | "possessive", tree), ("look", behind, negative, tree), ("atomic", tree),
("ref", number, ignore case, ascii), ("cond", number, tree, tree)."""

_FLAG_NAMES = {256: "ASCII", 2: "IGNORECASE", 4: "LOCALE", 32: "UNICODE", 8: "MULTILINE", 16: "DOTALL", 64: "VERBOSE", 128: "DEBUG"}


class RegexFlag(int):
    __module__ = "re"

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        return RegexFlag(~int(self) & 511)

    def __contains__(self, other):
        return int(self) & int(other) == int(other)

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        names = [name for bit, name in _FLAG_NAMES.items() if self & bit]
        return "|".join(names) if names else "NOFLAG"

    def __repr__(self):
        names = ["re." + name for bit, name in _FLAG_NAMES.items() if int(self) & bit]
        rest = int(self) & ~510
        if rest:
            names.append(hex(rest))
        return "|".join(names) or "re.NOFLAG"

    __str__ = __repr__


NOFLAG = RegexFlag(0)
A = ASCII = RegexFlag(256)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
U = UNICODE = RegexFlag(32)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
X = VERBOSE = RegexFlag(64)
DEBUG = RegexFlag(128)
for _name in ("NOFLAG", "A", "ASCII", "I", "IGNORECASE", "L", "LOCALE", "U", "UNICODE", "M", "MULTILINE", "S", "DOTALL", "X", "VERBOSE", "DEBUG"):
    setattr(RegexFlag, _name, globals()[_name])
_LETTERS = {"i": 2, "L": 4, "m": 8, "s": 16, "u": 32, "x": 64, "a": 256}
_TYPE_FLAGS = 4 | 32 | 256
_GLOBAL_FLAGS = 128
_DIGITS, _OCT, _HEX = "0123456789", "01234567", "0123456789abcdefABCDEF"
_LETTER = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SIMPLE = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}
_MAXREPEAT = 4294967295


class PatternError(Exception):
    """msg, pattern, pos, lineno and colno tell what is wrong and where."""
    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


error = PatternError


class Chars(dict):
    """A set of characters: whether one belongs to it is asked of `test` once and then known."""

    def __init__(self, test):
        self.test = test

    def __missing__(self, ch):
        answer = self[ch] = self.test(ch)
        return answer


_ascii_word = frozenset(_LETTER + _DIGITS + "_")
_ascii_space = frozenset(" \t\n\r\v\f")
_ascii_digit = frozenset(_DIGITS)


def is_word(ch):
    return ch == "_" or ch.isalnum()


def _category(letter, ascii):
    if letter in "dD":
        test = _ascii_digit.__contains__ if ascii else str.isdecimal
    elif letter in "sS":
        test = _ascii_space.__contains__ if ascii else str.isspace
    else:
        test = _ascii_word.__contains__ if ascii else is_word
    if letter.isupper():
        return lambda ch: not test(ch)
    return test


_shared = {}


def _shared_set(key, make):
    s = _shared.get(key)
    if s is None:
        s = _shared[key] = Chars(make())
    return s


ANY = Chars(lambda ch: ch != "\n")
ALL = Chars(lambda ch: True)


def cases(ch, ascii):
    """The other characters that are the same letter."""
    if ascii and ch > "\x7f":
        return [ch]
    low, up = ch.lower(), ch.upper()
    return [c for c in {ch, low, up, low.upper(), up.lower()} if len(c) == 1 and not (ascii and c > "\x7f")]


def same_letter(ch, ascii):
    every = cases(ch, ascii)
    if ascii:
        return lambda c: c in every
    low, up = ch.lower(), ch.upper()
    return lambda c: c in every or c.lower() == low or c.upper() == up and len(up) == 1


class _Parser:
    def __init__(self, pattern, flags):
        self.pattern = pattern
        self.s = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
        self.i, self.flags, self.groups, self.names, self.open = 0, flags, 1, {}, set()
        self.wanted, self.behind = [], None

    def error(self, msg, at=None):
        return PatternError(msg, self.pattern, self.i if at is None else at)

    @property
    def next(self):
        return self.s[self.i:self.i + 1]

    def get(self):
        """The next character, or a backslash with the character after it; "" at the end."""
        c = self.s[self.i:self.i + 1]
        if c == "\\":
            c = self.s[self.i:self.i + 2]
            if len(c) < 2:
                raise self.error("bad escape (end of pattern)", self.i)
        self.i += len(c)
        return c

    def take(self, c):
        if self.s.startswith(c, self.i):
            self.i += len(c)
            return True
        return False

    def until(self, end, what):
        at = self.s.find(end, self.i)
        if at < 0:
            if self.i == len(self.s):
                raise self.error(f"missing {what}")
            raise self.error(f"missing {end}, unterminated name")
        name = self.s[self.i:at]
        if not name:
            raise self.error(f"missing {what}")
        self.i = at + 1
        return name

    def check_name(self, name, offset):
        if not name.isidentifier() or not isinstance(self.pattern, str) and not name.isascii():
            shown = name if isinstance(self.pattern, str) else name.encode("latin-1")
            raise self.error(f"bad character in group name {shown!r}", self.i - len(name) - offset)

    def alternatives(self, flags, depth):
        branches = []
        while True:
            branches.append(self.sequence(flags, depth, depth == 0 and not branches))
            if not self.take("|"):
                break
            if depth == 0:
                flags = flags | self.flags & ~_TYPE_FLAGS if self.flags & 64 else flags
        if len(branches) == 1:
            return branches[0]
        if all(len(b) == 1 and b[0][0] in ("lit", "set") for b in branches):
            tests = [b[0][1] for b in branches]
            fixed = frozenset(t for t in tests if isinstance(t, str))
            sets = [t for t in tests if not isinstance(t, str)]
            return [("set", Chars(lambda ch: ch in fixed or any(t[ch] for t in sets)))]
        return [("branch", branches)]

    def literal(self, ch, flags):
        if flags & 2:
            ascii = bool(flags & 256) or isinstance(self.pattern, bytes)
            if len(cases(ch, ascii)) > 1:
                return ("set", _shared_set(("case", ch, ascii), lambda: same_letter(ch, ascii)))
        return ("lit", ch)

    def sequence(self, flags, depth, first):
        out = []
        while True:
            c = self.next
            if c in ("", "|", ")"):
                break
            start = self.i
            c = self.get()
            if flags & 64:
                if c in " \t\n\r\v\f":
                    continue
                if c == "#":
                    at = self.s.find("\n", self.i)
                    self.i = len(self.s) if at < 0 else at + 1
                    continue
            if c[0] == "\\":
                out.append(self.escape(c, start, flags))
            elif c not in ".^$[(*+?{":
                out.append(self.literal(c, flags))
            elif c == ".":
                out.append(("set", ALL if flags & 16 else ANY))
            elif c == "^":
                out.append(("at", "line" if flags & 8 else "start"))
            elif c == "$":
                out.append(("at", "lineend" if flags & 8 else "end"))
            elif c == "[":
                out.append(self.char_class(start, flags))
            elif c == "(":
                item = self.group(start, flags, depth, first and not out)
                if isinstance(item, int):
                    flags = item
                elif item is not None:
                    out.append(item)
            else:
                self.quantifier(c, start, out)
        # What is optimised away is no item, so that nothing can repeat it.
        return out

    def quantifier(self, c, start, out):
        here = self.i
        low, high = {"?": (0, 1), "*": (0, None), "+": (1, None)}.get(c, (0, None))
        if c == "{":
            if self.next == "}":
                out.append(("lit", c))
                return
            lo = hi = ""
            while self.next and self.next in _DIGITS:
                lo += self.get()
            if self.take(","):
                while self.next and self.next in _DIGITS:
                    hi += self.get()
            else:
                hi = lo
            if not self.take("}"):
                out.append(("lit", c))
                self.i = here
                return
            if lo:
                low = int(lo)
                if low >= _MAXREPEAT:
                    raise OverflowError("the repetition number is too large")
            if hi:
                high = int(hi)
                if high >= _MAXREPEAT:
                    raise OverflowError("the repetition number is too large")
                if high < low:
                    raise self.error("min repeat greater than max repeat", here)
        if not out or out[-1][0] == "at":
            raise self.error("nothing to repeat", start)
        if out[-1][0] == "rep":
            raise self.error("multiple repeat", start)
        item = out[-1]
        body = item[2] if item[0] == "group" and item[1] is None else [item]
        out[-1] = ("rep", low, high, "lazy" if self.take("?") else "possessive" if self.take("+") else "greedy", body)

    def hex(self, escape, start, digits):
        while len(escape) < digits + 2 and self.next and self.next in _HEX:
            escape += self.get()
        if len(escape) != digits + 2:
            raise self.error(f"incomplete escape {escape}", start)
        try:
            return chr(int(escape[2:], 16))
        except ValueError:
            raise self.error(f"bad escape {escape}", start) from None

    def code_point(self, c, start):
        """Escapes that mean one character, the same inside of a class and outside."""
        k = c[1]
        if k == "x":
            return self.hex(c, start, 2)
        if k == "u" and isinstance(self.pattern, str):
            return self.hex(c, start, 4)
        if k == "U" and isinstance(self.pattern, str):
            return self.hex(c, start, 8)
        if k == "N" and isinstance(self.pattern, str):
            if not self.take("{"):
                raise self.error("missing {")
            name = self.until("}", "character name")
            try:
                return eval('"\\N{' + name.replace('"', "").replace("\\", "") + '}"')
            except SyntaxError:
                raise self.error(f"undefined character name {name!r}", start) from None
        if k in _SIMPLE and k != "b":
            return _SIMPLE[k]
        return None

    def escape(self, c, start, flags):
        k = c[1]
        if k in "dDsSwW":
            ascii = bool(flags & 256) or isinstance(self.pattern, bytes)
            return ("set", _shared_set((k, ascii), lambda: _category(k, ascii)))
        if k in "AbBZz":
            ascii = bool(flags & 256) or isinstance(self.pattern, bytes)
            return ("at", {"A": "start", "Z": "stop", "z": "stop"}.get(k) or k + ("a" if ascii else ""))
        ch = self.code_point(c, start)
        if ch is None and k == "0":
            while len(c) < 4 and self.next and self.next in _OCT:
                c += self.get()
            ch = chr(int(c[1:], 8))
        elif ch is None and k in _DIGITS:
            if self.next and self.next in _DIGITS:
                c += self.get()
                if c[1] in _OCT and c[2] in _OCT and self.next and self.next in _OCT:
                    c += self.get()
                    value = int(c[1:], 8)
                    if value > 255:
                        raise self.error(f"octal escape value {c} outside of range 0-0o377", start)
                    return self.literal(chr(value), flags)
            group = int(c[1:])
            if group >= self.groups:
                raise self.error(f"invalid group reference {group}", start + 1)
            if group in self.open:
                raise self.error("cannot refer to an open group", start)
            return self.reference(group, flags)
        if ch is None:
            if k in _LETTER:
                raise self.error(f"bad escape {c}", start)
            ch = k
        return self.literal(ch, flags)

    def reference(self, group, flags):
        if self.behind is not None and group >= self.behind:
            raise self.error("cannot refer to group defined in the same lookbehind subpattern")
        return ("ref", group, bool(flags & 2), bool(flags & 256) or isinstance(self.pattern, bytes))

    def class_item(self, c, start, ascii):
        """One item of a class: a character or, for \\d and the like, a test."""
        if c[0] != "\\":
            return c
        k = c[1]
        if k in "dDsSwW":
            return _category(k, ascii)
        if k == "b":
            return "\b"
        ch = self.code_point(c, start)
        if ch is not None:
            return ch
        if k in _OCT:
            while len(c) < 4 and self.next and self.next in _OCT:
                c += self.get()
            value = int(c[1:], 8)
            if value > 255:
                raise self.error(f"octal escape value {c} outside of range 0-0o377", start)
            return chr(value)
        if k in _LETTER or k in _DIGITS:
            raise self.error(f"bad escape {c}", start)
        return k

    def warn(self, what, at):
        import warnings
        warnings.warn(f"Possible {what} at position {at}", FutureWarning, stacklevel=12)

    def char_class(self, here, flags):
        ascii = bool(flags & 256) or isinstance(self.pattern, bytes)
        negate = self.take("^")
        if self.next == "[":
            self.warn("nested set", self.i)
        single, ranges, tests = set(), [], []
        begin = self.i
        while True:
            start = self.i
            c = self.get()
            if not c:
                raise self.error("unterminated character set", here)
            if c == "]" and start > begin:
                break
            if c in ("-", "&", "~", "|") and start > begin and self.next == c:
                self.warn({"-": "set difference", "&": "set intersection", "~": "set symmetric difference", "|": "set union"}[c], start)
            item = self.class_item(c, start, ascii)
            if self.next == "-" and self.s[self.i + 1:self.i + 2] != "]":
                self.i += 1
                at = self.i
                d = self.get()
                if not d:
                    raise self.error("unterminated character set", here)
                last = self.class_item(d, at, ascii)
                if not isinstance(item, str) or not isinstance(last, str) or last < item:
                    raise self.error(f"bad character range {self.s[start:self.i]}", start)
                ranges.append((item, last))
            elif isinstance(item, str):
                single.add(item)
            else:
                tests.append(item)

        def inside(ch):
            if ch in single:
                return True
            for a, b in ranges:
                if a <= ch <= b:
                    return True
            for t in tests:
                if t(ch):
                    return True
            return False
        if flags & 2:
            plain = inside
            inside = lambda ch: any(plain(c) for c in cases(ch, ascii))
        elif not negate and len(single) == 1 and not ranges and not tests:
            return ("lit", single.pop())
        return ("set", Chars((lambda ch: not inside(ch)) if negate else inside))

    def close(self, start):
        if not self.take(")"):
            raise self.error("missing ), unterminated subpattern", start)

    def group(self, start, flags, depth, first):
        """What begins with "(": an item, None for a comment, a number of flags for (?i)."""
        number, name = -1, None
        if self.take("?"):
            c = self.get()
            if not c:
                raise self.error("unexpected end of pattern")
            if c == "P":
                if self.take("<"):
                    name = self.until(">", "group name")
                    self.check_name(name, 1)
                elif self.take("="):
                    name = self.until(")", "group name")
                    self.check_name(name, 1)
                    group = self.names.get(name)
                    if group is None:
                        raise self.error(f"unknown group name {name!r}", self.i - len(name) - 1)
                    if group in self.open:
                        raise self.error("cannot refer to an open group", self.i - len(name) - 1)
                    return self.reference(group, flags)
                else:
                    c = self.get()
                    if not c:
                        raise self.error("unexpected end of pattern")
                    raise self.error("unknown extension ?P" + c, self.i - len(c) - 2)
            elif c == ":":
                number = None
            elif c == "#":
                at = self.s.find(")", self.i)
                if at < 0:
                    self.i = len(self.s)
                    raise self.error("missing ), unterminated comment", start)
                self.i = at + 1
                return None
            elif c in "=!<":
                behind = c == "<"
                if behind:
                    c = self.get()
                    if not c:
                        raise self.error("unexpected end of pattern")
                    if c not in "=!":
                        raise self.error("unknown extension ?<" + c, self.i - len(c) - 2)
                outer = self.behind
                if behind and outer is None:
                    self.behind = self.groups
                body = self.alternatives(flags, depth + 1)
                self.behind = outer
                self.close(start)
                return ("look", behind, c == "!", body)
            elif c == "(":
                return self.conditional(start, flags, depth)
            elif c == ">":
                body = self.alternatives(flags, depth + 1)
                self.close(start)
                return ("atomic", body)
            elif c in _LETTERS or c == "-":
                flags = self.inline_flags(c, start, flags, first)
                if isinstance(flags, tuple):
                    return flags[0]
                number = None
            else:
                raise self.error("unknown extension ?" + c, self.i - len(c) - 1)
        if number is not None:
            number = self.groups
            if name is not None:
                if name in self.names:
                    raise self.error(f"redefinition of group name {name!r} as group {number}; was group {self.names[name]}", self.i - len(name) - 1)
                self.names[name] = number
            self.groups += 1
            self.open.add(number)
        body = self.alternatives(flags, depth + 1)
        self.close(start)
        self.open.discard(number)
        return ("group", number, body)

    def conditional(self, start, flags, depth):
        name = self.until(")", "group name")
        at = self.i - len(name) - 1
        if name.isascii() and name.isdigit():
            group = int(name)
            if not group:
                raise self.error("bad group number", at)
            self.wanted.append((group, at))
        else:
            self.check_name(name, 1)
            group = self.names.get(name)
            if group is None:
                raise self.error(f"unknown group name {name!r}", at)
        yes = self.sequence(flags, depth + 1, False)
        no = []
        if self.take("|"):
            no = self.sequence(flags, depth + 1, False)
            if self.next == "|":
                raise self.error("conditional backref with more than two branches")
        self.close(start)
        return ("cond", group, yes, no)

    def inline_flags(self, c, start, flags, first):
        """The flags inside of (?i:...); for (?i), ready at once, they come as a tuple."""
        add = remove = 0
        if c != "-":
            while True:
                bit = _LETTERS[c]
                if isinstance(self.pattern, str):
                    if c == "L":
                        raise self.error("bad inline flags: cannot use 'L' flag with a str pattern")
                elif c == "u":
                    raise self.error("bad inline flags: cannot use 'u' flag with a bytes pattern")
                add |= bit
                if bit & _TYPE_FLAGS and (add & _TYPE_FLAGS) != bit:
                    raise self.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
                c = self.get()
                if not c:
                    raise self.error("missing -, : or )")
                if c in ")-:":
                    break
                if c not in _LETTERS:
                    raise self.error("unknown flag" if c.isalpha() else "missing -, : or )", self.i - len(c))
        if c == ")":
            if not first:
                raise self.error("global flags not at the start of the expression", start)
            self.flags |= add
            if add & 64 and not flags & 64:
                raise _Verbose
            return (flags | add,)
        if c == "-":
            c = self.get()
            if not c:
                raise self.error("missing flag")
            if c not in _LETTERS:
                raise self.error("unknown flag" if c.isalpha() else "missing flag", self.i - len(c))
            while True:
                bit = _LETTERS[c]
                if bit & _TYPE_FLAGS:
                    raise self.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                remove |= bit
                c = self.get()
                if not c:
                    raise self.error("missing :")
                if c == ":":
                    break
                if c not in _LETTERS:
                    raise self.error("unknown flag" if c.isalpha() else "missing :", self.i - len(c))
        if add & remove:
            raise self.error("bad inline flags: flag turned on and off", self.i - 1)
        if add & _TYPE_FLAGS:
            flags &= ~_TYPE_FLAGS
        return (flags | add) & ~remove


class _Verbose(Exception):
    pass


def parse(pattern, flags):
    if isinstance(pattern, str):
        if flags & 4:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & 256 and flags & 32:
            raise ValueError("ASCII and UNICODE flags are incompatible")
    else:
        if flags & 32:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
        if flags & 4 and flags & 256:
            raise ValueError("ASCII and LOCALE flags are incompatible")
    state = _Parser(pattern, flags)
    try:
        tree = state.alternatives(flags, 0)
    except _Verbose:
        # (?x) holds for what stood before it too.
        flags = state.flags
        state = _Parser(pattern, flags)
        tree = state.alternatives(flags, 0)
    if state.next == ")":
        raise state.error("unbalanced parenthesis")
    for group, at in state.wanted:
        if group >= state.groups:
            raise state.error(f"invalid group reference {group}", at)
    if isinstance(pattern, str) and not state.flags & 256:
        state.flags |= 32
    return tree, state


def parse_template(source, pattern):
    """Replacement text as a list of texts and numbers of groups."""
    is_bytes = isinstance(source, (bytes, bytearray))
    p = _Parser(bytes(source) if is_bytes else source, 0)
    out, text = [], []

    def add(group, at):
        if group > pattern.groups:
            raise p.error(f"invalid group reference {group}", at)
        if text:
            out.append("".join(text))
            text.clear()
        out.append(group)
    while True:
        start = p.i
        c = p.get()
        if not c:
            break
        if c[0] != "\\":
            text.append(c)
            continue
        k = c[1]
        if k == "g":
            if not p.take("<"):
                raise p.error("missing <")
            name = p.until(">", "group name")
            at = p.i - len(name) - 1
            if name.isascii() and name.isdigit():
                add(int(name), at)
            else:
                p.check_name(name, 1)
                if name not in pattern.groupindex:
                    raise IndexError(f"unknown group name {name!r}")
                add(pattern.groupindex[name], at)
        elif k == "0":
            while len(c) < 4 and p.next and p.next in _OCT and len(c) < 4:
                c += p.get()
            text.append(chr(int(c[1:], 8) & 255))
        elif k in _DIGITS:
            if p.next and p.next in _DIGITS:
                c += p.get()
                if c[1] in _OCT and c[2] in _OCT and p.next and p.next in _OCT:
                    c += p.get()
                    value = int(c[1:], 8)
                    if value > 255:
                        raise p.error(f"octal escape value {c} outside of range 0-0o377", start)
                    text.append(chr(value))
                    continue
            add(int(c[1:]), start + 1)
        elif k in _SIMPLE:
            text.append(_SIMPLE[k])
        elif k in _LETTER:
            raise p.error(f"bad escape {c}", start)
        else:
            text.append(c)
    if text:
        out.append("".join(text))
    return [x.encode("latin-1") if isinstance(x, str) else x for x in out] if is_bytes else out
