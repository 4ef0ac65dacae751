def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
l=[3,1,2]
for f in [lambda: l.sort(), lambda: l, lambda: l.sort(reverse=True), lambda: l, lambda: l.append(5), lambda: l.extend('ab'), lambda: l, lambda: l.sort(), lambda: l.pop(), lambda: l.pop(0), lambda: l.pop(99), lambda: [].pop(), lambda: l.insert(1,'x'), lambda: l.insert(-100,'first'), lambda: l, lambda: l.remove('x'), lambda: l.remove('zz'), lambda: l.index(5), lambda: l.index('q'), lambda: l.index(5,0,1), lambda: l.count(5), lambda: l.reverse(), lambda: l, lambda: l.copy() is l, lambda: l.clear(), lambda: l, lambda: [1,2]+[3], lambda: [1]+(2,), lambda: [1]*3, lambda: 2*[1,2], lambda: [1]*'a', lambda: [1,2][5], lambda: [1]['a'], lambda: [1,2,3][::-1], lambda: [1,2,3][1:], lambda: [1,2,3][::0], lambda: [1,2]<[1,3], lambda: [1]<['a'], lambda: [1]==(1,), lambda: sorted([3,'a']), lambda: sorted([3,1],key=str,reverse=True), lambda: sorted(5), lambda: list(5), lambda: list('abc'), lambda: list(range(3)), lambda: [[]]*2, lambda: hash([]), lambda: max([]), lambda: max([],default=0), lambda: max(1,'a'), lambda: min([3,1],key=lambda x:-x), lambda: sum([1,2]), lambda: sum(['a']), lambda: sum([[1],[2]],[]), lambda: sum('ab',''), lambda: sum([0.1]*10), lambda: any([]), lambda: all([]), lambda: list(zip([1,2],'ab')), lambda: list(zip([1],'ab',strict=True)), lambda: list(zip('ab',[1],'xyz',strict=True)), lambda: list(enumerate('ab',1)), lambda: list(map(lambda a,b:a+b,[1,2],[3,4])), lambda: list(map(str,[1])), lambda: list(map(lambda a,b: 1,[1],[1,2],strict=True)), lambda: list(filter(None,[0,1])), lambda: list(reversed([1,2])), lambda: reversed(5), lambda: len(5), lambda: (1,2)+(3,), lambda: (1,)+[2], lambda: (1,2)[5], lambda: (1,2).index(3), lambda: (1,1).count(1), lambda: (1,)*2, lambda: tuple('ab'), lambda: (), lambda: (1,), lambda: ((1,2),), lambda: setattr((1,),'x',1), lambda: (1,2).__setitem__(0,1), lambda: range(5), lambda: range(1,5,2), lambda: range(5)[2], lambda: range(5)[9], lambda: range(10)[2:5], lambda: range(5)[::-1], lambda: 3 in range(5), lambda: range(5).index(9), lambda: range(0), lambda: range(1,2,0), lambda: range('a'), lambda: range(1.5), lambda: len(range(10**20)), lambda: range(3)==range(0,3,1), lambda: hash(range(3))==hash(range(3)), lambda: range(5).count(2), lambda: slice(1,2), lambda: slice(None,None,2).indices(5), lambda: slice(1,2)==slice(1,2), lambda: range(), lambda: range(1,2,3,4), lambda: [1,2,3].__getitem__(slice(0,2)), lambda: [*range(3),*'ab'], lambda: {**{'a':1},'b':2}, lambda: [x for x in range(10) if x%2 if x>3], lambda: [(x,y) for x in 'ab' for y in [1,2]], lambda: {x:x*2 for x in range(3)}, lambda: {x%2 for x in range(5)}, lambda: (lambda *a,**k:(a,k))(1,*[2],b=3,**{'c':4}), lambda: next(iter([])), lambda: next(iter([]),'d'), lambda: next(5), lambda: iter(5), lambda: iter([].append,1) and 1, lambda: list(iter(iter([1,2,3]).__next__,3)), lambda: list(map(5,[1])), lambda: list(filter(5,[1])), lambda: abs('a'), lambda: round(2.5), lambda: round(-1.5), lambda: round(2.675,2), lambda: round(1234,-2), lambda: round('a'), lambda: round(1.5,'a'), lambda: divmod(7,-2), lambda: divmod(1,0), lambda: pow(2,10,1000), lambda: pow(2,-1), lambda: pow(3,-1,7), lambda: pow(2,-1,4), lambda: pow(0,-1), lambda: bin(-5), lambda: hex(255), lambda: oct(8), lambda: hex(1.5), lambda: callable(len), lambda: id(1)==id(1), lambda: isinstance(True,int), lambda: bool([]), lambda: type(5), lambda: type(type), lambda: repr(len), lambda: repr(print), lambda: repr(int), lambda: eval('1+1'), lambda: eval('x'), lambda: eval('1+'), lambda: exec('y=1'), lambda: input, lambda: globals()['__name__'], lambda: locals(), lambda: dir([])[:2], lambda: getattr(1,'real'), lambda: getattr(1,'zz'), lambda: getattr(1,'zz','d'), lambda: hasattr(1,'real'), lambda: getattr(1,2), lambda: __import__('math').pi, lambda: __import__('nope'), lambda: sorted({'b':1,'a':2}), lambda: sorted([(1,'b'),(1,'a')]), lambda: [1,2,3].sort(key=1), lambda: print(1,2,sep=5), lambda: print(1,end=5), lambda: print(x=1), lambda: len(), lambda: len(1,2), lambda: len([],x=1), lambda: int(x=1), lambda: list(x=1), lambda: dict(1), lambda: dict([1]), lambda: dict([(1,2,3)]), lambda: dict(['ab','cd']), lambda: set(5), lambda: frozenset([1])|{2}, lambda: {1}|[2], lambda: {1}.union([2]), lambda: {1,2}-{1}, lambda: {1,2}^{2,3}, lambda: {1}<{1,2}, lambda: {1}.pop(), lambda: set().pop(), lambda: {1}.remove(2), lambda: set(), lambda: frozenset(), lambda: frozenset([1]), lambda: {1}=={1.0}, lambda: {1:2}|{3:4}, lambda: {1:2}|[(3,4)], lambda: {1:2}['x'], lambda: {}.popitem(), lambda: {'a':1}.pop('b'), lambda: {'a':1}.pop('b',None), lambda: {'a':1}.keys(), lambda: {'a':1}.values(), lambda: {'a':1}.items(), lambda: {'a':1}.keys()&{'a'}, lambda: {}.fromkeys('ab'), lambda: {'a':1}.setdefault('b',[]), lambda: {'a':1}.update(5), lambda: {'a':1}.update([(1,)]), lambda: list(reversed({'a':1,'b':2})), lambda: {'a':1}<{'a':2}, lambda: dict(a=1,**{'a':2}), lambda: {'a':1,'a':2}]: t(f)
d={1:1,2:2}
try:
    for k in d: d[3]=1
except RuntimeError as e: print(e)
try:
    for k in d: del d[k]
except RuntimeError as e: print(e)
s={1,2}
try:
    for k in s: s.add(9)
except RuntimeError as e: print(e)
from collections import deque
q=deque([1,2])
try:
    for k in q: q.append(1)
except RuntimeError as e: print(e)
a,*b,c=range(5); print(a,b,c); *a,=1,2; print(a); (a,b),c=(1,2),3; print(a,b,c)
for stm in ['a,b=1','a,b=1,2,3','a,b=[1]','a,*b=[]','a,b,*c=[1]','(a,b)={}','a,b=5,','[a]=1,2','a,b={1,2,3}']:
    try: exec(stm)
    except Exception as e: print(type(e).__name__, e)
l=[1,2,3,4,5]; l[1:3]=[9]; print(l); l[::2]=[0,0]; print(l); del l[0]; print(l); l[5:]=[7]; print(l)
try: l[::2]=[1]
except ValueError as e: print(e)
try: l[0:1]=5
except TypeError as e: print(e)
try: del l[99]
except IndexError as e: print(e)
try: l[99]=1
except IndexError as e: print(e)
l+=(1,); print(l); l*=2; print(l)
