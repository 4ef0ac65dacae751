import logging
import sys
log = logging.getLogger("shop")
log.setLevel(logging.DEBUG)
out = logging.StreamHandler(sys.stdout)
out.setLevel(logging.WARNING)
out.setFormatter(logging.Formatter("OUT {levelname} {message}", style="{"))
err = logging.StreamHandler()
err.setFormatter(logging.Formatter("ERR %(message)s"))
log.addHandler(out)
log.addHandler(err)
log.propagate = False
log.debug("d")
log.warning("w")
log.removeHandler(err)
log.error("e")
child = log.getChild("sub")
child.critical("c")
print(child.name, log.hasHandlers(), len(log.handlers))
class OnlyOdd(logging.Filter):
    def filter(self, record):
        return record.args and record.args[0] % 2
out.addFilter(OnlyOdd())
for i in range(4):
    log.error("n %d", i)
log.log(35, "level %d", 35)
logging.disable(logging.CRITICAL)
log.critical("n %d", 1)
