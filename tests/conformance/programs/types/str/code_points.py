s = "a😀é日"
print(len(s), s[1], s[::-1], [ord(c) for c in s], chr(128512), s.index("日"))
print(s.encode(), s.encode("utf-16-le"), b"\xc3\xa9".decode(), "é".encode("latin-1"), s.encode("ascii", "replace"), s.encode("ascii", "ignore"))
print(ascii(s), repr("tab\t nl\n nul\0 é \x7f \u200b '"), repr("it's"), repr('say "hi"'), repr('''both ' and "'''))
for f in (lambda: s.encode("ascii"), lambda: b"\xff".decode(), lambda: chr(-1), lambda: ord("ab"), lambda: "x".encode("nope")):
    try:
        f()
    except (UnicodeError, ValueError, TypeError, LookupError) as e:
        print(type(e).__name__, e)
