# close() and throw() of what asend(), athrow() and aclose() give, before it was awaited, go into the generator where that stands.
import asyncio


def tell(e):
    return f"{type(e).__name__}({e})"


async def source(catch):
    try:
        while True:
            try:
                print("got", (yield "value"))
            except KeyError as e:
                print("source", tell(e))
                if not catch:
                    raise
    except GeneratorExit:
        print("source closed")
        raise
    finally:
        print("finally")


def by_hand(act):
    try:
        print(" ", act())
    except BaseException as e:
        print(" ", tell(e))


async def main():
    makers = [lambda s: s.__anext__(), lambda s: s.asend(None), lambda s: s.athrow(ValueError(1)), lambda s: s.aclose()]
    for started in (False, True):
        for catch in (False, True):
            for make in makers:
                for act in (lambda a: a.close(), lambda a: a.throw(KeyError(2))):
                    flow = source(catch)
                    if started:
                        await anext(flow)
                    awaitable = make(flow)
                    print(started, catch, type(awaitable).__name__)
                    by_hand(lambda: act(awaitable))
                    by_hand(lambda: act(awaitable))
                    print(" ", flow.ag_running, flow.ag_frame is None)
                    print(" ", await anext(flow, "end"))
                    await flow.aclose()


asyncio.run(main())
