"""A tiny text adventure: commands are parsed with match, the world ticks on by itself."""
import asyncio
from dataclasses import dataclass, field


@dataclass
class Room:
    name: str
    doors: dict[str, str] = field(default_factory=dict)
    things: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Go:
    direction: str


@dataclass(frozen=True)
class Take:
    thing: str
    count: int = 1


@dataclass(frozen=True)
class Say:
    words: tuple[str, ...]


class Unknown(Exception):
    pass


def parse(text: str):
    match text.lower().split():
        case []:
            raise Unknown("say something")
        case ["go", ("north" | "south" | "east" | "west") as direction] | [("north" | "south") as direction]:
            return Go(direction)
        case ["go", other]:
            raise Unknown(f"no such direction: {other}")
        case ["take", thing]:
            return Take(thing)
        case ["take", count, thing] if count.isdigit():
            return Take(thing.removesuffix("s"), int(count))
        case ["say", *words]:
            return Say(tuple(words))
        case ["look" | "l"]:
            return None
        case ["quit" | "exit", *_]:
            raise SystemExit("bye")
        case [verb, *rest]:
            raise Unknown(f"I do not know how to {verb}" + (f" {len(rest)} things" if rest else ""))


class World:
    def __init__(self):
        self.rooms = {r.name: r for r in (
            Room("hall", {"north": "library", "east": "kitchen"}, {"lamp"}),
            Room("library", {"south": "hall"}, {"book", "map"}),
            Room("kitchen", {"west": "hall"}),
        )}
        self.here = self.rooms["hall"]
        self.bag: dict[str, int] = {}
        self.turn = 0

    def act(self, command) -> str:
        self.turn += 1
        match command:
            case None:
                return f"{self.here.name}: {', '.join(sorted(self.here.things)) or 'nothing'}; doors {sorted(self.here.doors)}"
            case Go(direction=d) if d in self.here.doors:
                self.here = self.rooms[self.here.doors[d]]
                return f"you are in the {self.here.name}"
            case Go(d):
                return f"there is no door to the {d}"
            case Take(thing, 1) if thing in self.here.things:
                self.here.things.remove(thing)
                self.bag[thing] = self.bag.get(thing, 0) + 1
                return f"you have the {thing}"
            case Take(count=n, thing=t):
                return f"there {'is no' if n == 1 else f'are no {n}'} {t}{'s' * (n > 1)}"
            case Say(words=("please", *rest)):
                return f"how polite: {' '.join(rest)}"
            case Say(words) if not words:
                return "silence"
            case Say((first, *_, last)):
                return f"{first}...{last}!"
            case Say((only,)):
                return only.upper()

    async def clock(self):
        for hour in range(1, 100):
            await asyncio.sleep(2)
            print(f"   (the clock strikes {hour})")


async def main():
    world = World()
    clock = asyncio.create_task(world.clock())
    script = ["look", "take lamp", "take lamp", "go up", "go north", "", "L", "take 3 books", "take book", "say", "say please open",
              "say hello", "say to be or not", "dance", "eat the old cheese", "south", "go east", "go north", "look", "quit now", "look"]
    try:
        for line in script:
            await asyncio.sleep(0.75)
            print(">", line)
            try:
                print(world.act(parse(line)))
            except Unknown as e:
                print("?", e)
    finally:
        clock.cancel()
        print("bag:", world.bag, "turns:", world.turn, clock.cancelling())
        match world.bag:
            case {"lamp": n, **rest}:
                print("lamp", n, rest)


asyncio.run(main())
