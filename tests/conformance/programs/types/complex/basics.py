z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), -z, z * 2, z + 1.5, z / 2, z ** 2)
print(complex(1, -2), complex("1+2j"), 1j * 1j, z == 3 + 4j, 2j, complex(0, -0.0), repr(1 - 0j))
print(f"{z:.1f}", bool(0j), [1j])
try:
    z < 1j
except TypeError as e:
    print(e)
