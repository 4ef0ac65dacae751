# Objects that behave like futures: of another loop, without the mark of a wait, done early and late, failing.
import asyncio


class Duck:
    _asyncio_future_blocking = False

    def __init__(self, loop, answer=None, error=None, mark=True):
        self.loop, self.answer, self.error, self.mark = loop, answer, error, mark
        self.ended = False
        self.callbacks = []

    def get_loop(self):
        return self.loop

    def done(self):
        return self.ended

    def cancelled(self):
        return isinstance(self.error, asyncio.CancelledError)

    def exception(self):
        return self.error

    def add_done_callback(self, callback, *, context=None):
        self.callbacks.append(callback)
        self.loop.call_later(1, self.end)

    def end(self):
        self.ended = True
        for callback in self.callbacks:
            callback(self)

    def cancel(self, msg=None):
        print("duck is cancelled", msg)
        self.error = asyncio.CancelledError("by duck")
        return True

    def result(self):
        if self.error:
            raise self.error
        return self.answer

    def __await__(self):
        self._asyncio_future_blocking = self.mark
        yield self
        return self.result()


class Itself:
    def __await__(self):
        task = asyncio.current_task()
        task._asyncio_future_blocking = True
        yield task


async def wait_for(what):
    return await what


async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    print(asyncio.isfuture(Duck(loop)), asyncio.isfuture(Duck))
    print(await wait_for(Duck(loop, "quack")), loop.time())
    for duck in Duck(loop, error=ValueError("ill")), Duck(other), Duck(loop, mark=False), Itself():
        try:
            print(await asyncio.create_task(wait_for(duck)))
        except Exception as e:
            print(type(e).__name__, str(e).split(" <")[0], "different loop" in str(e))
    task = asyncio.create_task(wait_for(Duck(loop, "late")))
    await asyncio.sleep(0.5)
    task.cancel("now")
    try:
        print(await task)
    except asyncio.CancelledError as e:
        print(repr(e), task.cancelled())
    print(await asyncio.gather(asyncio.ensure_future(Duck(loop, 1)), Duck(loop, 2)))
    print(await asyncio.wait_for(Duck(loop, 3), 5), loop.time())
    other.close()


asyncio.run(main())
