class Date:
    count = 0

    def __init__(self, y, m, d):
        self.parts = y, m, d
        Date.count += 1

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split("-")))

    @staticmethod
    def leap(year):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

class Special(Date):
    pass

d = Special.parse("2024-02-29")
print(type(d).__name__, d.parts, d.leap(2024), Date.leap(1900), Date.count, Special.count)
print(Special.parse.__self__.__name__, Date.leap is Date.leap)
