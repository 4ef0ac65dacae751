# traceback
import sys
import _ap


class FrameSummary:
    def __init__(self, filename, lineno, name, line=None):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.line = (_ap.source_line(filename, lineno) if line is None else line).strip()

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    def format(self):
        return format_list(self)


def format_list(entries):
    return [f'  File "{f}", line {n}, in {name}\n' + (f"    {line}\n" if line else "") for f, n, name, line in entries]


def extract_tb(tb, limit=None):
    out = StackSummary()
    while tb is not None:
        out.append(FrameSummary(*_ap.traceback_entry(tb)))
        tb = tb.tb_next
    return _limited(out, limit)


def _limited(entries, limit):
    if limit is not None:
        entries[:] = entries[:limit] if limit >= 0 else entries[limit:]
    return entries


def extract_stack(f=None, limit=None):
    out = StackSummary()
    depth = 1
    while info := _ap.frame_info(depth):
        out.append(FrameSummary(*info[:3]))
        depth += 1
    out.reverse()
    return out if limit is None else StackSummary(out[-limit:] if limit >= 0 else out[:-limit])


def _exception(exc, value):
    return exc if isinstance(exc, BaseException) or exc is None else value


def _lines(text):
    return text.splitlines(True)


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True, **kw):
    e = _exception(exc, value)
    if e is None:
        return ["NoneType: None\n"]
    text = _ap.format_exception(e, limit, chain).rstrip("\n") + "\n"
    lines = _lines(text)
    out = []
    for line in lines:
        if out and line.startswith("    ") and out[-1].startswith("  File"):
            out[-1] += line
        else:
            out.append(line)
    return out


def format_exception_only(exc, value=None, /, *, show_group=False, **kw):
    e = _exception(exc, value)
    if e is None:
        return ["NoneType: None\n"]
    lines = _lines(_ap.format_exception_only(e).rstrip("\n") + "\n")
    if show_group and isinstance(e, BaseExceptionGroup):
        for inner in e.exceptions:
            lines += ["   " + line for line in format_exception_only(inner, show_group=True)]
    return lines


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb, limit))


def format_exc(limit=None, chain=True):
    e = sys.exception()
    return "NoneType: None\n" if e is None else _ap.format_exception(e, limit, chain)


def print_exc(limit=None, file=None, chain=True):
    (file or sys.stderr).write(format_exc(limit, chain))


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True, **kw):
    (file or sys.stderr).write("".join(format_exception(exc, value, tb, limit, chain)))


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe(2)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def clear_frames(tb):
    for f, _ in walk_tb(tb):
        try:
            f.clear()
        except RuntimeError:
            pass


def print_tb(tb, limit=None, file=None):
    (file or sys.stderr).write("".join(format_tb(tb, limit)))


def format_stack(f=None, limit=None):
    return format_list(extract_stack()[:-1])


def print_stack(f=None, limit=None, file=None):
    (file or sys.stderr).write("".join(format_stack()))


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, **kw):
        self._e = exc_value
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback)

    @classmethod
    def from_exception(cls, exc, **kw):
        return cls(type(exc), exc, exc.__traceback__)

    def format(self, **kw):
        yield from format_exception(self._e)

    def format_exception_only(self, *, show_group=False, **kw):
        yield from format_exception_only(self._e, show_group=show_group)
