import asyncio
import logging
logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(levelname)-8s [%(threadName)s] %(taskName)s %(funcName)s:%(lineno)d %(message)s", datefmt="%H:%M:%S")

async def work():
    logging.info("start")
    await asyncio.sleep(2)
    logging.warning("end")

async def main():
    await asyncio.gather(work(), asyncio.create_task(work(), name="named"))

asyncio.run(main())
logging.debug("outside")
