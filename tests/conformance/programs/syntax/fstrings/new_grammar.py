words = ["a", "b"]
print(f"{", ".join(words)}")
print(f"{
    len(words)  # a comment
    + 1
}")
print(f"{'\n'.join(words)}")
print(f"{f"{f"{1 + 1}"}"}")
print(f"{ {'k': 1}['k'] } {(lambda v: v * 2)(4)}")
print(f'''{"multi"}
line {words!r}''')
