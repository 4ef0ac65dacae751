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
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            first = name.partition(".")[0].partition("[")[0]
            if first == "":
                if auto is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name, auto = str(auto) + name, auto + 1
            elif first.isdigit():
                if auto:
                    raise ValueError("cannot switch from automatic field numbering to manual field specification")
                auto = False
            obj, used_key = self.get_field(name, args, kwargs)
            used.add(used_key)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(obj, spec))
        return "".join(out), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        for name, function in (("s", str), ("r", repr), ("a", ascii)):
            if conversion == name:
                return function(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        # (text before, name, specification, conversion) of each field; the last may be text only
        text, i, n = "", 0, len(format_string)
        while i < n:
            c = format_string[i]
            i += 1
            if c not in "{}":
                text += c
                continue
            if i < n and format_string[i] == c:
                yield text + c, None, None, None
                text = ""
                i += 1
                continue
            if c == "}":
                raise ValueError("Single '}' encountered in format string")
            if i == n:
                raise ValueError("Single '{' encountered in format string")
            depth, start, in_key = 1, i, False
            while i < n and depth:
                c = format_string[i]
                if c == "[" and depth == 1 and ":" not in format_string[start:i]:
                    in_key = True
                elif c == "]":
                    in_key = False
                elif not in_key:
                    depth += (c == "{") - (c == "}")
                i += 1
            if depth:
                raise ValueError("expected '}' before end of string")
            field = format_string[start:i - 1]
            at, in_key = 0, False
            while at < len(field) and (in_key or field[at] not in ":!"):
                in_key = field[at] == "[" or in_key and field[at] != "]"
                at += 1
            name, rest, conversion = field[:at], field[at:], None
            if rest[:1] == "!":
                if len(rest) < 2:
                    raise ValueError("end of string while looking for conversion specifier")
                conversion, rest = rest[1], rest[2:]
                if rest and rest[0] != ":":
                    raise ValueError("expected ':' after conversion specifier")
            yield text, name, rest[1:], conversion
            text = ""
        if text:
            yield text, None, None, None

    def get_field(self, field_name, args, kwargs):
        import re
        first, rest = re.match(r"([^.\[]*)(.*)", field_name, re.S).groups()
        first = int(first) if first.isdigit() else first
        obj = self.get_value(first, args, kwargs)
        for attribute, item in re.findall(r"\.([^.\[]*)|\[([^\]]*)\]", rest):
            obj = getattr(obj, attribute) if attribute else obj[int(item) if item.isdigit() else item]
        return obj, first
