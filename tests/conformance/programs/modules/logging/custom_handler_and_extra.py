import logging
class Collect(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []
    def emit(self, record):
        self.lines.append(self.format(record))
h = Collect()
h.setFormatter(logging.Formatter("%(user)s|%(levelno)s|%(message)s|%(module)s|%(filename)s"))
log = logging.getLogger("c")
log.addHandler(h)
log.setLevel("INFO")
log.info("hello %(name)s", {"name": "Ann"}, extra={"user": "u1"})
adapter = logging.LoggerAdapter(log, {"user": "u2"})
adapter.warning("adapted")
logging.addLevelName(25, "NOTICE")
log.log(25, "x", extra={"user": logging.getLevelName(25)})
print(h.lines)
try:
    log.setLevel("LOUD")
except ValueError as e:
    print(e)
