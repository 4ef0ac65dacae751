# pathlib: files and folders.
from pathlib import Path

root = Path("project")
(root / "src").mkdir(parents=True)
(root / "src").mkdir(exist_ok=True)
print((root / "readme.md").write_text("# hello\n"), (root / "src/a.py").write_bytes(b"x = 1\n"))
(root / "src" / "b.py").touch()
print((root / "readme.md").read_text(), (root / "src/a.py").read_bytes(), (root / "src/b.py").stat().st_size)
print(sorted(root.iterdir()), sorted(root.glob("*.md")), sorted(root.rglob("*.py")), sorted(root.glob("**/*")))
print(root.exists(), root.is_dir(), root.is_file(), (root / "nope").exists(), sorted(p.name for p in root.glob("src/[ab].py")))
with (root / "readme.md").open("a") as f:
    f.write("more\n")
for line in (root / "readme.md").open():
    print(line.rstrip())
print((root / "readme.md").rename(root / "README"), sorted(p.name for p in root.iterdir()))
print(Path("project/../project").resolve() == root.absolute(), Path.cwd() / root == root.absolute())
for folder, folders, files in root.walk():
    print(folder, sorted(folders), sorted(files))
for wrong in (lambda: Path("nope").read_text(), lambda: root.mkdir(), lambda: root.rmdir(), lambda: Path("nope").unlink(), lambda: (root / "a/b").mkdir()):
    try:
        wrong()
    except OSError as e:
        print(type(e).__name__, e.strerror, e.filename)
Path("nope").unlink(missing_ok=True)
(root / "README").unlink()
