import re
p = re.compile(r'a(b)?', re.I | re.M)
print(p, p.flags, p.pattern, p.groups, re.compile('x'), re.compile(b'x'), repr(re.compile('(?s)x').flags), type(p))
print(p.match('xab', 1), p.match('xab'), p.search('xxAB', 1, 3), p.fullmatch('ab'), p.fullmatch('abc'), p.findall('abA'), p.split('1ab2'), p.sub('', 'abA1'))
print(re.compile('^b').match('ab', 1), re.compile('b$').search('abc', 0, 2), p == re.compile(r'a(b)?', re.M | re.I), p == re.compile('a(b)?'), re.compile('a') is re.compile('a'))
print(repr(re.I), re.I | re.S, re.NOFLAG, re.RegexFlag(10), re.A.name, re.X.value, ~re.I & re.M, isinstance(re.M, int), re.I in (re.I | re.S))
for call in (lambda: re.match(1, 'a'), lambda: re.match('a', 1), lambda: re.match('a', b'a'), lambda: re.match(b'a', 'a'), lambda: re.compile(p, re.I),
             lambda: re.compile('a', re.A | re.U), lambda: re.compile(b'a', re.U), lambda: re.compile('a', re.L), lambda: re.Pattern()):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(re.sub('a', 'b', 'aaa', 1), re.split('a', 'bab', 1))
re.purge()
match p.match('AB'):
    case re.Match() as m if m[1]:
        print('matched', m[1])
print(re.Pattern[str], re.Match[bytes], re.error is re.PatternError, p.scanner('abab').match())
