# How deeply a program's text may nest, and what is said past that.
def attempt(what, text):
    try:
        compile(text, "text", "exec")
    except (SyntaxError, MemoryError, RecursionError) as e:
        print(what, type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
    else:
        print(what, "compiles")


for n in 199, 200, 201, 300:
    attempt(f"{n} parentheses", "(" * n + "1" + ")" * n)
    attempt(f"{n} brackets", "[" * n + "]" * n)
for n in 99, 100, 101:
    attempt(f"{n} indents", "".join(" " * i + "if 1:\n" for i in range(n)) + " " * n + "pass\n")
for n in 20, 149, 150, 151:
    attempt(f"{n} f-strings", "f'{" * n + "1" + "}'" * n)
