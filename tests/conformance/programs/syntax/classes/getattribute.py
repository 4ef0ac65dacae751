class Spy:
    x = 1

    def __getattribute__(self, name):
        print("look", name)
        return super().__getattribute__(name)

    def method(self):
        return self.x

s = Spy()
print(s.method())
try:
    s.nothing
except AttributeError as e:
    print(e)
