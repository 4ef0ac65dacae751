"""Everything about exceptions that a course shows, printed as it is seen."""
import asyncio
import sys
import traceback


class AppError(Exception):
    """The base of what this program raises."""


class ConfigError(AppError):
    def __init__(self, key, reason="missing"):
        super().__init__(f"setting {key!r} is {reason}")
        self.key = key


def read(settings, key):
    try:
        return settings[key]
    except KeyError as e:
        raise ConfigError(key) from e


def number(settings, key):
    text = read(settings, key)
    try:
        return int(text)
    except ValueError:
        raise ConfigError(key, "no number")


def cleanup_order():
    steps = []
    try:
        try:
            steps.append("try")
            raise AppError("one")
        except AppError as e:
            steps.append(f"except {e}")
            raise
        else:
            steps.append("else")
        finally:
            steps.append("finally")
    except AppError:
        steps.append("outer")
    return steps


def show(f, *args):
    print(f"--- {f.__name__}{args}")
    try:
        print("value:", f(*args))
    except AppError:
        traceback.print_exc(file=sys.stdout)
    except Exception as e:
        print("".join(traceback.format_exception_only(e)), end="")


settings = {"port": "80", "host": "eighty"}
show(number, settings, "port")
show(number, settings, "host")
show(number, settings, "user")
show(number, None, "user")
show(cleanup_order)


def check_all(values):
    errors = []
    for i, v in enumerate(values):
        try:
            if not isinstance(v, int):
                raise TypeError(f"item {i}: {type(v).__name__} instead of int")
            if v < 0:
                raise ValueError(f"item {i}: {v} is negative")
        except Exception as e:
            e.add_note(f"while checking {values}")
            errors.append(e)
    if errors:
        raise ExceptionGroup(f"{len(errors)} bad items", errors)
    return "all good"


try:
    print(check_all([1, 2]))
    check_all([1, -2, "x", None])
except* ValueError as group:
    print("values:", [str(e) for e in group.exceptions])
except* TypeError as group:
    print("types:", group, group.exceptions[0].__notes__)


async def fail(after, error):
    await asyncio.sleep(after)
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(0.1, ValueError("early")))
            tg.create_task(fail(0.1, ZeroDivisionError("same time")))
            tg.create_task(fail(9, KeyError("never")))
    except ExceptionGroup as e:
        print(e.message, [repr(x) for x in e.exceptions], e.__cause__, e.__context__)
        matched, rest = e.split(ArithmeticError)
        print(matched.exceptions, rest.exceptions)
    results = await asyncio.gather(fail(0, AppError("a")), asyncio.sleep(0, "fine"), return_exceptions=True)
    print(results)
    task = asyncio.create_task(fail(5, AppError("b")))
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled:", e.args, task.cancelled())
    try:
        async with asyncio.timeout(0.5) as scope:
            await asyncio.sleep(1)
    except TimeoutError as e:
        print(repr(e), scope.expired(), type(e.__cause__).__name__)
    try:
        try:
            raise AppError("first")
        finally:
            raise RuntimeError("second")
    except RuntimeError as e:
        print(f"{e!r} while handling {e.__context__!r}, cause {e.__cause__}")


asyncio.run(main())


class Tidy:
    def __enter__(self):
        print("open")
        return self

    def __exit__(self, kind, value, tb):
        print("close", kind.__name__ if kind else None, value, tb.tb_lineno if tb else None)
        return kind is KeyError


with Tidy():
    {}["swallowed"]
with Tidy():
    print("no error")
assert settings["port"] == 80, f"port is {settings['port']!r}"
