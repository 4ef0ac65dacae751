import traceback
for a in (0, "a", [1]):
    for f in (traceback.extract_tb, traceback.walk_tb, traceback.format_tb):
        try:
            print(list(f(a)))
        except Exception as e:
            print(type(e).__name__, e)
print(traceback.extract_tb(None), traceback.format_tb(None))
