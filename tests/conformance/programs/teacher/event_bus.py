"""An event bus: handlers may be plain or async, once or for ever, by exact topic or by pattern."""
import asyncio
import inspect
from collections import defaultdict


def matches(topic, pattern):
    """Exact, or with a star for the end."""
    stem, star, _ = pattern.partition("*")
    return topic.startswith(stem) if star else topic == pattern


class EventBus:
    def __init__(self):
        self._handlers = defaultdict(list)
        self._pending = set()
        self.errors = []

    def on(self, pattern, *, once=False, priority=0):
        def register(handler):
            self._handlers[pattern].append((-priority, len(self._handlers[pattern]), handler, once))
            self._handlers[pattern].sort(key=lambda entry: entry[:2])
            return handler
        return register

    def off(self, handler):
        for entries in self._handlers.values():
            entries[:] = [e for e in entries if e[2] is not handler]

    def _matching(self, topic):
        for pattern, entries in list(self._handlers.items()):
            if matches(topic, pattern):
                for entry in list(entries):
                    if entry[3]:
                        entries.remove(entry)
                    yield entry[2]

    def emit(self, topic, /, **payload):
        count = 0
        for handler in self._matching(topic):
            count += 1
            try:
                result = handler(topic, **payload)
            except Exception as error:
                self.errors.append((topic, error))
                continue
            if inspect.isawaitable(result):
                task = asyncio.ensure_future(result)
                self._pending.add(task)
                task.add_done_callback(self._finished)
        return count

    def _finished(self, task):
        self._pending.discard(task)
        if not task.cancelled() and (error := task.exception()):
            self.errors.append((task.get_name(), error))

    async def wait_for(self, pattern, timeout=None):
        future = asyncio.get_running_loop().create_future()
        self.on(pattern, once=True)(lambda topic, **payload: future.done() or future.set_result((topic, payload)))
        return await asyncio.wait_for(future, timeout)

    async def drain(self):
        while self._pending:
            await asyncio.wait(self._pending)


async def main():
    bus = EventBus()
    loop = asyncio.get_running_loop()

    @bus.on("user.*", priority=5)
    def audit(topic, **payload):
        print(f"{loop.time():4.1f} audit {topic} {payload}")

    @bus.on("user.created")
    async def welcome(topic, name, **rest):
        await asyncio.sleep(1)
        print(f"{loop.time():4.1f} welcome, {name}")

    @bus.on("user.created", once=True)
    async def first_user(topic, name, **rest):
        await asyncio.sleep(0.5)
        print(f"{loop.time():4.1f} {name} is our first user!")

    @bus.on("*")
    async def fragile(topic, **payload):
        if payload.get("name") == "bob":
            raise RuntimeError("no bobs")

    @bus.on("user.deleted")
    def broken(topic):
        pass

    waiter = asyncio.create_task(bus.wait_for("user.deleted", timeout=10))
    await asyncio.sleep(0)
    print("handlers called:", bus.emit("user.created", name="ann", age=30))
    await asyncio.sleep(2)
    print("handlers called:", bus.emit("user.created", name="bob"))
    print("handlers called:", bus.emit("user.deleted", name="ann"))
    print("nobody listens:", bus.emit("order.paid", total=5) - 1)
    print("waiter got", await waiter)
    await bus.drain()
    bus.off(audit)
    print("after off:", bus.emit("user.created", name="cyd"))
    await bus.drain()
    for topic, error in bus.errors:
        print("error:", topic if "." in topic else "task", repr(error))
    try:
        await bus.wait_for("never.*", timeout=1)
    except TimeoutError:
        print("nothing came,", loop.time())


asyncio.run(main())
