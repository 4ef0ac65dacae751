from collections import defaultdict, Counter, OrderedDict, ChainMap
d = defaultdict(list)
d["a"].append(1); d["b"]
print(d, dict(d), d.get("zz"), "zz" in d, d.default_factory)
n = defaultdict(int)
for c in "hello": n[c] += 1
print(n)
c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], c.total(), sorted(c.elements())[:3], c + Counter("aa"), c - Counter("aaab"), Counter(a=1, b=0), +Counter(a=1, b=-1))
c.update("zz"); c.subtract("a"); print(c["z"], c["a"], c & Counter(a=1), Counter(x=2) | Counter(x=5))
o = OrderedDict(a=1, b=2); o.move_to_end("a"); print(o, o.popitem(last=False), o)
m = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(m["a"], m["b"], dict(m), m.new_child({"b": 9})["b"])
