def read(config):
    return config["name"]

def start():
    try:
        read({})
    except KeyError as e:
        raise RuntimeError("cannot start") from e

try:
    start()
finally:
    print("going down")
