import logging, time
logging.basicConfig(level=logging.INFO, format="%(asctime)s - %(name)s - %(message)s")
logging.info("first")
time.sleep(1.234)
logging.getLogger("a.b").info("second")
