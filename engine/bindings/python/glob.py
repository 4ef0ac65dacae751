"""glob: paths against shell patterns."""
import fnmatch
import os


def has_magic(s):
    return any(c in s for c in "*?[")


def escape(pathname):
    return "".join(f"[{c}]" if c in "*?[" else c for c in pathname)


def _below(folder, hidden):
    yield folder
    for name in _names(folder, hidden):
        path = os.path.join(folder, name) if folder else name
        if os.path.isdir(path):
            yield from _below(path, hidden)
        else:
            yield path


def _names(folder, hidden):
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return []
    return [n for n in names if hidden or not n.startswith(".")]


def _match(folder, parts, recursive, hidden):
    if not parts:
        yield folder
        return
    part, rest = parts[0], parts[1:]
    if part == "**" and recursive:
        for path in _below(folder, hidden):
            if not rest:
                yield os.path.join(path, "") if path == folder and path else path
            elif os.path.isdir(path or "."):
                yield from _match(path, rest, recursive, hidden)
    elif has_magic(part):
        for name in _names(folder, hidden or part.startswith(".")):
            path = os.path.join(folder, name) if folder else name
            if fnmatch.fnmatch(name, part) and (not rest or os.path.isdir(path)):
                yield from _match(path, rest, recursive, hidden)
    else:
        path = os.path.join(folder, part) if folder else part
        if os.path.exists(path):
            yield from _match(path, rest, recursive, hidden)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    if root_dir is not None or dir_fd is not None:
        raise NotImplementedError("glob: root_dir and dir_fd are not supported here")
    start = "/" if pathname.startswith("/") else ""
    for path in _match(start, [p for p in pathname.split("/") if p], recursive, include_hidden):
        if path:
            yield path


def glob(pathname, **options):
    return list(iglob(pathname, **options))
