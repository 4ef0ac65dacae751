import time
def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: time.strptime("2024-01-02 03:04:05", "%Y-%m-%d %H:%M:%S"))
t(lambda: time.mktime(time.strptime("30 Nov 00", "%d %b %y")))
t(lambda: time.strptime("x", "%Y"))
t(lambda: time.strptime("2024 extra", "%Y"))
t(lambda: time.get_clock_info("monotonic").monotonic)
t(lambda: time.get_clock_info("time").adjustable)
t(lambda: time.get_clock_info("nope"))
