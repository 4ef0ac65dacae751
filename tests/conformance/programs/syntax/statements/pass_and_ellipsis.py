def later(): ...

class Empty: ...

def nothing():
    pass

print(later(), nothing(), Empty().__class__.__name__)
print(..., Ellipsis is ..., type(...).__name__)
if True: pass
else: ...
