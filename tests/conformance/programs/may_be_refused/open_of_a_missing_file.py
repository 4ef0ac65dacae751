try:
    open("there-is-no-such-file.txt")
except OSError as e:
    print(type(e).__name__)
