class ShopError(Exception):
    """Base of all"""

class OutOfStock(ShopError):
    def __init__(self, item, left=0):
        super().__init__(f"{item}: only {left} left")
        self.item, self.left = item, left

class Plain(ShopError):
    pass

class WithStr(Exception):
    def __str__(self):
        return "custom text"

for error in (OutOfStock("bread", 2), Plain(), Plain("a", 1), WithStr("ignored")):
    try:
        raise error
    except ShopError as e:
        print("shop", type(e).__name__, e, repr(e), e.args)
    except Exception as e:
        print("other", type(e).__name__, e, repr(e))
print(issubclass(OutOfStock, ShopError), OutOfStock.__mro__[1:3])
