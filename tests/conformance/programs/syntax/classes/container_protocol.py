class Deck:
    def __init__(self, cards):
        self.cards = list(cards)

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, i):
        print("get", i)
        return self.cards[i]

    def __setitem__(self, i, v):
        self.cards[i] = v

    def __delitem__(self, i):
        del self.cards[i]

d = Deck("abc")
print(len(d), d[0], d[-1], d[0:2])
d[0] = "z"
del d[1]
print(d.cards, bool(d), list(d))
print("c" in d, list(reversed(d)))
