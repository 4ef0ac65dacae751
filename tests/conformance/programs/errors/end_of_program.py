# At the end garbage goes first, then the module's names, all of them still there while the last words are said.
import asyncio


def told():
    return "told"


def handler(loop, context):
    print(context["message"], told())


class X:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("goes", self.name, told(), asyncio.__name__)


def circle(name):
    x = X(name)
    x.itself = x
    return x


async def fails():
    raise ValueError(1)


def waits():
    try:
        yield
    finally:
        print("closed", told())
        1 / 0


loop = asyncio.new_event_loop()
loop.set_exception_handler(handler)
task = loop.create_task(fails())
loop.run_until_complete(asyncio.sleep(0))
circle("circle")
kept = circle("kept")
plain = X("plain")
generator = waits()
next(generator)
print("end")
