import warnings
def f(): warnings.warn("old", DeprecationWarning, stacklevel=2)
f()
warnings.warn("user")
for _ in range(2): warnings.warn("same line twice")
warnings.simplefilter("ignore"); warnings.warn("hidden")
warnings.filterwarnings("error", message="fatal.*")
try:
    warnings.warn("fatal thing")
except UserWarning as e:
    print("raised", e)
class My(Warning): pass
warnings.simplefilter("always"); warnings.warn("mine", My); warnings.warn(My("instance"))
