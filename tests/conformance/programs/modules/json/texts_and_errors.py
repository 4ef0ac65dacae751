import json
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for o in [None,True,1,-1.5,1e100,1e16,1e-7,'a"b\\c/\n\t\x00\x7fé\u2028😀',[],{},[1,[2,[3]]],{'a':{'b':[]}},{1:2,None:3,True:4,1.5:5},(1,2),float('nan'),float('inf'),-float('inf'),10**30,'']:
    t(lambda: json.dumps(o)); t(lambda: json.dumps(o,indent=2)); t(lambda: json.dumps(o,ensure_ascii=False)); t(lambda: json.dumps(o,separators=(',',':'))); t(lambda: json.dumps(o,sort_keys=True) if o!={1:2,None:3,True:4,1.5:5} else 0); t(lambda: json.dumps(o,allow_nan=False)); t(lambda: json.dumps(o,indent='--'))
t(lambda: json.dumps({1,2})); t(lambda: json.dumps({(1,2):3})); t(lambda: json.dumps({(1,2):3},skipkeys=True)); t(lambda: json.dumps(object)); t(lambda: json.dumps({1,2},default=list)); t(lambda: json.dumps([1j],default=str)); t(lambda: json.dumps({'a':{1}},default=sorted,indent=1)); l=[]; l.append(l); t(lambda: json.dumps(l)); t(lambda: json.dumps(b'x')); t(lambda: json.dumps({'a':[1,{2}]})); t(lambda: json.dumps([{'x':object()}]) ) if 0 else 0
for s in ['null','true',' [1, 2.5, -3e2, "x"] ','{"a":{"b":[]}}','"\\u00e9\\ud83d\\ude00\\n"','','{','[1,','[1,]','{"a":1,}','{"a"}','{"a":}',"{'a':1}",'nul','1 2','"abc','"\n"','"\\x"','"\\u12"','01','-','1.','.5','1e','NaN','-Infinity','[1 2]','{"a" 1}','{1:2}','tru','\ufeff1','"a','[','{"a":1 "b":2}','{"a":1,"b"','1e999','123456789012345678901234567890','"\\ud800"','[1,\n2,\n}',b'[1]',b'\xff',5]:
    t(lambda: json.loads(s))
t(lambda: json.loads('{"a":1,"a":2}')); t(lambda: json.loads('{"a":1}',object_hook=lambda d: list(d.items()))); t(lambda: json.loads('{"a":1}',object_pairs_hook=lambda d: d)); t(lambda: json.loads('[1.5]',parse_float=str)); t(lambda: json.loads('[15]',parse_int=float)); t(lambda: json.loads('[NaN]',parse_constant=str))
class E(json.JSONEncoder):
    def default(s,o):
        if isinstance(o,complex): return [o.real,o.imag]
        return super().default(o)
t(lambda: json.dumps([1j],cls=E)); t(lambda: json.dumps([{1}],cls=E)); t(lambda: E(indent=1,sort_keys=True).encode({'b':1,'a':[2]}))
try: json.loads('[1,\n x]')
except json.JSONDecodeError as e: print(e.msg,e.pos,e.lineno,e.colno,e.doc, isinstance(e,ValueError))
import io
f=io.StringIO(); json.dump({'a':[1]},f); print(f.getvalue(), json.load(io.StringIO('[1]'))); print(json.JSONDecoder().raw_decode('[1] x'))
from dataclasses import *
@dataclass
class D: a:int
t(lambda: json.dumps(D(1),default=asdict)); t(lambda: json.dumps(D(1)))
