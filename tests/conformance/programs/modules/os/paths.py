import os
p = os.path
print([p.join(*a) for a in (("a", "b"), ("a/", "b"), ("a", "/b"), ("", "b"), ("a", ""), ("/",  "x", "..", "y"))], [p.split(x) for x in ("/a/b", "/a/b/", "a", "/", "//a", "")])
print([p.splitext(x) for x in ("a.b.c", ".bashrc", "a/.x", "..a", "a.b/c", "x.", "...")], [p.normpath(x) for x in ("", ".", "a//b/./c/..", "../a", "/..", "//x", "///x", "a/../..")])
print(p.commonprefix(["abc", "abd"]), p.commonpath(["/a/b/c", "/a/b/d"]), p.isabs("/x"), p.isabs("x"), p.basename("/a/"), p.dirname("/a/b"), p.relpath("/a/b", "/a/c"), p.splitdrive("/x"))
print(os.sep, os.pathsep, os.curdir, os.pardir, os.extsep, os.name, os.devnull, os.fspath("x"), os.fsencode("é"), os.fsdecode(b"x"))
for bad in (lambda: os.fspath(5), lambda: p.commonpath([]), lambda: p.commonpath(["/a", "b"])):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
