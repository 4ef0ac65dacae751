import struct
for f, v in [('b', 200), ('B', 300), ('h', 1 << 20), ('H', 1 << 20), ('i', 1 << 40), ('I', -1), ('q', 1 << 70), ('<b', 200), ('>B', -1), ('=h', 1 << 20), ('!i', 1 << 40), ('B', 'x'), ('c', b'ab')]:
    try: print(f, struct.pack(f, v))
    except struct.error as e: print(f, e)
