class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)

a = Noisy("a")
b = a
del a
print("still there")
b = None
print("gone")

def scope():
    local = Noisy("local")
    Noisy("temporary")
    print("end of scope")

scope()
items = [Noisy("in list")]
items.clear()
kept = Noisy("at exit")
print("last line")
