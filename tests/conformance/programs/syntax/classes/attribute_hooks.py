class Proxy:
    def __init__(self):
        object.__setattr__(self, "data", {})

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return self.data.get(name, f"no {name}")

    def __setattr__(self, name, value):
        print("set", name, value)
        self.data[name] = value

    def __delattr__(self, name):
        print("delete", name)
        del self.data[name]

    def __dir__(self):
        return ["a", "b"]

p = Proxy()
print(p.color)
p.color = "red"
print(p.color, hasattr(p, "_x"), getattr(p, "_y", "default"), dir(p))
del p.color
print(p.color)
