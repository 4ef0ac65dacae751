import asyncio, logging, sys, time
logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)s %(name)s %(filename)s %(module)s %(funcName)s %(lineno)d")

async def bad(): raise ValueError("x")

async def main():
    time.sleep(0.5)
    asyncio.create_task(bad())
    await asyncio.sleep(1)
    asyncio.get_running_loop().call_exception_handler({"message": "m"})
    logging.getLogger("asyncio").info("the program's own")

logging.disable(logging.ERROR)
asyncio.new_event_loop().close()
logging.info("nothing")
logging.disable(logging.NOTSET)
logging.info("own")
asyncio.run(main())
