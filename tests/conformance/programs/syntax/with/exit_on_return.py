class Guard:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        print("released", exc[0])

def early():
    with Guard():
        for i in range(3):
            with Guard():
                if i == 1:
                    return "returned"
                continue

print(early())
for i in range(2):
    with Guard():
        break
