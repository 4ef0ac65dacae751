import re
print(re.findall(r"\d+", "a1b22c333"), re.sub(r"\s+", "-", "a  b c"), re.split(r"[,;]", "a,b;c"), bool(re.match(r"^\w+@\w+\.\w+$", "me@x.org")))
m = re.search(r"(?P<year>\d{4})-(\d\d)", "on 2024-05-06"); print(m.group(), m.group("year"), m[2], m.groups(), m.span(), m.start())
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", lambda m: m[0].upper(), "banana"), re.compile("x", re.I).search("X") is not None, [m.start() for m in re.finditer("a", "banana")], re.fullmatch("a+", "aab"), re.escape("a.b"))
print(m, re.match("q", "x"), re.findall(r"(a)(b)?", "aba"), re.split("(-)", "a-b"), re.sub("x*", "-", "abc"))
