class Half:
    def __enter__(self):
        return 1

for text in ("with 5: pass", "with Half(): pass", "with open: pass"):
    try:
        exec(text)
    except TypeError as e:
        print(e)
