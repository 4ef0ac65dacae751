"""fnmatch: names against shell patterns."""
import re


def translate(pat):
    out, i, n = [], 0, len(pat)
    while i < n:
        c = pat[i]
        i += 1
        if c == "*":
            if not out or out[-1] != ".*":
                out.append(".*")
        elif c == "?":
            out.append(".")
        elif c == "[":
            end = i + 1 if pat[i:i + 1] in ("!", "]") else i
            end = pat.find("]", end + 1 if pat[i:i + 2] == "!]" else end)
            if end < 0:
                out.append(r"\[")
            else:
                inside = pat[i:end].replace("\\", r"\\")
                i = end + 1
                out.append("[" + ("^" + inside[1:] if inside[0] == "!" else inside) + "]")
        else:
            out.append(re.escape(c))
    return "(?s:" + "".join(out) + r")\z"


def fnmatchcase(name, pat):
    return re.match(translate(pat)[:-2] + r"\Z", name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]


def filterfalse(names, pat):
    return [name for name in names if not fnmatchcase(name, pat)]
