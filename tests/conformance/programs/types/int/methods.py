n = 10
print(n.real, n.imag, n.numerator, n.denominator, n.conjugate(), n.is_integer())
print((10).as_integer_ratio(), int.__name__, n.__add__(5), (3).__pow__(2))
print(bin(10), oct(10), hex(255), bin(-5), hex(-255))
print(round(1234, -2), round(15, -1), round(25, -1), abs(-5), -n, +n)
print(isinstance(True, int), type(True + 1), True.__class__.__name__)
