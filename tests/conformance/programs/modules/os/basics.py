import os
print(os.path.join("a", "b.txt"), os.path.basename("/x/y.py"), os.path.splitext("f.tar.gz"), os.path.dirname("/x/y"), os.sep, os.path.exists("/no/such"), os.linesep == "\n")
print(os.environ.get("NO_SUCH_VARIABLE", "default"), os.getenv("NO_SUCH_VARIABLE"), type(os.getpid()).__name__, os.path.normpath("a/../b"))
