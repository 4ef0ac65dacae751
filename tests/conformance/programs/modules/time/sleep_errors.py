import time
for x in (-1, "1", None):
    try:
        time.sleep(x)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(time.sleep(True), time.monotonic())
