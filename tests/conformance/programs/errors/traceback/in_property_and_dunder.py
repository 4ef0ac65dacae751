class Temperature:
    def __init__(self, value):
        self.value = value

    @property
    def checked(self):
        return self.validate()

    def validate(self):
        raise ValueError("no sensor")

    def __add__(self, other):
        return self.checked + other

Temperature(3) + 4
