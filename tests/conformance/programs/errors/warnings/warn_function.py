import warnings

def old():
    warnings.warn("old() is deprecated", DeprecationWarning)
    warnings.warn("careful")
    warnings.warn("runtime", RuntimeWarning, stacklevel=2)

old()
old()
warnings.warn("from main", DeprecationWarning)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("as error", UserWarning)
    except UserWarning as e:
        print("caught", e)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("recorded")
print(len(caught), caught[0].message, caught[0].category.__name__)
