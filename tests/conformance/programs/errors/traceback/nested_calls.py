class Oven:
    def heat(self, degrees):
        if degrees > 250:
            raise ValueError(f"too hot: {degrees}")
        return degrees

def bake(oven, degrees):
    return oven.heat(
        degrees
    )

def main():
    oven = Oven()
    print(bake(oven, 200))
    results = [bake(oven, d) for d in (220, 300)]

main()
