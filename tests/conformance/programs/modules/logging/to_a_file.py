# logging: records go to files, by basicConfig and by a handler of their own.
import logging

logging.basicConfig(filename="app.log", level=logging.INFO, format="%(levelname)s %(message)s", filemode="w")
logging.info("one")
logging.debug("not seen")
handler = logging.FileHandler("own.log", mode="w", encoding="utf-8")
handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
log = logging.getLogger("shop")
log.addHandler(handler)
log.warning("two %s", "zwei ä")
print(open("app.log").read(), open("own.log", encoding="utf-8").read())
late = logging.FileHandler("late.log", delay=True)
log.addHandler(late)
log.removeHandler(handler)
handler.close()
log.error("three")
print(open("late.log").read(), handler.stream, late.mode, repr(open("own.log").read()))
logging.shutdown()
