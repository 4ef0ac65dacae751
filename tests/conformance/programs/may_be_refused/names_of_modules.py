import math
import asyncio

print("this comes first where nothing is refused")
print(math.fma(2.0, 3.0, 4.0), math.ulp(1.0))
