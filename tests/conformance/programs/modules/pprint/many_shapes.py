from pprint import *
import pprint as P, json, dataclasses, collections, types
d={'name':'Alice','roles':['admin','user','editor'],'nested':{'a':list(range(30)),'b':{'deep':{'deeper':[1,2,{'x':'y'*50}]}}},'t':(1,),'s':{3,1,2},'fs':frozenset([1]),'e':{},'l':[],'long':'word '*30,'b':b'bytes'*20,'n':None,'f':1.5}
pprint(d); pprint(d,width=40); pprint(d,depth=2); pprint(d,compact=True); pprint(d,indent=4,width=60); pprint(d,sort_dicts=False); pp({'b':1,'a':2}); print(pformat([1,2,3])); pprint(list(range(100)),compact=True); pprint([['x'*20]*3]*3); pprint('short'); pprint('long text '*20); pprint({'k':'long text '*20}); pprint(('a',)*30); pprint({1,2,3}); pprint(10**10,underscore_numbers=True)
@dataclasses.dataclass
class D: x:int; y:list; z:str='q'
pprint(D(1,[1,2])); pprint(D(1,list(range(40)),'z'*60)); pprint([D(1,[])]*5)
pprint(collections.OrderedDict(a=1,b=2)); pprint(collections.defaultdict(list,{'a':[1]*30})); pprint(collections.Counter('aabbbc')); pprint(collections.deque(range(40))); pprint(types.SimpleNamespace(a=1,b='x'*80)); pprint(collections.ChainMap({'a':1},{'b':2}))
l=[1]; l.append(l); print(pformat(l).split('id=')[0]); print(saferepr({'a':1,'b':[1]}), isreadable(d), isrecursive(l), isreadable(l))
N=collections.namedtuple('N','a b'); pprint(N(1,2)); pprint({'z':N(1,'x'*80)})
class R:
    def __repr__(s): return 'R(\n  multi\n)'
pprint([R(),R()]); pprint({'a':R()})
print(json.dumps(d['nested'],indent=2)[:100])
pprint({1:'a','b':2,None:3}); pprint([None,True,1.5,2j,'é',b'x',...]); pprint({'bytes':b'0123456789'*12}); pprint(bytearray(b'abc'*40)); pprint({'k':{'a','b','c'} and {1}}); pprint(range(5)); pprint(int); pprint(types.MappingProxyType({'a':1}))
