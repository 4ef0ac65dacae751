"""Actors: objects with a mailbox, that answer `ask`, get `tell`, and are restarted by a supervisor."""
import asyncio
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Envelope:
    message: Any
    reply: asyncio.Future | None = None


class Actor:
    def __init__(self, system, name):
        self.system, self.name = system, name
        self.mailbox = asyncio.Queue()

    def tell(self, message):
        self.mailbox.put_nowait(Envelope(message))

    async def ask(self, message, timeout=5):
        reply = asyncio.get_running_loop().create_future()
        self.mailbox.put_nowait(Envelope(message, reply))
        return await asyncio.wait_for(reply, timeout)

    async def receive(self, message):
        raise NotImplementedError

    async def run(self):
        while True:
            envelope = await self.mailbox.get()
            if envelope.message == "stop":
                print(f"{self.name} stops")
                return
            try:
                answer = await self.receive(envelope.message)
            except Exception as error:
                if envelope.reply and not envelope.reply.done():
                    envelope.reply.set_exception(error)
                raise
            if envelope.reply and not envelope.reply.done():
                envelope.reply.set_result(answer)

    def __repr__(self):
        return f"<{type(self).__name__} {self.name}>"


class Account(Actor):
    def __init__(self, system, name, balance=0):
        super().__init__(system, name)
        self.balance = balance

    async def receive(self, message):
        match message:
            case ("deposit", amount) if amount > 0:
                self.balance += amount
            case ("withdraw", amount) if amount <= self.balance:
                await asyncio.sleep(0.5)
                self.balance -= amount
            case ("withdraw", amount):
                raise ValueError(f"{self.name} has only {self.balance}, not {amount}")
            case "balance":
                pass
            case _:
                raise TypeError(f"do not know {message!r}")
        return self.balance


class Transfer(Actor):
    async def receive(self, message):
        source, target, amount = message
        await source.ask(("withdraw", amount))
        return await target.ask(("deposit", amount))


class System:
    def __init__(self):
        self.actors = {}
        self.tasks = {}
        self.restarts = 0

    def spawn(self, kind, name, *args):
        actor = kind(self, name, *args)
        self.actors[name] = actor
        self.tasks[name] = asyncio.create_task(self._supervise(actor), name=name)
        return actor

    async def _supervise(self, actor):
        while True:
            try:
                return await actor.run()
            except Exception as error:
                self.restarts += 1
                print(f"supervisor: {actor} failed with {error!r}, restarting")

    async def shutdown(self):
        for actor in self.actors.values():
            actor.tell("stop")
        await asyncio.gather(*self.tasks.values())


async def main():
    system = System()
    ann, bob = system.spawn(Account, "ann", 100), system.spawn(Account, "bob")
    teller = system.spawn(Transfer, "teller")
    ann.tell(("deposit", 20))
    print("ann has", await ann.ask("balance"))
    print("bob has", await teller.ask((ann, bob, 70)))
    for request in ((ann, bob, 500), (ann, "nobody", 5)):
        try:
            print(await teller.ask(request))
        except (ValueError, AttributeError) as error:
            print("client saw:", error)
    try:
        await bob.ask("dance")
    except TypeError as error:
        print("client saw:", error)
    results = await asyncio.gather(*(bob.ask(("withdraw", 20)) for _ in range(4)), return_exceptions=True)
    print(results, asyncio.get_running_loop().time())
    await system.shutdown()
    print("restarts:", system.restarts, {a.name: a.balance for a in (ann, bob)})


asyncio.run(main())
