"""A chat room in memory: members are tasks, messages travel through queues."""
import asyncio
from collections import deque
from dataclasses import dataclass, field


@dataclass
class Message:
    sender: str
    text: str
    at: float = 0.0

    def __str__(self):
        return f"[{self.at:5.2f}] {self.sender}: {self.text}"


@dataclass
class Member:
    name: str
    inbox: asyncio.Queue = field(default_factory=asyncio.Queue)
    seen: list = field(default_factory=list)

    async def listen(self):
        while True:
            message = await self.inbox.get()
            if message is None:
                break
            self.seen.append(message)
            if f"@{self.name}" in message.text:
                print(f"  ({self.name} was mentioned by {message.sender})")
            self.inbox.task_done()
        print(f"{self.name} leaves after {len(self.seen)} messages")


class Room:
    def __init__(self, name, history=3):
        self.name = name
        self.members = {}
        self.history = deque(maxlen=history)
        self.lock = asyncio.Lock()

    async def join(self, member):
        async with self.lock:
            if member.name in self.members:
                raise ValueError(f"{member.name!r} is already here")
            self.members[member.name] = member
            for old in self.history:
                member.inbox.put_nowait(old)
        await self.say("room", f"{member.name} has joined")

    async def leave(self, name):
        async with self.lock:
            member = self.members.pop(name)
        await member.inbox.put(None)
        await self.say("room", f"{name} has left")

    async def say(self, sender, text):
        message = Message(sender, text, asyncio.get_running_loop().time())
        self.history.append(message)
        print(message)
        for member in list(self.members.values()):
            if member.name != sender:
                await member.inbox.put(message)

    def __len__(self):
        return len(self.members)


async def chatter(room, name, lines, pause):
    member = Member(name)
    await room.join(member)
    listener = asyncio.create_task(member.listen(), name=f"listener-{name}")
    for line in lines:
        await asyncio.sleep(pause)
        await room.say(name, line)
    await room.leave(name)
    await listener
    return name, len(member.seen)


async def main():
    room = Room("lobby")
    script = {
        "ada": (["hello", "is anybody here?", "@bob good morning"], 1.0),
        "bob": (["hi @ada", "how is the engine?"], 1.25),
        "cyd": (["late as always"], 2.75),
    }
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(chatter(room, name, *parts)) for name, parts in script.items()]
    for task in tasks:
        name, count = task.result()
        print(f"{name:>4} saw {count}")
    print("room is empty:", len(room) == 0, "history:", [str(m) for m in room.history])
    try:
        dora = Member("dora")
        await room.join(dora)
        await room.join(Member("dora"))
    except ValueError as error:
        print("error:", error)


asyncio.run(main())
