import string
print(string.ascii_lowercase, string.ascii_uppercase[:3], string.digits, string.hexdigits, string.punctuation, repr(string.whitespace))
t = string.Template("$who owes ${amount} $$")
print(t.substitute(who="Ann", amount=5), t.safe_substitute(who="Bob"), string.capwords("hello big world"))
try:
    t.substitute(who="x")
except KeyError as e:
    print("KeyError", e)
