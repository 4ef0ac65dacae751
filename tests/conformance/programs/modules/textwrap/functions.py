import textwrap
t = "The quick brown fox jumps over the lazy dog and runs away from the very big bear."
print(textwrap.fill(t, 30)); print(textwrap.wrap(t, 40)); print(textwrap.shorten(t, 30), textwrap.shorten(t, 20, placeholder="..."))
print(repr(textwrap.dedent("    a\n      b\n    c\n")), textwrap.indent("x\ny", "> "), textwrap.fill(t, 30, initial_indent="* ", subsequent_indent="  "))
