import asyncio
T, F, H = {}, {}, {}
def say(*what):
    pass
def tell(e, depth=0):
    pass
def spawn(coro, i=None, **options):
    task = asyncio.create_task(coro, **options)
async def nap(delay, result=None):
    pass
async def fail(delay, error):
    raise error
async def g0(n):
    yield n
    all_of = asyncio.gather(asyncio.sleep(0.1, "s2"), fail(0.1, KeyboardInterrupt("s3")), nap(0.25, "s4"), nap(2, "s5"), return_exceptions=True)
    try:
        say("s6", await all_of)
    except BaseException as e:
        say("s7", tell(e), all_of.cancelled())
async def w2(n):
    try:
        H["gen"] = g0(1)
        say("s20", await anext(H["gen"], "end"))
        say("s25", await H["gen"].asend("sent"))
    except Exception as e:
        say("s28", tell(e))
    gen = g0(2)
    say("s34", await anext(gen, "end"))
    say("s38", await anext(gen, "end"))
async def main():
    spawn(w2(1), 3)
    async def limited_v51(i):
        pass
    limited = [spawn(limited_v51(i)) for i in range(3)]
    say([tell(x) if isinstance(x, BaseException) else x for x in await asyncio.gather(*limited, return_exceptions=True)])
print("result", asyncio.run(main()))
