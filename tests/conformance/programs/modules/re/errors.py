import re
for p in ['*', 'a**', '(', ')', '[', 'a{3,2}', '(?P<a>x)(?P<a>y)', r'\1', r'(?<=a*)b', 'a\\', r'\q', '(?Px)', '(?X)', '[z-a]', '(?i', 'a(?i)b', '(?P<1a>x)',
          '(?P<a', '(?P<>x)', '(?P=b)', '(?P=a', '(a)(?(2)b)', '(?(0)a)', '(?(1)a|b|c)', '(?#abc', '(?<x)', '(?', '(?-', '(?i-i:a)', '(?z)', '(?iz)', '(?au:x)',
          r'\x1', r'\u12', '[a', '[]', '[^', r'[\q]', r'[\d-z]', r'\400', r'(\1)', 'a|*', '^*', 'x{2}{3}', 'a\nb)', '(?i:a', 'a)b', r'\N', r'(?L)a', r'(?<=(a)\1)b']:
    try:
        print(p, re.compile(p).groups)
    except re.error as e:
        print(repr(p), '|', e, '|', e.msg, e.pos, e.lineno, e.colno)
for p in ['a{1', 'a{,2}', 'a{}', '(?:)*', 'x+++', '(?:', '[]]', '[^]]', '[a-]', '(?P<n>a)(?P=n)']:
    try:
        print(p, re.compile(p))
    except re.error as e:
        print(repr(p), e)
try:
    re.compile('(')
except re.PatternError as e:
    print(repr(e), e.pattern)
re.compile('[')
