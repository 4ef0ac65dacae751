class Robot:
    def __init__(self):
        self.battery = 10
    def move_forward(self): pass

import asyncio, random, time
r = Robot()
checks = [lambda: r.batery, lambda: r.move_foward(), lambda: [].appendd(1), lambda: "x".uper(), lambda: asyncio.slep(1),
          lambda: time.tiem(), lambda: random.randnt(1, 2), lambda: {}.add(1), lambda: (1).foo, lambda: Robot.nothing, lambda: asyncio.Queueueue]
for check in checks:
    try:
        check()
    except AttributeError as e:
        print(e)
r.batery
