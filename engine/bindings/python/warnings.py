# warnings
import sys
import _ap

filters = []
_default = [("default", None, DeprecationWarning, "__main__", 0), ("ignore", None, DeprecationWarning, None, 0),
            ("ignore", None, PendingDeprecationWarning, None, 0), ("ignore", None, ImportWarning, None, 0),
            ("ignore", None, ResourceWarning, None, 0)]
filters.extend(_default)
_seen = {}
_log = None


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self.category.__name__!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    line = _ap.source_line(filename, lineno) if line is None else line
    if line and line.strip():
        text += "  " + line.strip() + "\n"
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))


_showwarning = showwarning


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not {type(category).__name__!r}")
    info = _ap.frame_info(max(stacklevel, 1))
    filename, lineno, _, names = info or ("<sys>", 0, None, {})
    warn_explicit(message, category, filename, lineno, names.get("__name__", "<string>"), names.setdefault("__warningregistry__", {}))


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    text = str(message)
    if not isinstance(message, Warning):
        message = category(message)
    if registry is None:
        registry = {}
    key = (text, category, lineno)
    if registry.get("version") != _version[0]:
        registry.clear()
        registry["version"] = _version[0]
    if registry.get(key):
        return
    action = "default"
    for a, msg, cat, mod, ln in filters:
        if (msg is None or text.lower().startswith(msg.lower())) and issubclass(category, cat) and (mod is None or mod == module) and (ln == 0 or ln == lineno):
            action = a
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action in ("default", "module"):
        registry[key] = 1
    elif action == "once":
        if _seen.get((text, category)):
            return
        _seen[text, category] = 1
    _ap.tell_warning(category.__name__, text, lineno)
    record = WarningMessage(message, category, filename, lineno)
    if _log is not None:
        _log.append(record)
    else:
        showwarning(message, category, filename, lineno)


_version = [0]


def _changed():
    _version[0] += 1


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    item = (action, message.replace(".*", "").strip("^") or None, category, module or None, lineno)
    filters.append(item) if append else filters.insert(0, item)
    _changed()


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action not in ("error", "ignore", "always", "all", "default", "module", "once"):
        raise ValueError(f"invalid action: {action!r}")
    item = (action, None, category, None, lineno)
    filters.append(item) if append else filters.insert(0, item)
    _changed()


def resetwarnings():
    filters.clear()
    _changed()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record, self._filter = record, action and (action, category, lineno, append)

    def __enter__(self):
        global _log
        self._saved = filters[:], _log, showwarning
        _changed()
        if self._record:
            _log = []
        if self._filter:
            simplefilter(*self._filter)
        return _log if self._record else None

    def __exit__(self, *exc):
        global _log, showwarning
        filters[:], _log, showwarning = self._saved
        _changed()


def deprecated(msg, /, *, category=DeprecationWarning, stacklevel=1):
    def wrap(f):
        from functools import wraps
        if isinstance(f, type):
            return f

        @wraps(f)
        def inner(*args, **kw):
            warn(msg, category, stacklevel=stacklevel + 1)
            return f(*args, **kw)
        inner.__deprecated__ = msg
        return inner
    return wrap
