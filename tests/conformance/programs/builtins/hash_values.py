print(hash(1), hash(-1), hash(1.0), hash(0), hash(True), hash(10 ** 5), hash(1) == hash(1.0), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)))
for x in ([], {}, set(), bytearray(), slice(1)):
    try:
        print(hash(x) is not None)
    except TypeError as e:
        print(e)
