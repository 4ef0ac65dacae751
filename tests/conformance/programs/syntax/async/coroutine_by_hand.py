class Pause:
    def __await__(self):
        got = yield "paused"
        return got

async def task():
    print("start")
    x = await Pause()
    print("got", x)
    try:
        await Pause()
    except ValueError as e:
        print("thrown in:", e)
    return "result"

c = task()
print(type(c), c.cr_running, c.cr_frame is not None)
print(c.send(None))
print(c.send("hello"))
try:
    c.throw(ValueError("boo"))
except StopIteration as stop:
    print("returned", stop.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
d = task()
d.close()
print(d.cr_frame)
