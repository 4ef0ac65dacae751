from datetime import *
import math
vals=[0,1,-1,1234567,-1234567,3.14159,-2.5,0.0,-0.0,1e100,1e-7,123456789.123,True,2+3j]
specs=['','5','<8','>8','^9','=+8','08','+','-',' ',',','_','.2f','.0f','#.0f','e','.3e','E','g','.3g','#g','G','n','%','.1%','010.3f','+,.2f','*^15,.1f','d','x','#x','#X','b','#010b','o','#o','c','_x','_b','z.1f','+z.0f','s','r']
for v in vals:
    for s in specs:
        try: print(repr(format(v,s)),end=' ')
        except Exception as e: print(type(e).__name__,e,end=' | ')
    print()
for v in ['abc','','héllo','日本']:
    for s in ['','5','<6','>6','^7','*^9','.2','10.1','s','05','=5','+','d',',','x<3','-','#','_']:
        try: print(repr(format(v,s)),end=' ')
        except Exception as e: print(type(e).__name__,e,end=' | ')
    print()
for v in [None,[],(1,),{},b'x',object,range(3),...]:
    for s in ['','5','s','>10']:
        try: print(repr(format(v,s)),end=' ')
        except Exception as e: print(type(e).__name__,e,end=' | ')
    print()
d=datetime(2024,2,29,13,5,9,123)
for s in ['','%Y','%d.%m.%y','%A %B','%I:%M %p','%j','%U','%%','%f','%H%M%S','>%Y','%-d','%e','%c','%x','%X','%Z','%z','%a %b','%G-W%V-%u','%s','%D','%T','%R','%F','%y','%n','%t','%h','%w','%C']:
    try: print(s, repr(format(d,s)))
    except Exception as e: print(s, type(e).__name__,e)
