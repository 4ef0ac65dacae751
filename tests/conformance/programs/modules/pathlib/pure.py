# pathlib: the parts of a path, without looking at files.
from pathlib import Path, PurePath, PurePosixPath

p = Path("data") / "2024" / "report.tar.gz"
print(p, repr(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents))
print(p.with_name("x.txt"), p.with_suffix(".zip"), p.with_stem("other"), p.is_absolute(), p.as_posix())
print(Path("/usr/lib/../bin//x/."), Path(), Path("a", "/b", "c"), "top" / Path("x"), Path("/").parts, repr(PurePath("a")))
print(Path("/a/b/c").relative_to("/a"), Path("/a/b").is_relative_to("/x"), Path("/a/b").relative_to("/a/c", walk_up=True))
print(Path("a/b.py").match("*.py"), Path("a/b/c.py").match("b/*.py"), Path("/a.py").full_match("/*.py"), Path("x").joinpath("y", "z"))
print(sorted([Path("b"), Path("a/c"), Path("a")]), Path("a") == Path("./a"), len({Path("a"), Path("a/")}), Path("a") < Path("b"))
print(Path(".bashrc").suffix, Path("a.").suffix, Path("a.b.c").stem, Path("/").name == "", f"{p!s:>30}|")
print(isinstance(p, PurePosixPath), p.anchor == "", Path("/x").anchor, Path("/x/y").root)
for wrong in (lambda: Path("/a").relative_to("/b"), lambda: Path("a").with_suffix("txt"), lambda: Path("").with_name("x"), lambda: Path(5),
              lambda: Path("a") / 5, lambda: Path("a").as_uri()):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
