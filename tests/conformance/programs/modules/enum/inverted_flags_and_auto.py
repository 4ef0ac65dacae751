from enum import Flag, IntFlag, auto
class IF(IntFlag): A = 1; B = 4
class F(Flag): A = 1; B = 4
print(~IF.A, repr(~IF.A), repr(~F.A), repr(~IF(0)), repr(~IF(8)), repr(~(IF.A | IF.B)))
print(auto(), repr(auto(5)))
