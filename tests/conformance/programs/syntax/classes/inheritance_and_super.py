class Animal:
    legs = 4

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} makes a sound"

class Dog(Animal):
    def __init__(self, name, trick):
        super().__init__(name)
        self.trick = trick

    def speak(self):
        return super().speak() + ": woof"

class Bird(Animal):
    legs = 2

pets = [Dog("Rex", "roll"), Bird("Tweety"), Animal("It")]
for pet in pets:
    print(pet.speak(), pet.legs, isinstance(pet, Animal), type(pet).__name__)
print(Dog.__mro__, Dog.__bases__, issubclass(Dog, Animal))
print(vars(pets[0]))
