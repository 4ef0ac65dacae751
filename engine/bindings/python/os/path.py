"""os.path for POSIX, over the files in memory."""
sep, curdir, pardir, extsep, altsep, pathsep = "/", ".", "..", ".", None, ":"


def _text(p):
    if isinstance(p, (str, bytes)):
        return p
    import os
    return os.fspath(p)


def normcase(s):
    return _text(s)


def isabs(s):
    return _text(s).startswith("/")


def join(a, *p):
    path = _text(a)
    for b in p:
        b = _text(b)
        if b.startswith("/") or not path:
            path = b
        elif path.endswith("/"):
            path += b
        else:
            path += "/" + b
    return path


def split(p):
    p = _text(p)
    i = p.rfind("/") + 1
    head, tail = p[:i], p[i:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def splitext(p):
    p = _text(p)
    slash, dot = p.rfind("/"), p.rfind(".")
    if dot > slash:
        if p[slash + 1:dot].strip("."):
            return p[:dot], p[dot:]
    return p, p[:0]


def splitdrive(p):
    p = _text(p)
    return p[:0], p


def splitroot(p):
    p = _text(p)
    n = 2 if p.startswith("//") and not p.startswith("///") else 1 if p.startswith("/") else 0
    return "", p[:n], p[n:]


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def normpath(path):
    path = _text(path)
    if not path:
        return "."
    _, root, path = splitroot(path)
    out = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or not root and not out or out and out[-1] == "..":
            out.append(part)
        elif out:
            out.pop()
    return root + "/".join(out) or "."


def abspath(path):
    path = _text(path)
    if isinstance(path, bytes):
        return abspath(path.decode()).encode()
    if path.startswith("/"):
        return normpath(path)
    import _files
    return normpath(join(_files.cwd, path))


def realpath(filename, *, strict=False):
    if strict and not exists(filename):
        _missing(filename)
    return abspath(filename)


def relpath(path, start="."):
    if not path:
        raise ValueError("no path specified")
    a, b = [x for x in abspath(start).split("/") if x], [x for x in abspath(path).split("/") if x]
    n = len(commonprefix([a, b]))
    return "/".join([".."] * (len(a) - n) + b[n:]) or "."


def commonprefix(m):
    if not m:
        return ""
    first, last = min(m), max(m)
    for i, c in enumerate(first):
        if c != last[i]:
            return first[:i]
    return first


def commonpath(paths):
    paths = list(map(_text, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({p.startswith("/") for p in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[c for c in p.split("/") if c and c != "."] for p in paths]
    return ("/" if paths[0].startswith("/") else "") + "/".join(commonprefix(parts))


def expanduser(path):
    path = _text(path)
    return "/home/user" + path[1:] if path == "~" or path[:2] == "~/" else path


def expandvars(path):
    return path


def _find(path):
    import _files
    if isinstance(path, int):
        return None
    try:
        return _files.find(path)
    except (OSError, ValueError):
        return None


def exists(path):
    return _text(path) != "" and _find(path) is not None


lexists = exists


def isdir(s):
    node = _text(s) and _find(s)
    return bool(node) and node.is_dir


def isfile(path):
    node = _text(path) and _find(path)
    return bool(node) and not node.is_dir


def islink(path):
    return False


def isjunction(path):
    return False


def ismount(path):
    return abspath(path) == "/"


def _missing(path):
    raise FileNotFoundError(2, "No such file or directory", path)


def _stat(path):
    import os
    return os.stat(path)


def getsize(filename):
    return _stat(filename).st_size


def getmtime(filename):
    return _stat(filename).st_mtime


def getatime(filename):
    return _stat(filename).st_atime


def getctime(filename):
    return _stat(filename).st_ctime


def samefile(f1, f2):
    return _stat(f1).st_ino == _stat(f2).st_ino
