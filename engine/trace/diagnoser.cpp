#include "trace/diagnoser.hpp"

#include <algorithm>
#include <cmath>

namespace ap::trace {
namespace {

// As asyncio's own debug mode: a callback that takes longer is slow.
constexpr double kSlow = 0.1;
// Shorter holds make nobody late that a person would notice.
constexpr double kNoticed = 0.01;
constexpr double kLongAwait = 1.0;

// What the functions of the library begin with.
constexpr std::string_view kLibrary = "asyncio.";

bool contains(const std::vector<FutureId>& ids, FutureId id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

// "sleep" of "asyncio.sleep", "put" of "asyncio.Queue.put", "f" of "main.<locals>.f".
std::string_view short_name(std::string_view function) {
  std::size_t dot = function.rfind('.');
  return dot == function.npos ? function : function.substr(dot + 1);
}

// Functions that take a coroutine and see that it runs, unless they fail.
bool takes_coroutines(std::string_view function) {
  static constexpr std::string_view takers[] = {"create_task", "ensure_future", "run", "run_until_complete", "wait_for", "wait",
                                                "gather", "shield", "as_completed", "run_coroutine_threadsafe"};
  return std::find(std::begin(takers), std::end(takers), function) != std::end(takers);
}

}  // namespace

// --- texts -----------------------------------------------------------------------------------------------------

std::string Diagnoser::task_text(TaskId id) {
  auto* t = task(id);
  std::string text(name_of(id));
  if (t && !t->function.empty() && t->name != t->function) text += " (" + std::string(short_name(t->function)) + ")";
  return text;
}

std::string Diagnoser::moment(double t) {
  // A busy wait ends some microseconds late, and nobody reads those.
  return std::string(say.moment(t < 0.001 ? t : std::round(t * 1000) / 1000));
}

void Diagnoser::add(Finding f) {
  for (Finding& other : findings_)
    if (other.code == f.code && other.line == f.line && f.line) {
      // An argument of a call that was not awaited is no second mistake.
      bool call = f.code == "never_awaited" || f.code == "forgotten_await";
      if (!call || f.message == other.message) ++other.times;
      if (f.task && f.task != other.task && !contains(other.related, f.task)) other.related.push_back(f.task);
      return;
    }
  std::erase(f.related, f.task);
  findings_.push_back(std::move(f));
}

// --- the loop and who holds it -----------------------------------------------------------------------------------

void Diagnoser::on_chunk(Chunk chunk) {
  say.reset();
  visit(chunk, *this);
}

void Diagnoser::catch_up(const At& at) {
  if (!accesses_) return;
  TaskId who = current();
  accesses_->take_until(at.seq, [&](const Access& a) {
    LostUpdate lost;
    if (lost_updates_.follow(a, who, at.t, lost)) found_lost_update(lost, at.t);
    bool writes = a.kind == AccessKind::write || a.kind == AccessKind::touch;
    bool shared = (writes || a.kind == AccessKind::read) && a.object < kFutureKey;
    if (who && shared)
      for (auto& [id, lock] : locks_) {
        if (lock.holder != who) continue;
        if (lock.waited > 0) lock.used_after = true;
        else if (writes) lock.changed = true;
      }
  });
}

void Diagnoser::on_loop_started(const At&, const LoopStarted& e) {
  in_loop_ = true;
  // Not what asyncio.run itself runs at its end.
  auto* t = task(e.future);
  if (!t || t->function.starts_with(kLibrary)) return;
  main_ = e.future;
  main_done_at_ = -1;
}

void Diagnoser::on_loop_stopped(const At& at, const LoopStopped&) {
  catch_up(at);
  end_hold(current());
  in_loop_ = false;
}

void Diagnoser::begin_hold() { hold_ = {}; }

void Diagnoser::on_clock_advanced(const At& at, const ClockAdvanced& e) {
  RunState::on_clock_advanced(at, e);
  if (e.cause == ClockCause::idle || !in_loop_) return;
  // A busy wait is told when its step has ended.
  bool over = running.empty() && !running_handle;
  if (over && e.cause != ClockCause::busy_wait) return;
  if (over) hold_ = {};
  if (!hold_.held) {
    hold_.from = e.from;
    hold_.busy = e.cause == ClockCause::busy_wait;
    hold_.line = e.line;
    hold_.function = e.function;
    for (HandleId id : ready)
      if (auto* h = handle(id); h && h->is_step && h->task != (e.task ? e.task : current())) hold_.ready.push_back(h->task);
  }
  hold_.held = true;
  hold_.to = e.to;
  if (!hold_.line) hold_.line = e.line;
  if (over) end_hold(e.task);
}

Line Diagnoser::await_line(TaskId id) const {
  auto* t = task(id);
  if (!t) return 0;
  for (std::size_t i = t->awaits.size(); i-- > 0;)
    if (t->awaits[i].line) return t->awaits[i].line;
  return t->line;
}

std::string Diagnoser::sleep_instead(Line line, double took) {
  std::string better = text_.replaced(line, "sleep", "await asyncio.sleep");
  if (better.empty()) better = "await asyncio.sleep(" + moment(took) + ")";
  auto function = text_.around(line);
  if (function.async || function.name.empty()) return better;
  return "make " + function.name + "() an `async def` with " + better + ", or call it in a thread: await asyncio.to_thread(" + function.name + ", ...)";
}

void Diagnoser::end_hold(TaskId who) {
  if (!hold_.held) return;
  Hold h = std::move(hold_);
  hold_ = {};
  double took = h.to - h.from;
  if (took < kNoticed) return;
  std::vector<FutureId> late = h.ready;
  // The timer that came off worst.
  const HandleState* worst = nullptr;
  handles.for_each([&](HandleState& s) {
    if (!s.is_timer || s.deadline >= h.to - 1e-9 || (s.timer_kind == TimerKind::timeout && s.task == who)) return;
    if (s.task && s.task != who && !contains(late, s.task)) late.push_back(s.task);
    if (!worst || s.deadline < worst->deadline || (s.deadline == worst->deadline && s.order < worst->order)) worst = &s;
  });
  // Its own time limit: it could not interrupt the call.
  const HandleState* limit = nullptr;
  handles.for_each([&](HandleState& s) {
    if (s.is_timer && s.timer_kind == TimerKind::timeout && s.task == who && s.deadline < h.to - 1e-9) limit = &s;
  });
  bool harm = !late.empty() || worst || limit;
  if (!harm && took < kSlow) return;
  Line line = h.line ? h.line : task(who) ? task(who)->line : 0;
  std::string what = h.busy ? "a loop that never awaits" : h.function.empty() ? "a call that blocks" : h.function;
  std::string message = (who ? task_text(who) : std::string("A callback")) + " held the event loop for " + seconds(took) + " (from " +
                        moment(h.from) + " to " + moment(h.to) + ") in " + what + ". Nothing else can run meanwhile";
  if (worst) {
    std::string whose = worst->task ? std::string(name_of(worst->task)) + "'s " : std::string("a ");
    std::string timer = worst->timer_kind == TimerKind::sleep     ? whose + "sleep"
                        : worst->timer_kind == TimerKind::timeout ? whose + "time limit"
                        : worst->timer_kind == TimerKind::network ? std::string("an answer of the network")
                        : worst->timer_kind == TimerKind::thread  ? std::string("the end of a thread")
                                                                  : whose + "timer";
    message += ": " + timer + " was due at " + moment(worst->deadline) + " and came at " + moment(h.to);
  } else if (!h.ready.empty()) {
    message += ": " + std::string(names(h.ready)) + (h.ready.size() == 1 ? " was" : " were") + " ready and had to wait";
  } else if (limit) {
    message += ", not even its own timeout, which was due at " + moment(limit->deadline);
  } else {
    message += "; this time nobody had to wait";
  }
  message += ".";
  std::string fix;
  std::string_view f = h.function;
  if (f == "time.sleep")
    fix = sleep_instead(line, took);
  else if (f.starts_with("requests.") || f.starts_with("url") || f.starts_with("httpx."))
    fix = "use an asynchronous client (async with aiohttp.ClientSession() as session: ...), or await asyncio.to_thread(" +
          std::string(f) + ", url)";
  else if (h.busy)
    fix = "put an await asyncio.sleep(0) into the loop, or move the work to a thread: await asyncio.to_thread(function)";
  else
    fix = "await asyncio.to_thread(" + (f.empty() ? std::string("function") : std::string(f)) + ", ...)";
  add({.code = "loop_blocked", .severity = harm ? Severity::error : Severity::hint, .at = h.from, .line = line, .task = who,
       .related = late, .message = message, .fix = fix});
}

void Diagnoser::on_handle_run_started(const At& at, const HandleRunStarted& e) {
  catch_up(at);
  lost_updates_.next_step();
  RunState::on_handle_run_started(at, e);
  begin_hold();
}

void Diagnoser::on_handle_run_finished(const At& at, const HandleRunFinished& e) {
  catch_up(at);
  end_hold(current());
  RunState::on_handle_run_finished(at, e);
}

// --- tasks -------------------------------------------------------------------------------------------------------

void Diagnoser::on_task_created(const At& at, const TaskCreated& e) {
  catch_up(at);
  RunState::on_task_created(at, e);
  if (e.coroutine) coroutines_.erase(e.coroutine);
}

void Diagnoser::on_task_step_started(const At& at, const TaskStepStarted& e) {
  catch_up(at);
  lost_updates_.next_step();
  RunState::on_task_step_started(at, e);
  if (e.handle) begin_hold();
  if (auto s = suspended_.find(e.task); s != suspended_.end()) {
    double stood = at.t - s->second;
    for (auto& [id, lock] : locks_)
      if (lock.holder == e.task && stood > 0 && s->second >= lock.since) {
        lock.waited += stood;
        lock.await_line = e.line;
      }
    suspended_.erase(s);
  }
  if (e.how == StepStart::thrown) return;
  for (auto& [id, g] : gathers_)
    if (g.failed && contains(g.pending, e.task) && !contains(g.ran_on, e.task)) g.ran_on.push_back(e.task);
}

void Diagnoser::on_task_step_finished(const At& at, const TaskStepFinished& e) {
  catch_up(at);
  end_hold(e.task);
  RunState::on_task_step_finished(at, e);
  if (e.outcome == StepEnd::suspended) {
    suspended_[e.task] = at.t;
    if (e.future) looked_after(e.future);
  }
}

void Diagnoser::on_task_finished(const At& at, const TaskFinished& e) {
  catch_up(at);
  RunState::on_task_finished(at, e);
  lost_updates_.forget(e.task);
  if (e.task == main_) main_done_at_ = at.t;
  if (e.outcome == TaskOutcome::raised) idiom(at, e.exception, e.message, e.task, e.line);
}

void Diagnoser::on_task_destroyed(const At& at, const TaskDestroyed& e) {
  RunState::on_task_destroyed(at, e);
  auto* t = task(e.task);
  if (!t || failed_ || stopped_) return;
  std::string who = task_text(e.task);
  if (in_loop_) {
    add({.code = "task_destroyed", .severity = Severity::error, .at = at.t, .line = t->created_line, .task = e.task, .related = {},
         .message = who + " vanished before it was done: the event loop itself keeps only a weak reference to a task, and nobody "
                          "else held one, so the garbage collector took it.",
         .fix = "keep it until it is done (task = asyncio.create_task(...); ... await task), or create it in a TaskGroup"});
    return;
  }
  add({.code = "left_running", .severity = Severity::warning, .at = at.t, .line = t->created_line, .task = e.task, .related = {},
       .message = who + " was still waiting when the program ended" +
                  (t->line ? ", at line " + std::to_string(t->line) : std::string()) + ": what it had left to do was never done.",
       .fix = "await it before the end, or cancel it and await it; asyncio.run(main()) does that for what is left"});
}

void Diagnoser::on_cancel_requested(const At& at, const CancelRequested& e) {
  catch_up(at);
  auto* t = task(e.task);
  bool first = t && !t->cancel_requests;
  RunState::on_cancel_requested(at, e);
  if (e.line) cancel_lines_[e.task] = e.line;
  for (auto& [id, g] : gathers_)
    if (in_loop_) std::erase(g.pending, e.task), std::erase(g.ran_on, e.task);
  // asyncio.run cancels what is left once its coroutine is done.
  if (in_loop_ || !first || main_done_at_ < 0 || e.task == main_ || failed_ || stopped_) return;
  auto* m = task(main_);
  if (m && m->outcome != TaskOutcome::returned) return;
  // The loop's own, such as the closing of an async generator that was dropped.
  if (!t->creator && t->phase != TaskPhase::waiting) return;
  std::string main = std::string(short_name(m ? m->function : "main")) + "()";
  std::string message = main + " ended at " + seconds(main_done_at_) + " while " + task_text(e.task);
  if (t->phase == TaskPhase::waiting && t->line) message += " was still waiting at line " + std::to_string(t->line);
  else message += t->phase == TaskPhase::waiting ? " was still waiting" : " had still to run";
  message += ". asyncio.run() waits for its coroutine only and cancels all other tasks then, so the rest of it was not done.";
  add({.code = "left_running", .severity = Severity::hint, .at = at.t, .line = t->created_line, .task = e.task, .related = {},
       .message = message,
       .fix = "await it before " + main + " ends (or use a TaskGroup, which waits); cancel it yourself where it is no longer needed"});
}

void Diagnoser::on_cancel_swallowed(const At& at, const CancelSwallowed& e) {
  auto* t = task(e.task);
  if (!t || stopped_ || t->function.starts_with(kLibrary)) return;
  // A TaskGroup's own request to its parent: the group takes it back when its tasks have ended.
  for (const AwaitState& a : t->awaits)
    if (a.label == "asyncio.TaskGroup.__aexit__") return;
  bool ended = !e.line;
  Line line = e.line ? e.line : t->line;
  std::string message = task_text(e.task) + " was asked to stop";
  if (auto c = cancel_lines_.find(e.task); c != cancel_lines_.end()) message += " (cancel at line " + std::to_string(c->second) + ")";
  message += ", caught CancelledError and ";
  message += ended ? "ended as if all were well: cancelled() says False, and whoever cancelled it cannot tell that it stopped early."
                   : "went on. Whoever cancelled it waits for an end that does not come: timeouts, TaskGroups and asyncio.run rely on it.";
  add({.code = "cancel_swallowed", .severity = ended ? Severity::hint : Severity::warning, .at = at.t, .line = line, .task = e.task,
       .related = {}, .message = message,
       .fix = "except asyncio.CancelledError: clean up, then `raise`; or do the clean-up in `finally`"});
}

// --- gather, and errors that nobody sees ---------------------------------------------------------------------------

void Diagnoser::on_wait_started(const At& at, const WaitStarted& e) {
  RunState::on_wait_started(at, e);
  for (FutureId child : e.children) looked_after(child);
  if (e.kind == WaitKind::gather && e.future) {
    auto& g = gathers_[e.future];
    g.children.assign(e.children.begin(), e.children.end());
    g.task = e.task;
    g.line = e.line;
  }
}

void Diagnoser::on_future_resolved(const At& at, const FutureResolved& e) {
  catch_up(at);
  RunState::on_future_resolved(at, e);
  auto g = gathers_.find(e.future);
  if (g == gathers_.end()) return;
  if (e.outcome != FutureOutcome::exception || !in_loop_) {
    gathers_.erase(g);
    return;
  }
  g->second.failed = true;
  g->second.failed_at = at.t;
  g->second.exception = e.exception;
  for (FutureId child : g->second.children)
    if (auto* t = task(child); t && t->phase != TaskPhase::done) g->second.pending.push_back(child);
}

void Diagnoser::looked_after(FutureId future) {
  for (auto& [id, g] : gathers_)
    if (g.failed) std::erase(g.pending, future), std::erase(g.ran_on, future);
}

void Diagnoser::on_exception_unhandled(const At& at, const ExceptionUnhandled& e) {
  if (e.kind == UnhandledKind::uncaught) {
    failed_ = true;
    idiom(at, e.exception, e.message, e.task, e.line);
    return;
  }
  if (e.kind != UnhandledKind::never_retrieved || e.exception == "SystemExit" || e.exception == "KeyboardInterrupt") return;
  FutureId id = e.task ? e.task : e.future;
  auto* t = task(id);
  auto* f = future(id);
  std::string what(e.exception);
  if (!e.message.empty()) what += ": " + std::string(say.one_line(e.message, 80));
  Line line = t && t->line ? t->line : e.line ? e.line : f ? f->line : 0;
  std::string who = t ? task_text(id) : f && !f->label.empty() ? "The future " + f->label : "A future";
  std::string kind = t ? "task" : "future";
  add({.code = "exception_never_retrieved", .severity = Severity::error, .at = t ? t->since : at.t, .line = line, .task = t ? id : 0,
       .related = {},
       .message = who + " failed with " + what + ", and nobody ever asked for its result. An exception stays inside the " + kind +
                  " until someone awaits it, so the program went on as if nothing had happened.",
       .fix = "await the " + kind + " where its failure can be handled" +
              (t ? ", or create it in a TaskGroup, which passes the failure on" : "")});
}

// --- coroutines that never ran -------------------------------------------------------------------------------------

void Diagnoser::on_coroutine_created(const At& at, const CoroutineCreated& e) {
  coroutines_[e.coroutine] = {std::string(e.function), e.task, e.line, at.t};
}

void Diagnoser::on_await_started(const At& at, const AwaitStarted& e) {
  RunState::on_await_started(at, e);
  if (e.coroutine) coroutines_.erase(e.coroutine);
  if (e.future) looked_after(e.future);
}

void Diagnoser::on_coroutine_never_awaited(const At& at, const CoroutineNeverAwaited& e) {
  auto* c = coroutines_.find(e.coroutine);
  if (stopped_) return;
  std::string function = c ? c->function : std::string(e.function);
  Line line = c && c->line ? c->line : e.line;
  TaskId who = c ? c->task : 0;
  double t = c ? c->t : at.t;
  bool library = function.starts_with("asyncio.");
  std::string_view name = library ? std::string_view(function).substr(8) : short_name(function);
  std::string shown = library && name.find('.') == name.npos ? function : std::string(name);
  std::string better = text_.with_await(line, short_name(function));
  Finding f{.code = library ? "forgotten_await" : "never_awaited", .severity = Severity::error, .at = t, .line = line, .task = who,
            .related = {}, .message = {}, .fix = {}};
  std::string text = text_.line(line, false), call = shown + "(...)";
  auto calls = SourceText::calls(text, short_name(function));
  if (!calls.empty() && calls[0].end) call = text.substr(calls[0].begin, calls[0].end - calls[0].begin);
  if (!calls.empty() && takes_coroutines(calls[0].taker)) {
    f.code = "never_awaited";
    f.severity = Severity::warning;
    f.handed = true;
    f.message = shown + "() was called, but " + std::string(calls[0].taker) + "() did not take the coroutine, so none of its body ran.";
    f.fix = "see why " + std::string(calls[0].taker) + "() failed: it runs only what it has accepted";
    return add(std::move(f));
  }
  if (library) {
    std::string_view method = short_name(function);
    // What the library itself has made and dropped is not the program's call.
    if (calls.empty()) return;
    std::string effect = method == "sleep"                        ? "so there is no pause at all"
                         : method == "put"                        ? "so nothing is put into the queue"
                         : method == "get"                        ? "so nothing is taken out of the queue"
                         : method == "acquire"                    ? "so nothing is acquired"
                         : method == "wait" || method == "wait_for" || method == "join" ? "so nobody waits"
                                                                  : "so it does nothing";
    f.message = shown + "() was called without await, " + effect + ": calling it only makes a coroutine object.";
    f.fix = better.empty() ? "await " + shown + "(...)" : better;
  } else {
    f.message = shown + "() was called but never awaited, so none of its body ran: calling an `async def` only makes a coroutine object.";
    if (calls.empty() && !text.empty())
      f.fix = "whoever calls it here is not asynchronous and cannot await it: give it an ordinary function";
    else if (!who)
      f.fix = calls.empty() ? "asyncio.run(" + call + ")" : text_.wrapped(line, short_name(function), "asyncio.run");
    else
      f.fix = (better.empty() ? "await " + shown + "(...)" : better) + "   or, to let it run beside this: task = asyncio.create_task(" + call + ")";
    if (f.fix.empty()) f.fix = "asyncio.run(" + call + ")";
  }
  add(std::move(f));
}

// --- locks, lost updates ---------------------------------------------------------------------------------------------

void Diagnoser::on_sync_changed(const At& at, const SyncChanged& e) {
  catch_up(at);
  RunState::on_sync_changed(at, e);
  auto* s = sync(e.sync);
  if (!s) return;
  // Who was notified waits for the lock in any case, and may be meant to.
  if (e.change == SyncChange::notified)
    if (auto l = locks_.find(s->lock); l != locks_.end()) l->second.used_after = true;
  if (s->kind != SyncKind::lock) return;
  if (e.change == SyncChange::acquired) {
    locks_[e.sync] = {.holder = e.task, .since = at.t, .line = await_line(e.task), .kept_waiting = {}};
    return;
  }
  auto l = locks_.find(e.sync);
  if (l == locks_.end()) return;
  LockFacts facts = std::move(l->second);
  locks_.erase(l);
  if (!facts.holder || facts.waited < kLongAwait || !facts.changed || facts.used_after) return;
  for (FutureId waiter : s->waiters)
    for (TaskId t : waiters_of(waiter)) facts.kept_waiting.push_back(t);
  if (facts.kept_waiting.empty()) return;
  add({.code = "lock_held", .severity = Severity::hint, .at = facts.since, .line = facts.line, .task = facts.holder,
       .related = facts.kept_waiting,
       .message = task_text(facts.holder) + " held " + std::string(name_of(*s)) + " for " + seconds(at.t - facts.since) +
                  (facts.await_line ? " across the await at line " + std::to_string(facts.await_line) : std::string(" across an await")) +
                  ", and " + std::string(names(facts.kept_waiting)) +
                  " had to wait for it. What is shared was changed before that await and not used after it, so the lock was not "
                  "needed for so long.",
       .fix = "end the `async with` block before the long await: a lock is for what must not be interleaved"});
}

void Diagnoser::found_lost_update(const LostUpdate& l, double t) {
  std::string name(accesses_->name(l.name));
  std::string what = name.starts_with('[') ? "the item " + name : name;
  Finding f{.code = "lost_update", .severity = Severity::error, .at = t, .line = l.write_line, .task = l.task, .related = {l.other},
            .message = {}, .fix = {}};
  f.message = task_text(l.task) + " read " + what + " at line " + std::to_string(l.read_line) + " (" + seconds(l.read_at) +
              "), awaited, and then wrote a new value made from that old one at line " + std::to_string(l.write_line) + " (" + seconds(t) +
              "). In between " + task_text(l.other) + " had written " + what + " at line " + std::to_string(l.other_line) + " (" +
              seconds(l.other_at) + "): that change is lost.";
  f.fix = "keep reading and writing together without an await between them, or put both under one `async with lock:`";
  add(std::move(f));
}

// --- idioms, limits, the end -----------------------------------------------------------------------------------------

void Diagnoser::idiom(const At& at, std::string_view exception, std::string_view text, TaskId who, Line line) {
  const Idiom* i = find_idiom(exception, text);
  if (!i) return;
  // An exception that ends a task ends the program next.
  for (const Finding& f : findings_)
    if (f.code == i->code && f.line == line) return;
  add({.code = i->code, .severity = Severity::error, .at = at.t, .line = line, .task = who, .related = {},
       .message = std::string(i->message), .fix = std::string(i->fix)});
}

void Diagnoser::on_syntax_error(Line line) {
  std::string text = text_.line(line);
  if (text.find("asyncio.async(") == text.npos) return;
  add({.code = "removed_async", .severity = Severity::error, .at = 0, .line = line, .task = 0, .related = {},
       .message = "asyncio.async() is from Python 3.4; `async` has been a word of the language since 3.7 and cannot be a name.",
       .fix = "task = asyncio.create_task(...)"});
}

void Diagnoser::on_limit_reached(const At&, const LimitReached&) { stopped_ = true; }

void Diagnoser::settle() {
  for (auto& [id, g] : gathers_) {
    if (!g.failed || g.ran_on.empty()) continue;
    bool one = g.ran_on.size() == 1;
    add({.code = "gather_siblings", .severity = Severity::warning, .at = g.failed_at, .line = g.line, .task = g.task, .related = g.ran_on,
         .message = "gather() failed at " + seconds(g.failed_at) + " with " + g.exception + ", the first error, and " +
                    std::string(names(g.ran_on)) + " went on running: gather does not cancel the others, and nobody waits for " +
                    (one ? "it" : "them") + " any more.",
         .fix = "use `async with asyncio.TaskGroup()`, which cancels the others and waits for them; or gather(..., return_exceptions=True)"});
  }
  gathers_.clear();
  // What is wrong at a line is said once: the coroutines that it dropped are a consequence, and so is the result of a
  // blocking call that was awaited.
  std::vector<Finding> kept;
  for (const Finding& f : findings_) {
    bool dropped = f.code == "never_awaited" || f.code == "forgotten_await", consequence = false;
    for (const Finding& other : findings_) {
      if (&other == &f || !f.line || other.line != f.line) continue;
      consequence |= dropped && is_idiom(other.code);
      consequence |= f.handed && !other.handed && (other.code == "forgotten_await" || other.code == "never_awaited");
      consequence |= f.code == "loop_blocked" && f.severity == Severity::hint && other.code == "await_nothing";
    }
    if (!consequence) kept.push_back(f);
  }
  findings_ = std::move(kept);
  std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
    return a.at != b.at ? a.at < b.at : a.line < b.line;
  });
}

}  // namespace ap::trace
