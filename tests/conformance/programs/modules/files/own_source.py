# Files: a program can read its own source.
with open(__file__) as f:
    lines = f.readlines()
print(len(lines), lines[0].strip())
