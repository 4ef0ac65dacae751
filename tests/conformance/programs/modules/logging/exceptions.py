import logging
logging.basicConfig(format="%(levelname)s %(message)s")
try:
    1 / 0
except ZeroDivisionError:
    logging.exception("it failed")
    logging.error("with info", exc_info=True)
try:
    int("x")
except ValueError as e:
    logging.warning("given", exc_info=e)
logging.error("bad args %d", "x")
print("goes on")
