import asyncio
from collections import defaultdict

class Room:
    def __init__(self):
        self.members = {}
        self.history = defaultdict(list)

    def join(self, name):
        self.members[name] = asyncio.Queue()
        self.say("*", f"{name} joined")

    def leave(self, name):
        del self.members[name]
        self.say("*", f"{name} left")

    def say(self, who, text):
        self.history[who].append(text)
        for name, q in self.members.items():
            if name != who:
                q.put_nowait((who, text))

async def person(room, name, lines, pause):
    room.join(name)
    async def listen():
        while True:
            who, text = await room.members[name].get()
            print(f"  {name} hears {who}: {text}")
    ears = asyncio.create_task(listen(), name=f"{name}'s ears")
    for line in lines:
        await asyncio.sleep(pause)
        room.say(name, line)
    await asyncio.sleep(0)
    ears.cancel()
    room.leave(name)

async def main():
    room = Room()
    await asyncio.gather(person(room, "ann", ["hi", "bye"], 1), person(room, "bob", ["hello"], 1.5))
    print({k: len(v) for k, v in room.history.items()})

asyncio.run(main())
