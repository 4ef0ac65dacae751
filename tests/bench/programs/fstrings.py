# 200,000 f-strings.
# operations: 1
def work():
    size = 0
    for i in range(200_000):
        size += len(f"task {i} of {i + 1}: {'done'} in {i / 4} s")
    return size


work()
