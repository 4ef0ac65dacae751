import asyncio

class Odd:
    def __init__(self, what):
        self.what = what
    def __await__(self):
        yield self.what

async def main():
    for what in (5, "text", [1]):
        try:
            await Odd(what)
        except RuntimeError as e:
            print(str(e).replace(asyncio.current_task().get_name(), "T")[:18], "...", str(e)[-25:])
    await Odd(None)
    print("None is fine")

asyncio.run(main())
