assert True
assert 1 == 1, "not evaluated"
try:
    assert 1 == 2
except AssertionError as e:
    print(repr(e))
try:
    assert [], f"empty: {[]}"
except AssertionError as e:
    print(repr(e), str(e))
