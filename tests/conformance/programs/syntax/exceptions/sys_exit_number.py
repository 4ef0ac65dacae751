import sys
try:
    print("working")
    sys.exit(42)
finally:
    print("cleanup still runs")
