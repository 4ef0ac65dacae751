class Safe:
    def __init__(self):
        self.__code = 1234
        self._hint = "weak"

    def __check(self, x):
        return x == self.__code

    def open(self, x):
        return self.__check(x)

s = Safe()
print(s.open(1234), s._hint, s._Safe__code)
try:
    s.__code
except AttributeError as e:
    print(e)
print(sorted(vars(s)))
