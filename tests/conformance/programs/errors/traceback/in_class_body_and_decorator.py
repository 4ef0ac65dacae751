def decorate(f):
    raise TypeError(f"cannot decorate {f.__name__}")

print("start")

class Service:
    name = "x"

    @decorate
    def call(self):
        pass
