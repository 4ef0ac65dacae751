# re.RegexFlag has the flags as attributes, too.
import re

print(re.RegexFlag.MULTILINE | re.RegexFlag.I, re.RegexFlag.S == re.DOTALL, repr(re.RegexFlag.VERBOSE))
print(re.findall(r"^\w", "a\nb", re.RegexFlag.M))
