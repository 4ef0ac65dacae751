total = 1 + \
    2 + \
    3
values = [
    1,  # one
    2,

    3,
]
text = ("a"
        "b" 'c')
print(total, values, text); print("two on a line"); x = 1; print(x)
if (total == 6 and
        len(values) == 3):
    print("joined")
