import gc
class Node:
    def __init__(self, n): self.n = n; self.other = None
    def __del__(self): print("del", self.n)
a, b = Node(1), Node(2)
a.other, b.other = b, a
del a, b
print("dropped, cycle still alive")
print(gc.collect() > 0)
print(gc.isenabled(), gc.collect())
