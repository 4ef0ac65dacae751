import re
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'a b c d'), re.sub('x*', '-', 'abxd'), re.sub('a', lambda m: m.group().upper() + str(m.start()), 'banana', count=2))
print(re.subn('a', 'b', 'aaa'), re.sub(r'(?P<w>\w+)', r'<\g<w>\g<0>\g<1>>', 'hi'), re.sub('(a)(b)?', r'[\1\2]', 'aab'), re.sub('q', '', 'same'))
print(re.split(r'[,;]\s*', 'a, b;c'), re.split(r'(,)', 'a,b'), re.split(r'\s+', ' a b ', maxsplit=1), re.split('(x)|y', 'axbyc'), re.split('', 'ab'))
print(re.sub(r'\.', r'\\', 'a.b'), re.sub('a', r'\n\t\x'[:4], 'a'), re.sub('a', '\\0', 'a') == '\0', re.sub(b'a', b'<\\g<0>>', b'cat'))
for template in (r'\q', r'\2', r'\g<2>', r'\g<x>', r'\g<a', r'\g', r'\g<>', r'\g<1a>', '\\', r'\400'):
    try:
        print(re.sub('(a)', template, 'xay'))
    except (re.error, IndexError) as e:
        print(template, type(e).__name__, e)
for repl in (lambda m: 1, b'x'):
    try:
        print(re.sub('a', repl, 'a'))
    except TypeError as e:
        print(e)
print([m.span() for m in re.finditer('an', 'banana')], next(re.finditer('n', 'banana')), re.escape('a.b*[c]-d e'))
