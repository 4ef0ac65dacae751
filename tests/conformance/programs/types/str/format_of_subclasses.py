import enum
class S(enum.StrEnum):
    A = enum.auto()
    B = 'bee'
print([f'{S.B}', f'{S.B:>5}', format(S.A), '{}'.format(S.B), '%s' % S.B, str(S.A)], S.B)
class T(str): pass
class U(str):
    def __str__(self): return 'custom'
print([f'{T("x")}', type(f'{T("x")}').__name__, format(T('y')), f'{U("z")}', format(U('z'), ''), f'{U("z"):3}|'])
