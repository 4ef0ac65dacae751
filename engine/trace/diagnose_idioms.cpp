// Idioms that Python 3.14 no longer has, or never had, known by the exception that ended the program or a task. A program
// that catches it, as code for many versions does, has made no mistake.
#include <algorithm>

#include "trace/diagnoser.hpp"

namespace ap::trace {
namespace {

constexpr std::string_view kInsteadOfAsync = "task = asyncio.create_task(...)";

constexpr Idiom kIdioms[] = {
    {"removed_get_event_loop", "RuntimeError", "There is no current event loop",
     "Since Python 3.14 asyncio.get_event_loop() makes no event loop of its own: outside a coroutine there is none.",
     "asyncio.run(main()) instead of loop = asyncio.get_event_loop(); loop.run_until_complete(main()). Inside a coroutine: "
     "asyncio.get_running_loop()"},
    {"no_running_loop", "RuntimeError", "no running event loop",
     "This needs a running event loop, and there is one only while asyncio.run(...) runs: at the top level of a file, or in a "
     "thread, there is none.",
     "move the call into `async def main()` and start that with asyncio.run(main())"},
    {"removed_loop_argument", "TypeError", "unexpected keyword argument 'loop'",
     "The loop= argument was taken away in Python 3.10: asyncio finds the running loop by itself.", "leave loop=... out"},
    {"removed_loop_argument", "TypeError", "'loop' is an invalid keyword argument",
     "The loop= argument was taken away in Python 3.10: asyncio finds the running loop by itself.", "leave loop=... out"},
    {"removed_coroutine", "AttributeError", "module 'asyncio' has no attribute 'coroutine'",
     "@asyncio.coroutine with `yield from` was taken away in Python 3.11.", "async def f(): ... await ... instead of @asyncio.coroutine, def f() and yield from"},
    {"removed_coroutine", "AttributeError", "module 'types' has no attribute 'asyncio_coroutine'",
     "Generator-based coroutines were taken away in Python 3.11.", "async def f(): ... await ..."},
    {"removed_async", "AttributeError", "module 'asyncio' has no attribute 'async'",
     "asyncio.async() is from Python 3.4 and was taken away.", kInsteadOfAsync},
    {"removed_task_method", "AttributeError", "has no attribute 'all_tasks'",
     "Task.all_tasks() was taken away in Python 3.9.", "asyncio.all_tasks()"},
    {"removed_task_method", "AttributeError", "has no attribute 'current_task'",
     "Task.current_task() was taken away in Python 3.9.", "asyncio.current_task()"},
    {"removed_jointask", "AttributeError", "module 'asyncio' has no attribute 'JoinableQueue'",
     "JoinableQueue is part of Queue since Python 3.4.4.", "asyncio.Queue()"},
    {"removed_child_watcher", "AttributeError", "child_watcher", "Child watchers were taken away in Python 3.14.",
     "nothing: asyncio.create_subprocess_exec needs no watcher"},
    {"wait_on_coroutines", "TypeError", "Passing coroutines is forbidden",
     "Since Python 3.11 asyncio.wait() takes tasks and futures only: a coroutine would be wrapped into a task that you cannot find in "
     "the result.",
     "tasks = [asyncio.create_task(c) for c in coroutines]; done, pending = await asyncio.wait(tasks)"},
    {"nested_run", "RuntimeError", "asyncio.run() cannot be called from a running event loop",
     "asyncio.run() starts an event loop, and one runs already: this is inside a coroutine, or in a notebook.",
     "await main() instead of asyncio.run(main())"},
    {"nested_run", "RuntimeError", "This event loop is already running",
     "The loop runs already, and a loop cannot be run from inside itself.", "await the coroutine instead of run_until_complete(...)"},
    {"await_twice", "RuntimeError", "cannot reuse already awaited coroutine",
     "A coroutine object runs once: this one has run to its end.",
     "call the function again for another run (await f()), or make a task of it (t = asyncio.create_task(f())), whose result can be "
     "awaited many times"},
    {"await_nothing", "TypeError", "can't be awaited",
     "What stands behind `await` is not awaitable: an ordinary function has returned an ordinary value, or nothing.",
     "call it without await, or use the asynchronous one (asyncio.sleep for time.sleep)"},
    {"await_nothing", "TypeError", "can't be used in 'await' expression",
     "What stands behind `await` is not awaitable: an ordinary function has returned an ordinary value, or nothing.",
     "call it without await, or use the asynchronous one (asyncio.sleep for time.sleep)"},
    {"with_instead_of_async_with", "TypeError", "Did you mean to use 'async with'",
     "This object is entered asynchronously: plain `with` does not know how.", "async with ...:"},
    {"for_instead_of_async_for", "TypeError", "'async_generator' object is not iterable",
     "An async generator gives its values one await at a time: plain `for` does not know how.", "async for x in ...:"},
    {"forgotten_await", "TypeError", "'coroutine' object",
     "A coroutine object was used as if it were the result: the call was not awaited.", "await the call, then use what it gives"},
    {"forgotten_await", "AttributeError", "'coroutine' object has no attribute",
     "A coroutine object was used as if it were the result: the call was not awaited.", "await the call, then use what it gives"},
    {"other_loop", "RuntimeError", "attached to a different loop",
     "A future, lock or queue belongs to the event loop in which it was first used, and this is another one: each asyncio.run() makes "
     "its own.",
     "make it inside main(), so that it belongs to the loop that runs"},
    {"other_loop", "RuntimeError", "is bound to a different event loop",
     "A future, lock or queue belongs to the event loop in which it was first used, and this is another one: each asyncio.run() makes "
     "its own.",
     "make it inside main(), so that it belongs to the loop that runs"},
};

}  // namespace

const Idiom* find_idiom(std::string_view exception, std::string_view text) {
  for (const Idiom& i : kIdioms)
    if (i.exception == exception && text.find(i.part) != text.npos) return &i;
  return nullptr;
}

std::string hint_for(std::string_view exception, std::string_view text) {
  const Idiom* i = find_idiom(exception, text);
  return i && i->code.starts_with("removed_") ? std::string(i->fix) : std::string();
}

std::string hint_for(std::string_view source, Line line) {
  for (Line at = 1; at < line && !source.empty(); ++at) source.remove_prefix(std::min(source.find('\n'), source.size() - 1) + 1);
  return source.substr(0, source.find('\n')).find("asyncio.async(") == source.npos ? std::string() : std::string(kInsteadOfAsync);
}

bool is_idiom(std::string_view code) {
  for (const Idiom& i : kIdioms)
    if (i.code == code && code != "forgotten_await") return true;
  return false;
}

}  // namespace ap::trace
