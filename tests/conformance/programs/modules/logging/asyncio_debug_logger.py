import asyncio
import logging
logging.basicConfig(level=logging.DEBUG, format="%(name)s %(levelname)s %(message)s")

async def main():
    logging.getLogger("app").info("in main")

asyncio.run(main())
