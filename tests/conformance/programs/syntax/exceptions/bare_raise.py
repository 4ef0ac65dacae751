def risky():
    try:
        raise ValueError("original")
    except ValueError:
        print("logging, then raising again")
        raise

try:
    risky()
except ValueError as e:
    print("got", e)

try:
    raise
except RuntimeError as e:
    print(e)
