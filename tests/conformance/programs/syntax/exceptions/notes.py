e = ValueError("bad value")
e.add_note("in row 3")
e.add_note("of file x\nsecond line")
print(e.__notes__)
try:
    e.add_note(5)
except TypeError as t:
    print(t)
raise e
