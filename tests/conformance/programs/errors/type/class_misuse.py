checks = ["class B(5): pass", "class B(int, str): pass", "class B(bool): pass", "class B(A, A): pass", "A.__class__ = int", "object.x = 1", "int.x = 1", "A().x.y", "raise 5", "raise A", "raise 'text'", "try:\n  1/0\nexcept 5:\n  pass", "None()", "class B(None): pass", "super(5).x", "A(1)", "object(1)", "isinstance(1, 2)", "class B(A, metaclass=5): pass"]
class A: pass
for text in checks:
    try:
        exec(text)
    except (TypeError, AttributeError, RuntimeError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
