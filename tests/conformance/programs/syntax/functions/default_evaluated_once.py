def append(item, target=[]):
    target.append(item)
    return target

print(append(1))
print(append(2))
print(append(3, []))
print(append.__defaults__)

def show(x, y=len("abc"), *, z=None):
    return x, y, z

print(show.__defaults__, show.__kwdefaults__)
