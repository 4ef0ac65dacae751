"""Lines of files by their numbers; the program's own source and the files in memory."""
import _ap

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]


def getlines(filename, module_globals=None):
    text = _ap.source_text(filename)
    if not text:
        try:
            with open(filename, encoding="utf-8") as file:
                text = file.read()
        except (OSError, UnicodeDecodeError):
            return []
    if text and not text.endswith("\n"):
        text += "\n"
    return text.splitlines(True)


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def clearcache(): pass
def checkcache(filename=None): pass
def lazycache(filename, module_globals): return False
