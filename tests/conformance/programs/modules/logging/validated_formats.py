import logging, sys, warnings
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
record = logging.makeLogRecord({"msg": "m %s", "args": (1,), "name": "n"})
for style, text in (("{", "{message}"), ("{", "%(message)s"), ("{", "{message"), ("{", "{mess-age}"), ("{", "{message!z}"), ("$", "${message} $name"),
                    ("$", "message"), ("$", "$ message"), ("%", "{message}"), ("%", "%(message)"), ("?", "x"), ("{", "{message:>10}|{levelname!r}")):
    t(lambda: logging.Formatter(text, style=style).format(record))
t(lambda: record)
log = logging.getLogger("a.b")
t(lambda: logging.LoggerAdapter(log, {}))
logging.basicConfig(stream=sys.stdout, format="%(name)s|%(message)s")
logging.captureWarnings(True)
warnings.warn("careful")
logging.captureWarnings(False)
