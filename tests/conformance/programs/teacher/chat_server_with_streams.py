"""A chat server over asyncio streams: one handler a connection, a broadcast to all others, a clean end."""
import asyncio
from dataclasses import dataclass, field


@dataclass
class Room:
    name: str
    writers: dict[str, asyncio.StreamWriter] = field(default_factory=dict, repr=False)
    history: list[str] = field(default_factory=list)

    def join(self, nick: str, writer: asyncio.StreamWriter) -> None:
        if nick in self.writers:
            raise KeyError(nick)
        self.writers[nick] = writer

    async def broadcast(self, text: str, *, but: str | None = None) -> None:
        self.history.append(text)
        for nick, writer in sorted(self.writers.items()):
            if nick != but:
                writer.write(f"{text}\n".encode())
                await writer.drain()


class Server:
    def __init__(self):
        self.room = Room("lobby")
        self.commands = {"who": self.who, "quit": None}
        self.handled = 0

    async def who(self, writer):
        writer.write(("here: " + ", ".join(sorted(self.room.writers)) + "\n").encode())
        await writer.drain()

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
        self.handled += 1
        nick = (await reader.readline()).decode().strip()
        try:
            self.room.join(nick, writer)
        except KeyError as e:
            writer.write(f"! the name {e.args[0]} is taken\n".encode())
            writer.close()
            await writer.wait_closed()
            return
        await self.room.broadcast(f"* {nick} came", but=nick)
        try:
            async for raw in reader:
                line = raw.decode().rstrip("\n")
                match line.split():
                    case ["/quit"]:
                        break
                    case [command, *rest] if command.startswith("/"):
                        action = self.commands.get(command[1:])
                        if action is None:
                            writer.write(f"! no command {command!r} {rest}\n".encode())
                        else:
                            await action(writer)
                    case []:
                        writer.write(b"! say something\n")
                    case _:
                        await self.room.broadcast(f"<{nick}> {line}", but=nick)
        finally:
            del self.room.writers[nick]
            await self.room.broadcast(f"* {nick} went")
            writer.close()


async def client(nick, port, lines, pause):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{nick}\n".encode())

    async def listen():
        count = 0
        async for raw in reader:
            print(f"{asyncio.get_running_loop().time() - began:4.1f}s {nick:>5} sees {raw.decode().rstrip()}")
            count += 1
        return count

    listener = asyncio.create_task(listen(), name=f"{nick}'s ears")
    for line in lines:
        await asyncio.sleep(pause)
        writer.write(line.encode() + b"\n")
        await writer.drain()
    await asyncio.sleep(pause)
    writer.write_eof()
    heard = await listener
    writer.close()
    return f"{nick} heard {heard} lines"


async def main():
    global began
    began = asyncio.get_running_loop().time()
    app = Server()
    server = await asyncio.start_server(app.handle, "127.0.0.1", 8765)
    async with server:
        results = await asyncio.gather(
            client("ann", 8765, ["hello", "/who", "bye"], 1.0),
            client("bob", 8765, ["hi ann", "/dance now", "", "/quit"], 1.5),
            client("carol", 8765, ["is it late?"], 2.25),
        )
        print(*results, sep="\n")
        print(await client("dora", 8765, [], 0.5))
    print(app.handled, "connections,", app.room)


asyncio.run(main())
