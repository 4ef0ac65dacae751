def run(action):
    try:
        print("try")
        result = action()
    except ZeroDivisionError as e:
        print("except", e)
        return "from except"
    except (KeyError, IndexError) as e:
        print("lookup", type(e).__name__, e)
    else:
        print("else", result)
        return "from else"
    finally:
        print("finally")
    return "after"

print(run(lambda: 1 / 2))
print(run(lambda: 1 / 0))
print(run(lambda: {}["k"]))
try:
    run(lambda: int("x"))
except ValueError as e:
    print("escaped:", e)
