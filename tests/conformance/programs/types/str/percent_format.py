print("%s is %d years" % ("Ann", 30))
print("%r %s %a" % ("x", [1], "é"), "%5s|%-5s|%05d|%x|%X|%o|%c%c" % ("a", "b", 42, 255, 255, 8, "z", 65))
print("%(name)s: %(n)03d" % {"name": "k", "n": 7}, "%.3s|" % "abcdef", "%*d" % (5, 3), "%s" % None, "%d%%" % 50)
print("%i %u %+d % d %#x" % (1, 2, 3, 4, 255), "%.2e" % 12345.678, "%s" % (1,), "%s %s" % ([1], (2,)))
for f in (lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "%q" % 1, lambda: "%(a)s" % {}, lambda: "%c" % "ab"):
    try:
        print(f())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
