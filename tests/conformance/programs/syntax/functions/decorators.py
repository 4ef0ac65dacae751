def tag(name):
    print("making", name)

    def decorate(f):
        print("applying", name, "to", f.__name__)

        def wrapper(*args, **kwargs):
            return f"<{name}>{f(*args, **kwargs)}</{name}>"
        return wrapper
    return decorate

@tag("b")
@tag("i")
def greet(who, greeting="hello"):
    return f"{greeting} {who}"

print(greet("you"))
print(greet("all", greeting="hi"))
print(greet.__name__)
