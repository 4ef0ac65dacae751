# fib(25), eight times.
# operations: 8
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


for _ in range(8):
    fib(25)
