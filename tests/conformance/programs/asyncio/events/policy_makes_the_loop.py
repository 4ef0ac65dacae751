# asyncio.run() asks the program's policy for its loop; the names on their way out say so when they are looked at.
import asyncio


class Loop(asyncio.SelectorEventLoop):
    pass


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("the policy makes a loop")
        return Loop()


async def main():
    print(type(asyncio.get_running_loop()).__name__)


asyncio.set_event_loop_policy(Policy())
asyncio.run(main())
print("DefaultEventLoopPolicy" in dir(asyncio), "DefaultEventLoopPolicy" in asyncio.__all__)
