print("before")

class Config:
    print("in body", __name__, __qualname__)
    debug = True
    level = 3 if debug else 0
    names = ["a", "b"]
    for i in range(2):
        names.append(str(i))

    def show(self):
        return self.level, self.names

    class Inner:
        deep = "x"

    alias = show

c = Config()
print(c.show(), c.alias(), Config.Inner.deep, Config.Inner.__qualname__, Config.i)
Config.level = 9
print(c.level, sorted(k for k in vars(Config) if not k.startswith("_")))
