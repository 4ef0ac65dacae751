import asyncio

def make_logger(prefix):
    lines = []

    async def log(text, delay=0):
        await asyncio.sleep(delay)
        lines.append(f"{prefix}: {text}")
        return len(lines)

    def dump():
        return " | ".join(lines)

    return log, dump

async def main():
    log, dump = make_logger("app")
    print(await asyncio.gather(log("b", 0.2), log("a", 0.1), log("now")))
    print(dump())

asyncio.run(main())
