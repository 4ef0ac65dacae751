größe = 3
Δt = 0.5
名前 = "name"
def café(ñ): return ñ * 2
print(größe, Δt, 名前, café(größe))
_private = __dunder = 1
print(_private)
