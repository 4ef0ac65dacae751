import logging, sys, io
logging.basicConfig(level=logging.DEBUG, format='%(levelname)-8s|%(name)s|%(funcName)s:%(lineno)d|%(message)s|%(module)s %(filename)s %(threadName)s %(taskName)s %(process)s' if 0 else '%(levelname)-8s|%(name)s|%(funcName)s:%(lineno)d|%(message)s|%(module)s %(filename)s %(threadName)s %(taskName)s', stream=sys.stdout)
log=logging.getLogger('app.db'); log.info('hello %s %d','x',5); log.warning('%(a)s',{'a':1}); log.debug('no args %s'); log.error('pct 100%'); log.critical('c'); log.log(25,'lvl'); logging.info('root')
def f():
    try: 1/0
    except ZeroDivisionError: log.exception('boom'); log.error('x',exc_info=True,stack_info=False)
f(); log.info('bad %d','x')
print(log, logging.getLogger(), logging.getLevelName(10), logging.getLevelName('INFO'), logging.getLevelName(25), log.level, log.getEffectiveLevel(), log.isEnabledFor(10), log.parent, log.handlers, logging.root.handlers)
class Fm(logging.Formatter):
    def format(s,r): return f'{r.levelname[0]}:{super().format(r)}'
h=logging.StreamHandler(sys.stdout); h.setFormatter(Fm('{asctime} {message}',style='{',datefmt='%H:%M')); h.setLevel(logging.WARNING)
l2=logging.getLogger('two'); l2.propagate=False; l2.addHandler(h); l2.info('no'); l2.warning('yes'); print(l2.hasHandlers(), h)
h3=logging.StreamHandler(sys.stdout); h3.setFormatter(logging.Formatter('$levelname $message $extra1',style='$')); l3=logging.getLogger('three'); l3.propagate=False; l3.addHandler(h3); l3.warning('m',extra={'extra1':'E'}); l3.addFilter(lambda r: 'skip' not in r.getMessage()); l3.warning('skip me',extra={'extra1':1}); 
class Ft(logging.Filter):
    def filter(s,r): r.extra1='fromfilter'; return True
l3.addFilter(Ft()); l3.error('z')
ad=logging.LoggerAdapter(logging.getLogger('ad'),{'k':'v'}); ad.info('adapted'); print(ad.process('m',{}))
class AD(logging.LoggerAdapter):
    def process(s,m,k): return f"[{s.extra['id']}] {m}",k
AD(log,{'id':7}).warning('w %s',1)
logging.addLevelName(15,'TRACE'); log.log(15,'trace'); logging.disable(logging.INFO); log.info('gone'); log.warning('stays'); logging.disable(logging.NOTSET)
s=io.StringIO(); hs=logging.StreamHandler(s); hs.setFormatter(logging.Formatter('%(asctime)s %(msecs)03d %(created)f %(levelno)s')); l4=logging.getLogger('four'); l4.addHandler(hs); l4.warning('t'); print(s.getvalue())
n=logging.getLogger('n'); n.addHandler(logging.NullHandler()); n.warning('null'); print(n.handlers)
try: logging.getLogger('a').setLevel('NOPE')
except ValueError as e: print(e)
try: logging.basicConfig(level='X',force=True)
except ValueError as e: print(e)
try: logging.basicConfig(foo=1)
except ValueError as e: print(e)
try: logging.Formatter('%(x')
except ValueError as e: print(e)
try: logging.Formatter('x',style='q')
except ValueError as e: print(e)
import logging.handlers
q=logging.handlers.MemoryHandler(2,target=logging.StreamHandler(sys.stdout)); l5=logging.getLogger('five'); l5.propagate=False; l5.addHandler(q); l5.warning('1'); print('--'); l5.warning('2')
r=logging.LogRecord('n',20,'/p/x.py',5,'m %s',('a',),None); print(r, r.getMessage(), r.module, r.filename)
print(logging.getLevelNamesMapping()); log.warn('deprecated')
log.info('multi\nline'); log.info({'a':1}); log.info(5); log.info('%s',None); log.info('%s %s',1); log.info(Exception('e')); log.info('x',stack_info=True)
