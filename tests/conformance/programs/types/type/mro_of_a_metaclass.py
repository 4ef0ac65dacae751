class Extra:
    def hi(self): return "extra"
    x = 5
class M(type):
    def mro(cls):
        print("mro of", cls.__name__)
        first, *rest = super().mro()
        return [first, Extra, *rest] if Extra not in rest else [first, *rest]
class A(metaclass=M): pass
class B(A): pass
print(A.__mro__, A.mro(), A().hi(), B.x, B.__mro__, issubclass(B, Extra), Extra.__subclasses__(), A.__bases__)
def make(answer):
    class Meta(type):
        def mro(cls):
            if isinstance(answer, Exception): raise answer
            return answer
    try:
        class C(metaclass=Meta): pass
        print(C.__mro__)
    except Exception as e:
        print(type(e).__name__, e)
for answer in ([1], None, [int, object], ValueError("no")):
    make(answer)
print(type.mro(bool))
