# The collector runs while things are queued, timed, raced, gathered and connected: all of them go on.
import asyncio
import gc
import weakref
from asyncio.staggered import staggered_race


class Note:
    def __init__(self, text):
        self.text = text

    def say(self, more):
        print(self.text, more)


async def slow(delay, value):
    await asyncio.sleep(delay)
    return value


async def fails(delay):
    await asyncio.sleep(delay)
    raise OSError("no")


async def echo(reader, writer):
    gc.collect()
    writer.write((await reader.readline()).upper())
    await writer.drain()
    writer.close()


async def main():
    loop = asyncio.get_running_loop()
    note = Note("note")
    ref = weakref.ref(note)
    loop.call_soon(note.say, "soon")
    loop.call_later(1, note.say, "later")
    loop.call_at(loop.time() + 2, Note("other").say, "at")
    del note
    gc.collect()
    print(ref() is None)
    await asyncio.sleep(1.5)
    gc.collect()
    print(ref() is None)
    race = asyncio.create_task(staggered_race([lambda: fails(1), lambda: slow(3, "won"), lambda: slow(9, "late")], 0.5))
    together = asyncio.gather(slow(1, "a"), slow(2, "b"))
    await asyncio.sleep(0.6)
    gc.collect()
    print(await together)
    winner, index, errors = await race
    print(winner, index, [repr(e) for e in errors])
    server = await asyncio.start_server(echo, "127.0.0.1", 8000)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8000)
    writer.write(b"hello\n")
    gc.collect()
    print(await reader.read())
    writer.close()
    server.close()
    future = loop.create_future()
    loop.call_soon(future.set_result, 5)
    future.add_done_callback(Note("done").say)
    it = iter(future)
    gc.collect()
    print(next(it) is future, future.done())
    await asyncio.sleep(0)
    try:
        next(it)
    except StopIteration as e:
        print("stop", e.value)


asyncio.run(main())
