def inner():
    raise ValueError("x")

def outer():
    inner()

try:
    outer()
except ValueError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next
    print(e.with_traceback(None).__traceback__, e.__context__, e.__cause__)
