def ping(n):
    return pong(n)

def pong(n):
    return ping(n + 1)

print("go")
ping(0)
