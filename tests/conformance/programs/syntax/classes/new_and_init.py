class Singleton:
    _instance = None

    def __new__(cls, *args):
        print("new", args)
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self, value):
        print("init", value)
        self.value = value

a, b = Singleton(1), Singleton(2)
print(a is b, a.value)

class Upper(str):
    def __new__(cls, text):
        return super().__new__(cls, text.upper())

u = Upper("abc")
print(u, isinstance(u, str), len(u), type(u).__name__, u + "d")
try:
    object().__init__(1)
except TypeError as e:
    print(e)
try:
    Singleton()
except TypeError as e:
    print(e)
