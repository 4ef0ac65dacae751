# atexit: the last registered first, with arguments; unregister; what fails is told and the rest goes on.
import atexit, asyncio

@atexit.register
def first():
    print("first")

def with_arguments(*args, **kwargs):
    print(args, kwargs)

def fails():
    raise ValueError("at exit")

print(atexit.register(with_arguments, 1, 2, three=3) is with_arguments)
atexit.register(print, "never")
atexit.unregister(print)
atexit.register(fails)
atexit.register(lambda: print("last registered", asyncio.run(asyncio.sleep(1, "still runs"))))
try:
    atexit.register(1)
except TypeError as e:
    print(e)
print("end")
