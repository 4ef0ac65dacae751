def work():
    try:
        raise KeyError("first")
    finally:
        cleanup()

def cleanup():
    raise OSError("second")

work()
