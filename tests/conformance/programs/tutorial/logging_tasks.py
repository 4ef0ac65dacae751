import asyncio
import logging
import sys

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format="%(asctime)s %(levelname)-8s %(name)s:%(lineno)d %(funcName)s %(message)s")
log = logging.getLogger("app")
logging.getLogger("asyncio").setLevel(logging.WARNING)

async def step(n):
    log.debug("step %d begins", n)
    await asyncio.sleep(n / 2)
    if n == 2:
        log.warning("step %d is %s", n, "slow")
    return n

async def main():
    for n in range(1, 4):
        try:
            result = await step(n)
            10 / (n - 3)
        except ZeroDivisionError:
            log.exception("trouble in %r", n)
        else:
            log.info("result %d", result)
    log.error("bye %s", {"a": 1}, extra={"x": 1})

asyncio.run(main())
