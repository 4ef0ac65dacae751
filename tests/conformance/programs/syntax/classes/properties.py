class Celsius:
    def __init__(self, degrees=0):
        self._degrees = degrees

    @property
    def degrees(self):
        "the temperature"
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273.15:
            raise ValueError("below absolute zero")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print("reset")
        self._degrees = 0

    @property
    def fahrenheit(self):
        return self._degrees * 9 / 5 + 32

t = Celsius(25)
print(t.degrees, t.fahrenheit, Celsius.degrees.__doc__)
t.degrees = 30
del t.degrees
print(t.degrees)
for action in (lambda: setattr(t, "degrees", -300), lambda: setattr(t, "fahrenheit", 1), lambda: t.kelvin):
    try:
        action()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
