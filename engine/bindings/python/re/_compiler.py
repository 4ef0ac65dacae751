"""A tree to a list of instructions, and the matcher that runs them.

Registers: 2n and 2n+1 are the ends of group n, then the number of the group that was closed last, then what loops and look-arounds keep.
The stack of run() holds choices (instruction, position, lowest position) and what a register was before (-1, register, value)."""
from _ap import spend
from re._parser import ALL, ANY, Chars, PatternError, _ascii_word, cases, is_word

(LIT, SET, RUN, OPEN, CLOSE, SPLIT, JUMP, MATCH, INIT, REPEAT, ENTER, START, END, STOP, LINE, LINE_END, WORD, NOT_WORD,
 REF, IF, MARK, CUT, LOOK, LOOKED, NOT, REFUSE) = range(26)
_AT = {"start": START, "end": END, "stop": STOP, "line": LINE, "lineend": LINE_END}
_WORDS = {True: Chars(_ascii_word.__contains__), False: Chars(is_word)}


def run(code, registers, text, pos, bar, full):
    """The registers of a match that starts at `pos`, or None. An empty match at `bar` does not count; `full`: it has to reach the end."""
    end = len(text)
    g = [-1] * registers
    start = pos
    stack = []
    push, pop = stack.append, stack.pop
    pc = fails = 0
    while True:
        op = code[pc]
        kind = op[0]
        if kind < OPEN:
            if kind == LIT:
                if text.startswith(op[1], pos):
                    pos += op[2]
                    pc += 1
                    continue
            elif kind == SET:
                if pos < end and op[1][text[pos]]:
                    pos += 1
                    pc += 1
                    continue
            else:
                _, chars, low, high, keep = op
                limit = end if high is None or pos + high > end else pos + high
                at = pos
                if chars is ANY:
                    at = text.find("\n", pos, limit)
                    if at < 0:
                        at = limit
                elif chars is ALL:
                    at = limit
                else:
                    while at < limit and chars[text[at]]:
                        at += 1
                low += pos
                if at >= low:
                    pc += 1
                    if at > low and not keep:
                        push((pc, at - 1, low))
                    pos = at
                    continue
        elif kind == OPEN:
            i = op[1]
            push((-1, i, g[i]))
            g[i] = pos
            pc += 1
            continue
        elif kind == CLOSE:
            _, i, last, number, begin = op
            push((-1, i, g[i]))
            push((-1, i - 1, g[i - 1]))
            push((-1, last, g[last]))
            g[i], g[i - 1], g[last] = pos, g[begin], number
            pc += 1
            continue
        elif kind == SPLIT:
            push((op[2], pos, pos))
            pc = op[1]
            continue
        elif kind == JUMP:
            pc = op[1]
            continue
        elif kind == REPEAT:
            _, r, low, high, greedy, after = op
            n = g[r]
            if n < low:
                pc += 1
                continue
            if (high is None or n < high) and pos != g[r + 1]:
                if greedy:
                    push((after, pos, pos))
                    pc += 1
                else:
                    push((pc + 1, pos, pos))
                    pc = after
            else:
                pc = after
            continue
        elif kind == ENTER:
            _, r, low = op
            push((-1, r, g[r]))
            if g[r] >= low:
                # Rounds that have to be done may all be empty; of the others, one that got nowhere is the last.
                push((-1, r + 1, g[r + 1]))
                g[r + 1] = pos
            g[r] += 1
            pc += 1
            continue
        elif kind == INIT:
            r = op[1]
            push((-1, r, g[r]))
            push((-1, r + 1, g[r + 1]))
            g[r], g[r + 1] = 0, -1
            pc += 1
            continue
        elif kind == MATCH:
            if pos != bar and (pos == end or not full):
                g[0], g[1] = start, pos
                return g
        elif kind == START:
            if not pos:
                pc += 1
                continue
        elif kind == END:
            if pos == end or pos == end - 1 and text[pos] == "\n":
                pc += 1
                continue
        elif kind == STOP:
            if pos == end:
                pc += 1
                continue
        elif kind == LINE:
            if not pos or text[pos - 1] == "\n":
                pc += 1
                continue
        elif kind == LINE_END:
            if pos == end or text[pos] == "\n":
                pc += 1
                continue
        elif kind == WORD or kind == NOT_WORD:
            word = op[1]
            if ((pos > 0 and word[text[pos - 1]]) != (pos < end and word[text[pos]])) == (kind == WORD):
                pc += 1
                continue
        elif kind == REF:
            _, i, fold, ascii = op
            a, b = g[i], g[i + 1]
            if b >= 0:
                part = text[a:b]
                there = text[pos:pos + b - a]
                if part == there or fold and len(part) == len(there) and all(c in cases(d, ascii) for c, d in zip(part, there)):
                    pos += b - a
                    pc += 1
                    continue
        elif kind == IF:
            pc = pc + 1 if g[op[1]] >= 0 else op[2]
            continue
        elif kind == MARK or kind == LOOK:
            # The part that follows will be matched once: remember how high the stack is (and where we are).
            r = op[1]
            push((-1, r, g[r]))
            push((-1, r + 1, g[r + 1]))
            g[r + 1] = pos
            pos -= op[2]
            if pos >= 0:
                g[r] = len(stack)
                pc += 1
                continue
        elif kind == CUT or kind == LOOKED:
            # Its choices go; what registers were stays, for choices before it.
            r = op[1]
            height = g[r]
            if kind == LOOKED:
                pos = g[r + 1]
            stack[height:] = [x for x in stack[height:] if x[0] < 0]
            pc += 1
            continue
        elif kind == NOT:
            r = op[1]
            push((-1, r, g[r]))
            g[r] = len(stack)
            push((op[3], pos, pos))
            pos -= op[2]
            if pos >= 0:
                pc += 1
                continue
        else:
            # REFUSE: what must not match did.
            height = g[op[1]]
            while len(stack) > height:
                pc, i, old = pop()
                if pc < 0:
                    g[i] = old
        fails += 1
        if not fails & 255:
            # A pattern that explodes is to end at the limit of steps while somebody still waits for it.
            spend(100_000)
        while stack:
            pc, pos, low = pop()
            if pc < 0:
                g[pos] = low
            else:
                if pos > low:
                    push((pc, pos - 1, low))
                break
        else:
            return None


def _width(tree):
    low = high = 0
    for item in tree:
        kind = item[0]
        if kind in ("lit", "set"):
            a = b = 1
        elif kind == "group":
            a, b = _width(item[2])
        elif kind == "atomic":
            a, b = _width(item[1])
        elif kind == "branch":
            ways = [_width(t) for t in item[1]]
            a, b = min(w[0] for w in ways), max(w[1] for w in ways)
        elif kind == "rep":
            a, b = _width(item[4])
            a, b = a * item[1], b * (1 << 30 if item[2] is None else item[2])
        elif kind == "cond":
            ways = _width(item[2]), _width(item[3])
            a, b = min(ways[0][0], ways[1][0]), max(ways[0][1], ways[1][1])
        elif kind == "ref":
            a, b = _widths.get(item[1], (0, 1 << 30))
        else:
            a = b = 0
        if kind == "group" and item[1] is not None:
            _widths[item[1]] = a, b
        low, high = low + a, high + b
    return low, high


_widths = {}


class _Maker:
    def __init__(self, groups):
        self.code, self.registers, self.last = [], 2 * groups + 1, 2 * groups
        # Where a group began is kept apart until it closes: within it, it still is what it was before.
        self.begin = self.registers
        self.registers += groups

    def register(self, n=2):
        r = self.registers
        self.registers += n
        return r

    def emit(self, *op):
        self.code.append(op)
        return len(self.code) - 1

    def sequence(self, tree):
        i, n = 0, len(tree)
        while i < n:
            item = tree[i]
            if item[0] == "lit":
                j = i + 1
                while j < n and tree[j][0] == "lit":
                    j += 1
                text = "".join([t[1] for t in tree[i:j]])
                self.emit(LIT, text, len(text))
                i = j
                continue
            getattr(self, item[0])(*item[1:])
            i += 1

    def set(self, chars):
        self.emit(SET, chars)

    def at(self, kind):
        if kind[0] in "bB":
            self.emit(WORD if kind[0] == "b" else NOT_WORD, _WORDS[kind[1:] == "a"])
        else:
            self.emit(_AT[kind])

    def group(self, number, body):
        if number is None:
            return self.sequence(body)
        self.emit(OPEN, self.begin + number)
        self.sequence(body)
        self.emit(CLOSE, 2 * number + 1, self.last, number, self.begin + number)

    def branch(self, branches):
        jumps = []
        for b in branches[:-1]:
            split = self.emit()
            self.sequence(b)
            jumps.append(self.emit())
            self.code[split] = (SPLIT, split + 1, len(self.code))
        self.sequence(branches[-1])
        for j in jumps:
            self.code[j] = (JUMP, len(self.code))

    def rep(self, low, high, how, body):
        if len(body) == 1 and body[0][0] in ("lit", "set") and how != "lazy":
            chars = body[0][1]
            if isinstance(chars, str):
                char = chars
                chars = Chars(lambda ch: ch == char)
            self.emit(RUN, chars, low, high, how == "possessive")
        elif how == "possessive":
            self.atomic([("rep", low, high, "greedy", body)])
        elif (low, high) == (0, 1):
            split = self.emit()
            self.sequence(body)
            after = len(self.code)
            self.code[split] = (SPLIT, split + 1, after) if how == "greedy" else (SPLIT, after, split + 1)
        else:
            r = self.register()
            self.emit(INIT, r)
            loop = self.emit()
            self.emit(ENTER, r, low)
            self.sequence(body)
            self.emit(JUMP, loop)
            self.code[loop] = (REPEAT, r, low, high, how == "greedy", len(self.code))

    def atomic(self, body):
        r = self.register()
        self.emit(MARK, r, 0)
        self.sequence(body)
        self.emit(CUT, r)

    def look(self, behind, negative, body):
        back = 0
        if behind:
            back, most = _width(body)
            if back != most:
                raise PatternError("look-behind requires fixed-width pattern")
        r = self.register()
        begin = self.emit(NOT if negative else LOOK, r, back)
        self.sequence(body)
        self.emit(REFUSE if negative else LOOKED, r)
        if negative:
            self.code[begin] = (NOT, r, back, len(self.code))

    def ref(self, number, fold, ascii):
        self.emit(REF, 2 * number, fold, ascii)

    def cond(self, number, yes, no):
        test = self.emit()
        self.sequence(yes)
        jump = self.emit()
        self.code[test] = (IF, 2 * number + 1, len(self.code))
        self.sequence(no)
        self.code[jump] = (JUMP, len(self.code))


def _first(tree):
    """The characters that a match can begin with; None: any, or it may be empty."""
    for item in tree:
        kind = item[0]
        if kind == "lit":
            char = item[1]
            return Chars(lambda ch: ch == char)
        if kind == "set":
            return item[1]
        if kind == "group":
            return _first(item[2])
        if kind == "rep":
            return _first(item[4]) if item[1] else None
        if kind == "branch":
            sets = [_first(t) for t in item[1]]
            return None if None in sets else Chars(lambda ch: any(s[ch] for s in sets))
        if kind != "at":
            return None
    return None


def compile(tree, groups):
    """(instructions, number of registers, text that every match begins with, characters it may begin with or None)"""
    _widths.clear()
    _width(tree)
    maker = _Maker(groups)
    maker.sequence(tree)
    maker.emit(MATCH)
    code = maker.code
    if code[0][0] == LIT:
        return code, maker.registers, code[0][1], None
    return code, maker.registers, "", _first(tree)
