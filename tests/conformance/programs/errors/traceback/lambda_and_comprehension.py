table = {"double": lambda x: x * 2, "bad": lambda x: x["k"]}

def apply(names, value):
    return {name: table[name](value) for name in names}

print(apply(["double"], 4))
apply(["double", "bad"], 4)
