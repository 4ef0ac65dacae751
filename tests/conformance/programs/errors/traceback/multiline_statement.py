def combine(a, b, c):
    return a + b

result = combine(
    1,
    "two",
    c=[
        3,
    ],
)
