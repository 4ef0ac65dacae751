def register(cls):
    registry.append(cls.__name__)
    cls.tag = "registered"
    return cls

def add_method(name):
    def wrap(cls):
        setattr(cls, name, lambda self: f"{name} of {type(self).__name__}")
        return cls
    return wrap

registry = []

@register
@add_method("hello")
class A:
    pass

print(registry, A.tag, A().hello())
