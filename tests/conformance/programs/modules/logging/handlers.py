# logging.handlers: files that are turned over, and records kept back.
import glob
import logging
import logging.handlers
import queue
import sys

log = logging.getLogger("turning")
log.setLevel(logging.DEBUG)
log.propagate = False
turning = logging.handlers.RotatingFileHandler("t.log", maxBytes=20, backupCount=2)
log.addHandler(turning)
for n in range(8):
    log.info("record %d", n)
for name in sorted(glob.glob("t.log*")):
    print(name, open(name).read().split("\n"))
log.removeHandler(turning)
turning.close()
kept = logging.handlers.MemoryHandler(10, target=logging.StreamHandler(sys.stdout))
log.addHandler(kept)
log.info("first")
print("nothing yet")
log.error("now")
log.removeHandler(kept)
q = queue.Queue()
log.addHandler(logging.handlers.QueueHandler(q))
log.info("through %s", "a queue")
record = q.get()
print(record.getMessage(), record.args, record.levelname, q.empty())
listener = logging.handlers.QueueListener(q, logging.StreamHandler(sys.stdout))
log.info("listened to")
q.put(listener._sentinel)
listener._monitor()
