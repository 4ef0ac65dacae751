print(True, False, bool(0), bool("a"), bool([]), bool(0.0), bool(None), bool({1}), bool(range(0)))
print(True + 1, False * 5, True == 1, True is True, [True, False].count(1), {True: "t", 1: "one"})
print(not 0, not "x", isinstance(False, int), str(True), repr(False), int(True), f"{True}", f"{True:d}", f"{True:>6}")
class Empty:
    def __len__(self):
        return 0
class Odd:
    def __bool__(self):
        return 1
print(bool(Empty()))
try:
    bool(Odd())
except TypeError as e:
    print(e)
