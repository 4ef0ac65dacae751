import uuid
u = uuid.uuid4()
print(len(str(u)), u.version, str(u).count("-"), len(u.hex), u == uuid.UUID(str(u)), u != uuid.uuid4())
v = uuid.UUID("12345678123456781234567812345678")
print(v, repr(v), v.int, v.hex, v.fields[0], uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "x"))
try:
    uuid.UUID("bad")
except ValueError as e:
    print(e)
