# textwrap
def dedent(text):
    lines = text.split("\n")
    margin = None
    for l in lines:
        if l.strip():
            indent = l[:len(l) - len(l.lstrip())]
            if margin is None:
                margin = indent
            else:
                n = 0
                while n < len(margin) and n < len(indent) and margin[n] == indent[n]:
                    n += 1
                margin = margin[:n]
    n = len(margin or "")
    return "\n".join(l[n:] if l.strip() else "" for l in lines)


def indent(text, prefix, predicate=None):
    return "".join(prefix + l if (predicate(l) if predicate else l.strip()) else l for l in text.splitlines(True))


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
                 max_lines=None, placeholder=" [...]"):
        self.__dict__.update({k: v for k, v in locals().items() if k != "self"})

    def _chunks(self, text):
        text = text.expandtabs(self.tabsize) if self.expand_tabs else text
        out = []
        for word in text.split():
            parts = word.split("-") if self.break_on_hyphens else [word]
            pieces = []
            for i, p in enumerate(parts):
                last = i == len(parts) - 1
                if not last and p and p[-1].isalpha() and parts[i + 1][:1].isalpha():
                    pieces.append(p + "-")
                elif pieces and not pieces[-1].endswith("-") or not pieces:
                    pieces.append(p + ("" if last else "-"))
                else:
                    pieces.append(p + ("" if last else "-"))
            out.append([p for p in pieces if p])
        return out

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        lines, line = [], ""
        empty = True

        def limit():
            return self.width - len(self.subsequent_indent if lines else self.initial_indent)
        for word in self._chunks(text):
            first = True
            for piece in word:
                glue = " " if first and not empty else ""
                first = False
                if len(line) + len(glue) + len(piece) <= limit():
                    line += glue + piece
                    empty = False
                    continue
                if not empty:
                    lines.append(line)
                    line, empty = "", True
                while len(piece) > limit() and self.break_long_words:
                    n = limit()
                    lines.append(piece[:n])
                    piece = piece[n:]
                line, empty = piece, not piece
        if not empty:
            lines.append(line)
        if self.max_lines is not None and len(lines) > self.max_lines:
            lines = lines[:self.max_lines]
            last = lines[-1]
            room = self.width - len(self.placeholder) - len(self.subsequent_indent if len(lines) > 1 else self.initial_indent)
            while len(last) > room and " " in last:
                last = last.rpartition(" ")[0]
            lines[-1] = last + self.placeholder if len(last) <= room else self.placeholder.lstrip()
        return [(self.subsequent_indent if i else self.initial_indent) + l for i, l in enumerate(lines)]

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kw): return TextWrapper(width, **kw).wrap(text)
def fill(text, width=70, **kw): return TextWrapper(width, **kw).fill(text)
def shorten(text, width, **kw): return TextWrapper(width, max_lines=1, **kw).fill(" ".join(text.strip().split()))
