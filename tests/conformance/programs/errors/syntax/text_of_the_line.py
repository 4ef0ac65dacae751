# Where the tokenizer has read further lines, or has made the error itself, the text has no newline.
for source in ("x = 1)\ny\n", "'abc\ny\n", "x = (1,\n     2\ny = 3\n", "f(a\n  b)\n", "x = 5x\n", "x y\nz\n", "x y", "if x:\n    a\n  b\n",
               "a\\ b\nc\n", "x = [1, 2\n", "x = [1, 2", "f'{a'\n", "def f(:\n  pass\n", "x = 0777\ny\n", "'''abc\nd\n"):
    try:
        compile(source, "m.py", "exec")
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
