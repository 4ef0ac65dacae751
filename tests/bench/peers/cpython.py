"""A peer: the CPython that runs this. Takes paths of programs, a line each; answers with seconds."""
import sys
import warnings

sys.path.insert(0, __file__.rpartition("/")[0])
warnings.simplefilter("ignore")
from virtual_loop import seconds  # noqa: E402

for path in sys.stdin:
    with open(path.strip()) as f:
        source = f.read()
    print(seconds(source), flush=True)
