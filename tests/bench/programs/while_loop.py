# A while loop of 3,000,000 steps.
# operations: 1
def loop(n):
    i = 0
    total = 0
    while i < n:
        total += i
        i += 1
    return total


loop(3_000_000)
