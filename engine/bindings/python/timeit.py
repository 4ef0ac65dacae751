# timeit, on the virtual clock
import time
default_timer = time.perf_counter
default_number = 1000000


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.stmt, self.setup, self.timer, self.globals = stmt, setup, timer, globals

    def timeit(self, number=default_number):
        g = {} if self.globals is None else self.globals
        setup, stmt = self.setup, self.stmt
        exec(setup, g) if isinstance(setup, str) else setup()
        run = stmt if callable(stmt) else None
        code = None if run else compile(stmt, "<timeit-src>", "exec")
        start = self.timer()
        for _ in range(number):
            run() if run else exec(code, g)
        return self.timer() - start

    def repeat(self, repeat=5, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=5, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
