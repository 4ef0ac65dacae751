class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[key or cls.__name__.lower()] = cls

class Json(Plugin):
    pass

class Text(Plugin, key="txt"):
    pass

print({k: v.__name__ for k, v in Plugin.registry.items()})
try:
    class Bad(Plugin, unknown=1):
        pass
except TypeError as e:
    print(e)
