class AppError(Exception):
    pass

def load():
    try:
        return {}["port"]
    except KeyError as e:
        raise AppError("no port configured") from e

try:
    load()
except AppError as e:
    print(repr(e), repr(e.__cause__), e.__suppress_context__)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise AppError("hidden") from None
except AppError as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
