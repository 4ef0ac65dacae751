import logging, logging.config, sys
class Only(logging.Filter):
    def filter(self, record): return "secret" not in record.getMessage()
logging.config.dictConfig({
    "version": 1, "disable_existing_loggers": False,
    "formatters": {"f": {"format": "%(levelname)s %(name)s %(message)s"}, "g": {"format": "{levelname:>8}|{message}", "style": "{"}},
    "filters": {"only": {"()": Only}},
    "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "f", "stream": "ext://sys.stdout", "level": "DEBUG", "filters": ["only"]},
                 "e": {"class": "logging.StreamHandler", "formatter": "g", "stream": "ext://sys.stdout", "level": "ERROR"}},
    "loggers": {"app": {"handlers": ["h"], "level": "INFO", "propagate": False}, "app.db": {"level": "DEBUG", "handlers": ["e"]}},
    "root": {"level": "WARNING", "handlers": ["h"]}})
logging.getLogger("app").info("hi")
logging.getLogger("app").debug("no")
logging.getLogger("app").info("a secret")
logging.getLogger("app.db").error("both")
logging.getLogger("x").warning("root")
print(logging.getHandlerByName("h").level, sorted(logging.getHandlerNames()))
for bad in ({}, {"version": 2}, {"version": 1, "root": {"handlers": ["nope"]}}, {"version": 1, "handlers": {"q": {"class": "no.such"}}},
            {"version": 1, "formatters": {"f": {"format": "{nothing", "style": "{"}}}, {"version": 1, "loggers": {"a": {"level": "LOUD"}}}):
    try:
        logging.config.dictConfig(bad)
    except ValueError as e:
        print(e, "|", repr(e.__cause__))
