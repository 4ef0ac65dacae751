from abc import ABC, abstractmethod, ABCMeta
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def show(self): return f"{self.name} {self.area()}"
class Sq(Shape):
    name = "sq"
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
class Half(Shape):
    def area(self): return 0
print(Sq(3).show())
for k in (Shape, Half):
    try:
        k()
    except TypeError as e:
        print(e)
print(Half.__abstractmethods__, isinstance(Sq(1), Shape))
class Worker(ABC):
    @abstractmethod
    async def run(self): ...
class W(Worker):
    async def run(self): return "ran"
import asyncio
print(asyncio.run(W().run()))
Shape.register(int); print(isinstance(5, Shape))
