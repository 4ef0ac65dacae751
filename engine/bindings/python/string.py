# string
whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _run(self, values, safe):
        out = []
        t, i = self.template, 0
        while i < len(t):
            j = t.find("$", i)
            if j < 0:
                break
            out.append(t[i:j])
            rest = t[j + 1:]
            if rest[:1] == "$":
                out.append("$")
                i = j + 2
                continue
            braced = rest[:1] == "{"
            k = 1 if braced else 0
            n = k
            while n < len(rest) and (rest[n] == "_" or rest[n].isascii() and (rest[n].isalpha() or n > k and rest[n].isdigit())):
                n += 1
            name = rest[k:n]
            if not name or braced and rest[n:n + 1] != "}":
                if not safe:
                    line = t.count("\n", 0, j) + 1
                    col = j - t.rfind("\n", 0, j)
                    raise ValueError(f"Invalid placeholder in string: line {line}, col {col}")
                out.append("$")
                i = j + 1
                continue
            end = j + 1 + n + (1 if braced else 0)
            if safe and name not in values:
                out.append(t[j:end])
            else:
                out.append(str(values[name]))
            i = end
        out.append(t[i:])
        return "".join(out)

    def substitute(self, mapping={}, /, **kws):
        return self._run({**mapping, **kws}, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._run({**mapping, **kws}, True)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
