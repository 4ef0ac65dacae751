import asyncio, random
random.seed(3)
STATES = {"green": ("yellow", 4), "yellow": ("red", 1), "red": ("green", 3)}

async def light(name, state="red", rounds=4):
    while (rounds := rounds - 1) >= 0:
        nxt, secs = STATES[state]
        print(f"{asyncio.get_running_loop().time():>5.1f} {name:<6}{state:^8}{'#' * secs:>5}")
        await asyncio.sleep(secs)
        state = nxt
    return name, state

async def pedestrian():
    await asyncio.sleep(random.expovariate(1 / 3))
    for _ in range(2):
        print("walks at %.3f" % asyncio.get_running_loop().time())
        await asyncio.sleep(random.triangular(1, 3))

async def main():
    lights = [light(n, s) for n, s in {"north": "red", "south": "green"}.items()]
    *ends, walker = await asyncio.gather(*lights, pedestrian())
    print(ends, walker, [s for _, s in ends if s != "red"] or "all red")

asyncio.run(main())
