# traceback. Frames of the library are left out, as the engine leaves them out (object/traceback_format.cpp).
import sys
import _ap

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_HEAD = "Traceback (most recent call last):\n"
_not_given = object()


class FrameSummary:
    end_lineno = colno = end_colno = None

    def __init__(self, filename, lineno, name, *, line=None, locals=None, _tb=None, **kw):
        self.filename, self.lineno, self.name, self._tb = filename, lineno, name, _tb
        self.line = (_ap.source_line(filename, lineno) if line is None else line).strip()
        self.locals = None if locals is None else {k: _shown(v) for k, v in locals.items()}
        if _tb is not None:
            _, self.end_lineno, self.colno, self.end_colno = _tb._positions

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (*self, self.locals) == (*other, other.locals)
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def _text(self):
        if self._tb is not None:
            text = _ap.format_exception(Exception().with_traceback(self._tb), 1, False)[len(_HEAD):].rpartition("Exception\n")[0]
        else:
            text = f'  File "{self.filename}", line {self.lineno}, in {self.name}\n' + (f"    {self.line}\n" if self.line else "")
        return text + "".join(f"    {k} = {v}\n" for k, v in sorted((self.locals or {}).items()))


def _shown(value):
    try:
        return repr(value)
    except Exception:
        return "<local repr() failed>"


class StackSummary(list):
    @classmethod
    def extract(cls, frames, *, limit=None, lookup_lines=True, capture_locals=False):
        return cls(_limited([_of_frame(f, n, capture_locals) for f, n in frames], limit))

    @classmethod
    def from_list(cls, entries):
        return cls(e if isinstance(e, FrameSummary) else FrameSummary(e[0], e[1], e[2], line=e[3]) for e in entries)

    def format_frame_summary(self, entry, **kw):
        return entry._text()

    def format(self, **kw):
        out, last, count = [], None, 0
        for entry in [*self, None]:
            key = entry and (entry.filename, entry.lineno, entry.name)
            if key != last or entry is None:
                if count > 3:
                    out.append(f"  [Previous line repeated {count - 3} more time{'s' * (count > 4)}]\n")
                last, count = key, 0
            count += 1
            if entry is not None and count <= 3:
                out.append(self.format_frame_summary(entry))
        return out


def _of_frame(f, lineno, capture_locals=False):
    return FrameSummary(f.f_code.co_filename, lineno, f.f_code.co_name, locals=f.f_locals if capture_locals else None)


def _is_library(filename):
    return filename[:1] == "<" and filename not in ("<string>", "<stdin>")


def format_list(entries):
    return StackSummary.from_list(entries).format()


def _extract(tb, limit, capture_locals=False):
    out = StackSummary()
    while tb is not None:
        frame = tb.tb_frame
        filename, lineno, name = _ap.traceback_entry(tb)
        if not _is_library(filename):
            out.append(FrameSummary(filename, lineno, name, locals=frame.f_locals if capture_locals else None, _tb=tb))
        tb = tb.tb_next
    return _limited(out, limit)


def extract_tb(tb, limit=None):
    return _extract(tb, limit)


def _limited(entries, limit):
    if limit is not None:
        entries[:] = entries[:limit] if limit >= 0 else entries[limit:]
    return entries


def walk_tb(tb):
    while tb is not None:
        frame = tb.tb_frame
        if not _is_library(_ap.traceback_entry(tb)[0]):
            yield frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        if not _is_library(f.f_code.co_filename):
            yield f, f.f_lineno
        f = f.f_back


def extract_stack(f=None, limit=None):
    out = StackSummary(_of_frame(*at) for at in walk_stack(f or sys._getframe(1)))
    out.reverse()
    return out if limit is None else StackSummary(out[-limit:] if limit >= 0 else out[:-limit])


def format_stack(f=None, limit=None):
    return extract_stack(f or sys._getframe(1), limit).format()


def print_stack(f=None, limit=None, file=None):
    _print(file, extract_stack(f or sys._getframe(1), limit).format())


def format_tb(tb, limit=None):
    return _extract(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _print(file, format_tb(tb, limit))


def print_list(entries, file=None):
    _print(file, format_list(entries))


def _print(file, parts):
    (sys.stderr if file is None else file).write("".join(parts))


def _exception(exc, value):
    e = exc if value is _not_given else value
    if not isinstance(e, BaseException) and e is not None:
        raise TypeError(f"Exception expected for value, {type(e).__name__} found")
    return e


def _parts(e, stack):
    out = [_HEAD, *stack.format()] if stack or e.__traceback__ is not None else []
    return out + format_exception_only(e)


def _format(e, limit, chain, capture_locals=False):
    # The oldest of the chain comes first.
    links, seen, at, words = [], set(), e, None
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        links.append((at, words))
        if not chain:
            break
        words = _CAUSE if at.__cause__ is not None else _CONTEXT
        at = at.__cause__ if at.__cause__ is not None else None if at.__suppress_context__ else at.__context__
    out = []
    if any(isinstance(at, BaseExceptionGroup) for at, _ in links):
        for line in _ap.format_exception(e, limit, chain).splitlines(True):
            depth = len(line) - len(line.lstrip(" |"))
            if out and 'File "' in out[-1] and depth > len(out[-1]) - len(out[-1].lstrip(" |")):
                out[-1] += line
            else:
                out.append(line)
        return out
    for at, words in reversed(links):
        out += _parts(at, _extract(at.__traceback__, limit, capture_locals))
        if words:
            out.append(words)
    return out


def format_exception(exc, /, value=_not_given, tb=_not_given, limit=None, chain=True, **kw):
    e = _exception(exc, value)
    if e is None:
        return ["NoneType: None\n"]
    return _format(e, limit, chain)


def format_exception_only(exc, /, value=_not_given, *, show_group=False, **kw):
    e = _exception(exc, value)
    if e is None:
        return ["NoneType: None\n"]
    text = _ap.format_exception_only(e)
    if isinstance(e, NameError):
        # Names are compared with those of a traceback only, which is not asked for here.
        text = text.replace(str(e) + ". Did you mean: ", str(e) + "\0", 1).partition("\0")
        text = text[0] + text[2].partition("'?")[2].replace(" Or did you", ". Did you")
    notes = getattr(e, "__notes__", None)
    notes = [line + "\n" for note in notes for line in str(note).split("\n")] if isinstance(notes, (list, tuple)) else []
    body = text[:-len("".join(notes))] if notes else text + "\n"
    if notes and not body.endswith("\n"):
        body += "\n"
    lines = body.splitlines(True) if isinstance(e, SyntaxError) else [body]
    lines += notes
    if show_group and isinstance(e, BaseExceptionGroup):
        for inner in e.exceptions:
            lines += ["   " + line for line in format_exception_only(inner, show_group=True)]
    return lines


def format_exc(limit=None, chain=True):
    e = sys.exception()
    return "NoneType: None\n" if e is None else _ap.format_exception(e, limit, chain)


def print_exc(limit=None, file=None, chain=True):
    _print(file, format_exc(limit, chain))


def print_exception(exc, /, value=_not_given, tb=_not_given, limit=None, file=None, chain=True, **kw):
    e = _exception(exc, value)
    _print(file, ["NoneType: None\n"] if e is None else [_ap.format_exception(e, limit, chain)])


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, _seen=None):
        if (max_group_width, max_group_depth) != (15, 10):
            raise NotImplementedError("traceback: max_group_width and max_group_depth are not supported here")
        self._e, self._limit, self._locals = exc_value, limit, capture_locals
        self.exc_type = exc_type
        self.stack = _extract(exc_traceback, limit, capture_locals)
        seen = (_seen or set()) | {id(exc_value)}

        def of(e):
            return None if e is None or id(e) in seen else TracebackException(type(e), e, e.__traceback__, limit=limit, _seen=seen,
                                                                              capture_locals=capture_locals)
        self.__cause__, self.__context__ = of(exc_value.__cause__), of(exc_value.__context__)
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.exceptions = [of(e) for e in exc_value.exceptions] if isinstance(exc_value, BaseExceptionGroup) else None

    @classmethod
    def from_exception(cls, exc, *args, **kw):
        return cls(type(exc), exc, exc.__traceback__, *args, **kw)

    @property
    def exc_type_str(self):
        module, name = self.exc_type.__module__, self.exc_type.__qualname__
        return name if module in ("__main__", "builtins") else f"{module}.{name}"

    def __str__(self):
        return str(self._e)

    def format(self, *, chain=True, **kw):
        yield from _format(self._e, self._limit, chain, self._locals)

    def format_exception_only(self, *, show_group=False, **kw):
        yield from format_exception_only(self._e, show_group=show_group)

    def print(self, *, file=None, chain=True, **kw):
        _print(file, self.format(chain=chain))
