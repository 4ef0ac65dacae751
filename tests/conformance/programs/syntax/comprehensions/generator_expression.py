squares = (x * x for x in range(4))
print(next(squares), list(squares), list(squares))
print(sum(x for x in range(10)), max((len(w), w) for w in ["aa", "b"]))

def tell(n):
    print("made", n)
    return n

lazy = (tell(n) for n in range(3))
print("nothing yet")
print(next(lazy))
print(any(tell(n) == 1 for n in range(5)))
