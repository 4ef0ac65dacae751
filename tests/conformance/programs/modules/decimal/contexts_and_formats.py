import asyncio
from decimal import *
D = Decimal
print(getcontext())
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / 3, D("123456.789") + 0, ctx.prec)
with localcontext(prec=3, rounding=ROUND_UP):
    print(D(1) / 3, D(2) * D("1.001"))
getcontext().prec = 10
print(D(1) / 7, getcontext().flags[Inexact], Context(prec=4).divide(D(1), D(3)), Context(prec=2).create_decimal("1.2345"), ExtendedContext.divide(D(1), D(0)))
for spec in (".2f", "10.3f", "<10", "^10", "+.1f", ",.2f", "e", ".3e", "g", ".3g", "%", ".1%", "08.2f", ",", "010,.1f", "*>12.2f", " .2f", "E", ""):
    print(spec, "|" + format(D("1234.5678"), spec) + "|", "|" + format(D("-0.000012"), spec) + "|")
print(f"{D('1E+5'):f} {D('1E+5')} {D('0.5'):.0f} {D('1.5'):.0f} {D('NaN'):8} {D('Infinity'):+} {D('2.675'):.2f}")
async def worker(prec):
    getcontext().prec = prec
    await asyncio.sleep(0)
    return D(1) / 3
async def main():
    print(await asyncio.gather(worker(3), worker(6)), getcontext().prec)
asyncio.run(main())
try:
    getcontext().prec = 0
except ValueError as e:
    print(e)
