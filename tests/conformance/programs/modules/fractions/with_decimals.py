from fractions import Fraction
from decimal import Decimal
print(Fraction(1, 3) + Fraction(1, 6), Fraction("0.25"), Fraction(3, 4) * 2, float(Fraction(1, 8)), Decimal("0.1") + Decimal("0.2"), Decimal(1) / Decimal(3), round(Decimal("2.675"), 2), repr(Fraction(6, 4)))
