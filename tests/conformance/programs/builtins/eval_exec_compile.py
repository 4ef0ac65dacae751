print(eval("1 + 2"), eval("x * y", {"x": 3, "y": 4}), eval("[i for i in range(3)]"))
ns = {}
exec("def f(n):\n    return n * 2\nvalue = f(21)", ns)
print(ns["value"], ns["f"](5))
code = compile("a + 1", "<formula>", "eval")
print(eval(code, {"a": 1}), code.co_filename)
x = 10
exec("x += 1")
print(x, eval("x"))
try:
    eval("1 +")
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset, e.text)
try:
    exec("raise ValueError('inside')")
except ValueError as e:
    print(e)
