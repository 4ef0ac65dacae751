"""Whether a module is there. The library's modules do nothing when they are imported, so that is how it is found out."""


class _Spec:
    def __init__(self, name):
        self.name = name
        self.parent = name.rpartition(".")[0]
        self.origin = f"/usr/lib/python3.14/{name.replace('.', '/')}.py"
        self.loader = None
        self.submodule_search_locations = None
        self.has_location = True

    def __repr__(self):
        return f"ModuleSpec(name={self.name!r}, loader={self.loader!r}, origin={self.origin!r})"


def find_spec(name, package=None):
    if name.startswith("."):
        raise NotImplementedError("importlib.util.find_spec of a relative name is not supported here")
    try:
        __import__(name)
    except ModuleNotFoundError:
        if "." in name:
            __import__(name.rpartition(".")[0])
        return None
    return _Spec(name)
