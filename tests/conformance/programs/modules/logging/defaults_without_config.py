import logging
logging.info("hidden")
logging.warning("shown by the last resort handler")
log = logging.getLogger("x.y")
log.error("plain text")
log.info("hidden")
print(log.name, log.parent.name, log.handlers)
