import logging, sys
sys.stderr = sys.stdout
try:
    print(logging.Formatter().formatException((None, None, None)))
    logging.Formatter().formatException((1, 2, 3))
except Exception as e:
    print("refused")
logging.getLogger("q").error("nothing is handled", exc_info=True)
