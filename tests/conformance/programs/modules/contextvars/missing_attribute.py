# The types of contextvars are named with their module in errors.
import contextvars

var = contextvars.ContextVar("var")
for thing in (var, contextvars.copy_context(), var.set(1)):
    try:
        thing.is_set
    except AttributeError as e:
        print(e)
for wrong in (var.set, contextvars.copy_context().run):
    try:
        wrong()
    except TypeError as e:
        print(e)
