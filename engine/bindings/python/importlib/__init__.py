"""import_module() and reload(); what a module is found by is in importlib.util. There are no files of modules to find."""
import sys
import types

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]
__import__ = __import__


def import_module(name, package=None):
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        dots = len(name) - len(name.lstrip("."))
        parts = package.split(".")
        if dots > len(parts):
            raise ImportError("attempted relative import beyond top-level package")
        base = ".".join(parts[:len(parts) - dots + 1])
        name = f"{base}.{name[dots:]}" if name[dots:] else base
    __import__(name)
    return sys.modules[name]


def invalidate_caches(): pass


def reload(module):
    if not isinstance(module, types.ModuleType):
        raise TypeError("reload() argument must be a module")
    if sys.modules.get(module.__name__) is not module:
        raise ImportError(f"module {module.__name__} not in sys.modules")
    return module
