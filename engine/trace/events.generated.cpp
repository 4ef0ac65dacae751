// Generated from events.def by generate.mjs. Do not edit: change events.def and run it again.
#include "trace/events.generated.hpp"

#include <bit>

namespace ap::trace {
namespace {

using detail::get_wide;
using detail::padded_words;

template <std::size_t n>
std::string_view word(const std::string_view (&words)[n], std::size_t i) {
  return i < n ? words[i] : std::string_view("?");
}

constexpr std::string_view kCategoryWords[] = {
    "run",
    "scheduling",
    "awaits",
    "sync",
    "output",
    "problems",
    "exceptions",
    "threads",
    "network",
    "contexts",
    "lines",
};

constexpr std::string_view kEventTypeWords[] = {
    "time",
    "run_started",
    "run_finished",
    "loop_created",
    "loop_started",
    "loop_stopped",
    "loop_closed",
    "iteration_started",
    "clock_advanced",
    "handle_scheduled",
    "handle_run_started",
    "handle_run_finished",
    "handle_cancelled",
    "timer_added",
    "timer_fired",
    "timer_cancelled",
    "task_created",
    "task_scheduled",
    "task_step_started",
    "task_step_finished",
    "task_finished",
    "task_renamed",
    "task_destroyed",
    "cancel_requested",
    "cancel_delivered",
    "cancel_swallowed",
    "task_uncancelled",
    "future_created",
    "future_resolved",
    "future_callback_added",
    "future_callback_removed",
    "awaiter_added",
    "awaiter_removed",
    "wait_started",
    "coroutine_created",
    "coroutine_never_awaited",
    "await_started",
    "await_finished",
    "sync_created",
    "sync_changed",
    "waiter_added",
    "waiter_removed",
    "scope_entered",
    "scope_rescheduled",
    "scope_cancelled",
    "scope_exited",
    "task_joined_group",
    "task_left_group",
    "output",
    "exception_raised",
    "exception_unhandled",
    "warning_issued",
    "deadlock_detected",
    "limit_reached",
    "diagnosis",
    "thread_started",
    "thread_blocked",
    "thread_finished",
    "request_started",
    "request_answered",
    "connection_opened",
    "data_sent",
    "data_received",
    "connection_closed",
    "context_copied",
    "context_var_set",
    "context_var_reset",
    "line_reached",
    "lines_left_out",
};

constexpr std::string_view kClockCauseWords[] = {
    "idle",
    "blocking",
    "busy_wait",
};

constexpr std::string_view kHandleKindWords[] = {
    "callback",
    "future_callback",
    "threadsafe",
    "internal",
};

constexpr std::string_view kTimerKindWords[] = {
    "sleep",
    "timeout",
    "call_later",
    "network",
    "thread",
    "internal",
};

constexpr std::string_view kScheduleReasonWords[] = {
    "created",
    "yielded",
    "woken",
    "cancelled",
};

constexpr std::string_view kStepStartWords[] = {
    "first",
    "resumed",
    "thrown",
};

constexpr std::string_view kStepEndWords[] = {
    "suspended",
    "yielded",
    "finished",
};

constexpr std::string_view kTaskOutcomeWords[] = {
    "returned",
    "raised",
    "cancelled",
};

constexpr std::string_view kFutureKindWords[] = {
    "user",
    "sleep",
    "gather",
    "shield",
    "wait",
    "waiter",
    "group",
    "executor",
    "network",
    "internal",
};

constexpr std::string_view kFutureOutcomeWords[] = {
    "result",
    "exception",
    "cancelled",
};

constexpr std::string_view kWaitKindWords[] = {
    "gather",
    "wait_all",
    "first_completed",
    "first_exception",
    "as_completed",
    "shield",
    "wait_for",
};

constexpr std::string_view kAwaitTargetWords[] = {
    "coroutine",
    "task",
    "future",
    "generator",
    "other",
};

constexpr std::string_view kSyncKindWords[] = {
    "lock",
    "event",
    "condition",
    "semaphore",
    "barrier",
    "queue",
};

constexpr std::string_view kSyncChangeWords[] = {
    "acquired",
    "released",
    "set",
    "cleared",
    "notified",
    "put",
    "got",
    "task_done",
    "shut_down",
    "arrived",
    "tripped",
    "reset",
    "broken",
};

constexpr std::string_view kWaiterSideWords[] = {
    "waiter",
    "getter",
    "putter",
    "joiner",
};

constexpr std::string_view kScopeKindWords[] = {
    "task_group",
    "timeout",
};

constexpr std::string_view kScopeCauseWords[] = {
    "expired",
    "child_failed",
    "body_failed",
};

constexpr std::string_view kScopeOutcomeWords[] = {
    "completed",
    "timed_out",
    "raised",
    "cancelled",
};

constexpr std::string_view kStreamWords[] = {
    "stdout",
    "stderr",
};

constexpr std::string_view kUnhandledKindWords[] = {
    "uncaught",
    "never_retrieved",
    "in_callback",
    "unraisable",
};

constexpr std::string_view kSeverityWords[] = {
    "hint",
    "warning",
    "error",
};

constexpr Category kCategoryOf[] = {
    Category::run,
    Category::run,
    Category::run,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::scheduling,
    Category::awaits,
    Category::awaits,
    Category::awaits,
    Category::awaits,
    Category::sync,
    Category::sync,
    Category::sync,
    Category::sync,
    Category::sync,
    Category::sync,
    Category::sync,
    Category::sync,
    Category::sync,
    Category::sync,
    Category::output,
    Category::exceptions,
    Category::problems,
    Category::problems,
    Category::problems,
    Category::problems,
    Category::problems,
    Category::threads,
    Category::threads,
    Category::threads,
    Category::network,
    Category::network,
    Category::network,
    Category::network,
    Category::network,
    Category::network,
    Category::contexts,
    Category::contexts,
    Category::contexts,
    Category::lines,
    Category::lines,
};

std::string_view take_text(const std::uint32_t*& p, std::uint32_t bytes) {
  std::string_view text(reinterpret_cast<const char*>(p), bytes);
  p += padded_words(bytes);
  return text;
}
std::span<const std::uint32_t> take_list(const std::uint32_t*& p, std::uint32_t items) {
  std::span<const std::uint32_t> list(p, items);
  p += items;
  return list;
}

// A quoted word, copied in one piece of fixed size.
struct JsonName {
  char text[31];
  char length;
};
template <std::size_t n>
constexpr JsonName json_name(const char (&quoted)[n]) {
  JsonName result = {};
  for (std::size_t i = 0; i + 1 < n; i++) result.text[i] = quoted[i];
  result.length = n - 1;
  return result;
}
inline char* put_name(char* p, const JsonName& name) {
  std::memcpy(p, name.text, sizeof name.text);
  return p + name.length;
}

constexpr JsonName kClockCauseNames[] = {
    json_name("\"idle\""),
    json_name("\"blocking\""),
    json_name("\"busy_wait\""),
};
constexpr JsonName kHandleKindNames[] = {
    json_name("\"callback\""),
    json_name("\"future_callback\""),
    json_name("\"threadsafe\""),
    json_name("\"internal\""),
};
constexpr JsonName kTimerKindNames[] = {
    json_name("\"sleep\""),
    json_name("\"timeout\""),
    json_name("\"call_later\""),
    json_name("\"network\""),
    json_name("\"thread\""),
    json_name("\"internal\""),
};
constexpr JsonName kScheduleReasonNames[] = {
    json_name("\"created\""),
    json_name("\"yielded\""),
    json_name("\"woken\""),
    json_name("\"cancelled\""),
};
constexpr JsonName kStepStartNames[] = {
    json_name("\"first\""),
    json_name("\"resumed\""),
    json_name("\"thrown\""),
};
constexpr JsonName kStepEndNames[] = {
    json_name("\"suspended\""),
    json_name("\"yielded\""),
    json_name("\"finished\""),
};
constexpr JsonName kTaskOutcomeNames[] = {
    json_name("\"returned\""),
    json_name("\"raised\""),
    json_name("\"cancelled\""),
};
constexpr JsonName kFutureKindNames[] = {
    json_name("\"user\""),
    json_name("\"sleep\""),
    json_name("\"gather\""),
    json_name("\"shield\""),
    json_name("\"wait\""),
    json_name("\"waiter\""),
    json_name("\"group\""),
    json_name("\"executor\""),
    json_name("\"network\""),
    json_name("\"internal\""),
};
constexpr JsonName kFutureOutcomeNames[] = {
    json_name("\"result\""),
    json_name("\"exception\""),
    json_name("\"cancelled\""),
};
constexpr JsonName kWaitKindNames[] = {
    json_name("\"gather\""),
    json_name("\"wait_all\""),
    json_name("\"first_completed\""),
    json_name("\"first_exception\""),
    json_name("\"as_completed\""),
    json_name("\"shield\""),
    json_name("\"wait_for\""),
};
constexpr JsonName kAwaitTargetNames[] = {
    json_name("\"coroutine\""),
    json_name("\"task\""),
    json_name("\"future\""),
    json_name("\"generator\""),
    json_name("\"other\""),
};
constexpr JsonName kSyncKindNames[] = {
    json_name("\"lock\""),
    json_name("\"event\""),
    json_name("\"condition\""),
    json_name("\"semaphore\""),
    json_name("\"barrier\""),
    json_name("\"queue\""),
};
constexpr JsonName kSyncChangeNames[] = {
    json_name("\"acquired\""),
    json_name("\"released\""),
    json_name("\"set\""),
    json_name("\"cleared\""),
    json_name("\"notified\""),
    json_name("\"put\""),
    json_name("\"got\""),
    json_name("\"task_done\""),
    json_name("\"shut_down\""),
    json_name("\"arrived\""),
    json_name("\"tripped\""),
    json_name("\"reset\""),
    json_name("\"broken\""),
};
constexpr JsonName kWaiterSideNames[] = {
    json_name("\"waiter\""),
    json_name("\"getter\""),
    json_name("\"putter\""),
    json_name("\"joiner\""),
};
constexpr JsonName kScopeKindNames[] = {
    json_name("\"task_group\""),
    json_name("\"timeout\""),
};
constexpr JsonName kScopeCauseNames[] = {
    json_name("\"expired\""),
    json_name("\"child_failed\""),
    json_name("\"body_failed\""),
};
constexpr JsonName kScopeOutcomeNames[] = {
    json_name("\"completed\""),
    json_name("\"timed_out\""),
    json_name("\"raised\""),
    json_name("\"cancelled\""),
};
constexpr JsonName kStreamNames[] = {
    json_name("\"stdout\""),
    json_name("\"stderr\""),
};
constexpr JsonName kUnhandledKindNames[] = {
    json_name("\"uncaught\""),
    json_name("\"never_retrieved\""),
    json_name("\"in_callback\""),
    json_name("\"unraisable\""),
};
constexpr JsonName kSeverityNames[] = {
    json_name("\"hint\""),
    json_name("\"warning\""),
    json_name("\"error\""),
};

inline char* put_bool(char* p, std::uint32_t value) { return value ? put_literal(p, "true") : put_literal(p, "false"); }

inline bool is_nan(std::uint64_t bits) { return std::bit_cast<double>(bits) != std::bit_cast<double>(bits); }

char* put_ids(char* p, std::span<const std::uint32_t> ids, ByteOut& out) {
  *p++ = '[';
  for (std::size_t i = 0; i < ids.size(); i++) {
    p = out.room(p);
    if (i > 0) *p++ = ',';
    p = put_u32(p, ids[i]);
  }
  p = out.room(p);
  *p++ = ']';
  return p;
}

// {"seq":12,"t":1.5,"type":"
inline char* put_head(char* p, NdjsonState& state) {
  p = put_literal(p, "{\"seq\":");
  std::memcpy(p, state.seq + 20 - state.digits, 20);
  p += state.digits;
  std::memcpy(p, state.t, sizeof state.t);
  return p + state.t_length;
}

inline void count_up(NdjsonState& state) {
  char* digit = state.seq + 19;
  while (*digit == '9') *digit-- = '0';
  *digit = *digit ? static_cast<char>(*digit + 1) : '1';
  unsigned used = static_cast<unsigned>(state.seq + 20 - digit);
  if (used > state.digits) state.digits = used;
}

void set_head(NdjsonState& state, const std::uint32_t* w) {
  char digits[24];
  std::memset(state.seq, 0, sizeof state.seq);
  state.digits = static_cast<unsigned>(put_u64(digits, get_wide(w + 1)) - digits);
  std::memcpy(state.seq + 20 - state.digits, digits, state.digits);
  char* p = put_literal(state.t, ",\"t\":");
  p = put_seconds(p, std::bit_cast<double>(get_wide(w + 3)));
  p = put_literal(p, ",\"type\":\"");
  state.t_length = static_cast<unsigned>(p - state.t);
}

}  // namespace

std::string_view name(Category value) { return word(kCategoryWords, static_cast<std::size_t>(value)); }
std::string_view name(EventType value) { return word(kEventTypeWords, static_cast<std::size_t>(value)); }
std::string_view name(ClockCause value) { return word(kClockCauseWords, static_cast<std::size_t>(value)); }
std::string_view name(HandleKind value) { return word(kHandleKindWords, static_cast<std::size_t>(value)); }
std::string_view name(TimerKind value) { return word(kTimerKindWords, static_cast<std::size_t>(value)); }
std::string_view name(ScheduleReason value) { return word(kScheduleReasonWords, static_cast<std::size_t>(value)); }
std::string_view name(StepStart value) { return word(kStepStartWords, static_cast<std::size_t>(value)); }
std::string_view name(StepEnd value) { return word(kStepEndWords, static_cast<std::size_t>(value)); }
std::string_view name(TaskOutcome value) { return word(kTaskOutcomeWords, static_cast<std::size_t>(value)); }
std::string_view name(FutureKind value) { return word(kFutureKindWords, static_cast<std::size_t>(value)); }
std::string_view name(FutureOutcome value) { return word(kFutureOutcomeWords, static_cast<std::size_t>(value)); }
std::string_view name(WaitKind value) { return word(kWaitKindWords, static_cast<std::size_t>(value)); }
std::string_view name(AwaitTarget value) { return word(kAwaitTargetWords, static_cast<std::size_t>(value)); }
std::string_view name(SyncKind value) { return word(kSyncKindWords, static_cast<std::size_t>(value)); }
std::string_view name(SyncChange value) { return word(kSyncChangeWords, static_cast<std::size_t>(value)); }
std::string_view name(WaiterSide value) { return word(kWaiterSideWords, static_cast<std::size_t>(value)); }
std::string_view name(ScopeKind value) { return word(kScopeKindWords, static_cast<std::size_t>(value)); }
std::string_view name(ScopeCause value) { return word(kScopeCauseWords, static_cast<std::size_t>(value)); }
std::string_view name(ScopeOutcome value) { return word(kScopeOutcomeWords, static_cast<std::size_t>(value)); }
std::string_view name(Stream value) { return word(kStreamWords, static_cast<std::size_t>(value)); }
std::string_view name(UnhandledKind value) { return word(kUnhandledKindWords, static_cast<std::size_t>(value)); }
std::string_view name(Severity value) { return word(kSeverityWords, static_cast<std::size_t>(value)); }

Category category_of(EventType type) {
  auto i = static_cast<std::size_t>(type);
  return i < std::size(kCategoryOf) ? kCategoryOf[i] : Category::run;
}

namespace detail {

void record_run_started(std::uint32_t schema, std::string_view program, std::string_view python, std::int64_t seed, std::string_view categories, std::string_view options) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(8 + padded_words(program.size()) + padded_words(python.size()) + padded_words(categories.size()) + padded_words(options.size()));
  if (!w) [[unlikely]] return;
  w[0] = 1u;
  w[1] = schema;
  w[2] = static_cast<std::uint32_t>(program.size());
  w[3] = static_cast<std::uint32_t>(python.size());
  put_wide(w + 4, static_cast<std::uint64_t>(seed));
  w[6] = static_cast<std::uint32_t>(categories.size());
  w[7] = static_cast<std::uint32_t>(options.size());
  std::uint32_t* p = w + 8;
  p = put_text(p, program);
  p = put_text(p, python);
  p = put_text(p, categories);
  p = put_text(p, options);
  recorder.commit(p);
}

void record_run_finished(std::int64_t exit, double virtual_seconds, std::string_view limit, bool deadlock) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(6 + padded_words(limit.size()));
  if (!w) [[unlikely]] return;
  w[0] = 2u | static_cast<std::uint32_t>(deadlock) << 8;
  put_wide(w + 1, static_cast<std::uint64_t>(exit));
  put_wide(w + 3, std::bit_cast<std::uint64_t>(virtual_seconds));
  w[5] = static_cast<std::uint32_t>(limit.size());
  std::uint32_t* p = w + 6;
  p = put_text(p, limit);
  recorder.commit(p);
}

void record_loop_created(LoopId loop) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(2);
  if (!w) [[unlikely]] return;
  w[0] = 3u;
  w[1] = loop;
  recorder.commit(w + 2);
}

void record_loop_started(LoopId loop, FutureId future) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3);
  if (!w) [[unlikely]] return;
  w[0] = 4u;
  w[1] = loop;
  w[2] = future;
  recorder.commit(w + 3);
}

void record_loop_stopped(LoopId loop) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(2);
  if (!w) [[unlikely]] return;
  w[0] = 5u;
  w[1] = loop;
  recorder.commit(w + 2);
}

void record_loop_closed(LoopId loop) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(2);
  if (!w) [[unlikely]] return;
  w[0] = 6u;
  w[1] = loop;
  recorder.commit(w + 2);
}

void record_iteration_started(std::uint32_t iteration, std::uint32_t ready, std::uint32_t timers) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(4);
  if (!w) [[unlikely]] return;
  w[0] = 7u;
  w[1] = iteration;
  w[2] = ready;
  w[3] = timers;
  recorder.commit(w + 4);
}

void record_clock_advanced(double from, double to, ClockCause cause, HandleId handle, TaskId task, std::string_view function, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(9 + padded_words(function.size()));
  if (!w) [[unlikely]] return;
  w[0] = 8u | static_cast<std::uint32_t>(cause) << 8;
  put_wide(w + 1, std::bit_cast<std::uint64_t>(from));
  put_wide(w + 3, std::bit_cast<std::uint64_t>(to));
  w[5] = handle;
  w[6] = task;
  w[7] = static_cast<std::uint32_t>(function.size());
  w[8] = line;
  std::uint32_t* p = w + 9;
  p = put_text(p, function);
  recorder.commit(p);
}

void record_handle_scheduled(HandleId handle, HandleKind kind, std::string_view label, FutureId future, TaskId by, LoopId loop) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(6 + padded_words(label.size()));
  if (!w) [[unlikely]] return;
  w[0] = 9u | static_cast<std::uint32_t>(kind) << 8;
  w[1] = handle;
  w[2] = static_cast<std::uint32_t>(label.size());
  w[3] = future;
  w[4] = by;
  w[5] = loop;
  std::uint32_t* p = w + 6;
  p = put_text(p, label);
  recorder.commit(p);
}

void record_handle_run_started(HandleId handle) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(2);
  if (!w) [[unlikely]] return;
  w[0] = 10u;
  w[1] = handle;
  recorder.commit(w + 2);
}

void record_handle_run_finished(HandleId handle) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(2);
  if (!w) [[unlikely]] return;
  w[0] = 11u;
  w[1] = handle;
  recorder.commit(w + 2);
}

void record_handle_cancelled(HandleId handle, TaskId by) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3);
  if (!w) [[unlikely]] return;
  w[0] = 12u;
  w[1] = handle;
  w[2] = by;
  recorder.commit(w + 3);
}

void record_timer_added(HandleId handle, double deadline, std::uint32_t order, TimerKind kind, std::string_view label, TaskId task, FutureId future, Line line, LoopId loop) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(10 + padded_words(label.size()));
  if (!w) [[unlikely]] return;
  w[0] = 13u | static_cast<std::uint32_t>(kind) << 8;
  w[1] = handle;
  put_wide(w + 2, std::bit_cast<std::uint64_t>(deadline));
  w[4] = order;
  w[5] = static_cast<std::uint32_t>(label.size());
  w[6] = task;
  w[7] = future;
  w[8] = line;
  w[9] = loop;
  std::uint32_t* p = w + 10;
  p = put_text(p, label);
  recorder.commit(p);
}

void record_timer_fired(HandleId handle, double deadline) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(4);
  if (!w) [[unlikely]] return;
  w[0] = 14u;
  w[1] = handle;
  put_wide(w + 2, std::bit_cast<std::uint64_t>(deadline));
  recorder.commit(w + 4);
}

void record_timer_cancelled(HandleId handle, TaskId by) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3);
  if (!w) [[unlikely]] return;
  w[0] = 15u;
  w[1] = handle;
  w[2] = by;
  recorder.commit(w + 3);
}

void record_task_created(TaskId task, std::string_view name, std::string_view function, CoroutineId coroutine, TaskId creator, LoopId loop, Line line, bool eager, ContextId context) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(9 + padded_words(name.size()) + padded_words(function.size()));
  if (!w) [[unlikely]] return;
  w[0] = 16u | static_cast<std::uint32_t>(eager) << 8;
  w[1] = task;
  w[2] = static_cast<std::uint32_t>(name.size());
  w[3] = static_cast<std::uint32_t>(function.size());
  w[4] = coroutine;
  w[5] = creator;
  w[6] = loop;
  w[7] = line;
  w[8] = context;
  std::uint32_t* p = w + 9;
  p = put_text(p, name);
  p = put_text(p, function);
  recorder.commit(p);
}

void record_task_scheduled(HandleId handle, TaskId task, ScheduleReason reason, FutureId future, TaskId by, LoopId loop) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(6);
  if (!w) [[unlikely]] return;
  w[0] = 17u | static_cast<std::uint32_t>(reason) << 8;
  w[1] = handle;
  w[2] = task;
  w[3] = future;
  w[4] = by;
  w[5] = loop;
  recorder.commit(w + 6);
}

void record_task_step_started(TaskId task, HandleId handle, StepStart how, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(4);
  if (!w) [[unlikely]] return;
  w[0] = 18u | static_cast<std::uint32_t>(how) << 8;
  w[1] = task;
  w[2] = handle;
  w[3] = line;
  recorder.commit(w + 4);
}

void record_task_step_finished(TaskId task, StepEnd outcome, FutureId future, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(4);
  if (!w) [[unlikely]] return;
  w[0] = 19u | static_cast<std::uint32_t>(outcome) << 8;
  w[1] = task;
  w[2] = future;
  w[3] = line;
  recorder.commit(w + 4);
}

void record_task_finished(TaskId task, TaskOutcome outcome, std::string_view value, std::string_view exception, std::string_view message, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(6 + padded_words(value.size()) + padded_words(exception.size()) + padded_words(message.size()));
  if (!w) [[unlikely]] return;
  w[0] = 20u | static_cast<std::uint32_t>(outcome) << 8;
  w[1] = task;
  w[2] = static_cast<std::uint32_t>(value.size());
  w[3] = static_cast<std::uint32_t>(exception.size());
  w[4] = static_cast<std::uint32_t>(message.size());
  w[5] = line;
  std::uint32_t* p = w + 6;
  p = put_text(p, value);
  p = put_text(p, exception);
  p = put_text(p, message);
  recorder.commit(p);
}

void record_task_renamed(TaskId task, std::string_view name) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3 + padded_words(name.size()));
  if (!w) [[unlikely]] return;
  w[0] = 21u;
  w[1] = task;
  w[2] = static_cast<std::uint32_t>(name.size());
  std::uint32_t* p = w + 3;
  p = put_text(p, name);
  recorder.commit(p);
}

void record_task_destroyed(TaskId task) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(2);
  if (!w) [[unlikely]] return;
  w[0] = 22u;
  w[1] = task;
  recorder.commit(w + 2);
}

void record_cancel_requested(TaskId task, TaskId by, std::uint32_t requests, FutureId future, std::string_view message, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(7 + padded_words(message.size()));
  if (!w) [[unlikely]] return;
  w[0] = 23u;
  w[1] = task;
  w[2] = by;
  w[3] = requests;
  w[4] = future;
  w[5] = static_cast<std::uint32_t>(message.size());
  w[6] = line;
  std::uint32_t* p = w + 7;
  p = put_text(p, message);
  recorder.commit(p);
}

void record_cancel_delivered(TaskId task, std::string_view message, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(4 + padded_words(message.size()));
  if (!w) [[unlikely]] return;
  w[0] = 24u;
  w[1] = task;
  w[2] = static_cast<std::uint32_t>(message.size());
  w[3] = line;
  std::uint32_t* p = w + 4;
  p = put_text(p, message);
  recorder.commit(p);
}

void record_cancel_swallowed(TaskId task, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3);
  if (!w) [[unlikely]] return;
  w[0] = 25u;
  w[1] = task;
  w[2] = line;
  recorder.commit(w + 3);
}

void record_task_uncancelled(TaskId task, std::uint32_t requests) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3);
  if (!w) [[unlikely]] return;
  w[0] = 26u;
  w[1] = task;
  w[2] = requests;
  recorder.commit(w + 3);
}

void record_future_created(FutureId future, FutureKind kind, std::string_view label, TaskId task, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(5 + padded_words(label.size()));
  if (!w) [[unlikely]] return;
  w[0] = 27u | static_cast<std::uint32_t>(kind) << 8;
  w[1] = future;
  w[2] = static_cast<std::uint32_t>(label.size());
  w[3] = task;
  w[4] = line;
  std::uint32_t* p = w + 5;
  p = put_text(p, label);
  recorder.commit(p);
}

void record_future_resolved(FutureId future, FutureOutcome outcome, std::string_view value, std::string_view exception, std::string_view message, TaskId by, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(7 + padded_words(value.size()) + padded_words(exception.size()) + padded_words(message.size()));
  if (!w) [[unlikely]] return;
  w[0] = 28u | static_cast<std::uint32_t>(outcome) << 8;
  w[1] = future;
  w[2] = static_cast<std::uint32_t>(value.size());
  w[3] = static_cast<std::uint32_t>(exception.size());
  w[4] = static_cast<std::uint32_t>(message.size());
  w[5] = by;
  w[6] = line;
  std::uint32_t* p = w + 7;
  p = put_text(p, value);
  p = put_text(p, exception);
  p = put_text(p, message);
  recorder.commit(p);
}

void record_future_callback_added(FutureId future, std::string_view label) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3 + padded_words(label.size()));
  if (!w) [[unlikely]] return;
  w[0] = 29u;
  w[1] = future;
  w[2] = static_cast<std::uint32_t>(label.size());
  std::uint32_t* p = w + 3;
  p = put_text(p, label);
  recorder.commit(p);
}

void record_future_callback_removed(FutureId future, std::string_view label) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3 + padded_words(label.size()));
  if (!w) [[unlikely]] return;
  w[0] = 30u;
  w[1] = future;
  w[2] = static_cast<std::uint32_t>(label.size());
  std::uint32_t* p = w + 3;
  p = put_text(p, label);
  recorder.commit(p);
}

void record_awaiter_added(FutureId future, TaskId task) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3);
  if (!w) [[unlikely]] return;
  w[0] = 31u;
  w[1] = future;
  w[2] = task;
  recorder.commit(w + 3);
}

void record_awaiter_removed(FutureId future, TaskId task) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3);
  if (!w) [[unlikely]] return;
  w[0] = 32u;
  w[1] = future;
  w[2] = task;
  recorder.commit(w + 3);
}

void record_wait_started(WaitKind kind, std::span<const FutureId> children, FutureId future, TaskId task, double timeout, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(7 + children.size());
  if (!w) [[unlikely]] return;
  w[0] = 33u | static_cast<std::uint32_t>(kind) << 8;
  w[1] = static_cast<std::uint32_t>(children.size());
  w[2] = future;
  w[3] = task;
  put_wide(w + 4, std::bit_cast<std::uint64_t>(timeout));
  w[6] = line;
  std::uint32_t* p = w + 7;
  p = put_list(p, children);
  recorder.commit(p);
}

void record_coroutine_created(CoroutineId coroutine, std::string_view function, TaskId task, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(5 + padded_words(function.size()));
  if (!w) [[unlikely]] return;
  w[0] = 34u;
  w[1] = coroutine;
  w[2] = static_cast<std::uint32_t>(function.size());
  w[3] = task;
  w[4] = line;
  std::uint32_t* p = w + 5;
  p = put_text(p, function);
  recorder.commit(p);
}

void record_coroutine_never_awaited(CoroutineId coroutine, std::string_view function, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(4 + padded_words(function.size()));
  if (!w) [[unlikely]] return;
  w[0] = 35u;
  w[1] = coroutine;
  w[2] = static_cast<std::uint32_t>(function.size());
  w[3] = line;
  std::uint32_t* p = w + 4;
  p = put_text(p, function);
  recorder.commit(p);
}

void record_await_started(TaskId task, std::uint32_t depth, AwaitTarget target, CoroutineId coroutine, FutureId future, std::string_view label, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(7 + padded_words(label.size()));
  if (!w) [[unlikely]] return;
  w[0] = 36u | static_cast<std::uint32_t>(target) << 8;
  w[1] = task;
  w[2] = depth;
  w[3] = coroutine;
  w[4] = future;
  w[5] = static_cast<std::uint32_t>(label.size());
  w[6] = line;
  std::uint32_t* p = w + 7;
  p = put_text(p, label);
  recorder.commit(p);
}

void record_await_finished(TaskId task, std::uint32_t depth) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3);
  if (!w) [[unlikely]] return;
  w[0] = 37u;
  w[1] = task;
  w[2] = depth;
  recorder.commit(w + 3);
}

void record_sync_created(SyncId sync, SyncKind kind, std::string_view name, std::uint32_t size, SyncId lock, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(6 + padded_words(name.size()));
  if (!w) [[unlikely]] return;
  w[0] = 38u | static_cast<std::uint32_t>(kind) << 8;
  w[1] = sync;
  w[2] = static_cast<std::uint32_t>(name.size());
  w[3] = size;
  w[4] = lock;
  w[5] = line;
  std::uint32_t* p = w + 6;
  p = put_text(p, name);
  recorder.commit(p);
}

void record_sync_changed(SyncId sync, SyncChange change, std::uint32_t value, TaskId task, std::string_view item, std::uint32_t unfinished, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(7 + padded_words(item.size()));
  if (!w) [[unlikely]] return;
  w[0] = 39u | static_cast<std::uint32_t>(change) << 8;
  w[1] = sync;
  w[2] = value;
  w[3] = task;
  w[4] = static_cast<std::uint32_t>(item.size());
  w[5] = unfinished;
  w[6] = line;
  std::uint32_t* p = w + 7;
  p = put_text(p, item);
  recorder.commit(p);
}

void record_waiter_added(SyncId sync, FutureId future, WaiterSide side, TaskId task) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(4);
  if (!w) [[unlikely]] return;
  w[0] = 40u | static_cast<std::uint32_t>(side) << 8;
  w[1] = sync;
  w[2] = future;
  w[3] = task;
  recorder.commit(w + 4);
}

void record_waiter_removed(SyncId sync, FutureId future) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3);
  if (!w) [[unlikely]] return;
  w[0] = 41u;
  w[1] = sync;
  w[2] = future;
  recorder.commit(w + 3);
}

void record_scope_entered(ScopeId scope, ScopeKind kind, TaskId task, double deadline, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(6);
  if (!w) [[unlikely]] return;
  w[0] = 42u | static_cast<std::uint32_t>(kind) << 8;
  w[1] = scope;
  w[2] = task;
  put_wide(w + 3, std::bit_cast<std::uint64_t>(deadline));
  w[5] = line;
  recorder.commit(w + 6);
}

void record_scope_rescheduled(ScopeId scope, double deadline) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(4);
  if (!w) [[unlikely]] return;
  w[0] = 43u;
  w[1] = scope;
  put_wide(w + 2, std::bit_cast<std::uint64_t>(deadline));
  recorder.commit(w + 4);
}

void record_scope_cancelled(ScopeId scope, ScopeCause cause, TaskId task) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3);
  if (!w) [[unlikely]] return;
  w[0] = 44u | static_cast<std::uint32_t>(cause) << 8;
  w[1] = scope;
  w[2] = task;
  recorder.commit(w + 3);
}

void record_scope_exited(ScopeId scope, ScopeOutcome outcome, std::string_view exception, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(4 + padded_words(exception.size()));
  if (!w) [[unlikely]] return;
  w[0] = 45u | static_cast<std::uint32_t>(outcome) << 8;
  w[1] = scope;
  w[2] = static_cast<std::uint32_t>(exception.size());
  w[3] = line;
  std::uint32_t* p = w + 4;
  p = put_text(p, exception);
  recorder.commit(p);
}

void record_task_joined_group(ScopeId scope, TaskId task) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3);
  if (!w) [[unlikely]] return;
  w[0] = 46u;
  w[1] = scope;
  w[2] = task;
  recorder.commit(w + 3);
}

void record_task_left_group(ScopeId scope, TaskId task) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3);
  if (!w) [[unlikely]] return;
  w[0] = 47u;
  w[1] = scope;
  w[2] = task;
  recorder.commit(w + 3);
}

void record_output(Stream stream, std::string_view text, TaskId task, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(4 + padded_words(text.size()));
  if (!w) [[unlikely]] return;
  w[0] = 48u | static_cast<std::uint32_t>(stream) << 8;
  w[1] = static_cast<std::uint32_t>(text.size());
  w[2] = task;
  w[3] = line;
  std::uint32_t* p = w + 4;
  p = put_text(p, text);
  recorder.commit(p);
}

void record_exception_raised(std::string_view exception, std::string_view message, TaskId task, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(5 + padded_words(exception.size()) + padded_words(message.size()));
  if (!w) [[unlikely]] return;
  w[0] = 49u;
  w[1] = static_cast<std::uint32_t>(exception.size());
  w[2] = static_cast<std::uint32_t>(message.size());
  w[3] = task;
  w[4] = line;
  std::uint32_t* p = w + 5;
  p = put_text(p, exception);
  p = put_text(p, message);
  recorder.commit(p);
}

void record_exception_unhandled(UnhandledKind kind, std::string_view exception, std::string_view message, TaskId task, FutureId future, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(6 + padded_words(exception.size()) + padded_words(message.size()));
  if (!w) [[unlikely]] return;
  w[0] = 50u | static_cast<std::uint32_t>(kind) << 8;
  w[1] = static_cast<std::uint32_t>(exception.size());
  w[2] = static_cast<std::uint32_t>(message.size());
  w[3] = task;
  w[4] = future;
  w[5] = line;
  std::uint32_t* p = w + 6;
  p = put_text(p, exception);
  p = put_text(p, message);
  recorder.commit(p);
}

void record_warning_issued(std::string_view category, std::string_view message, TaskId task, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(5 + padded_words(category.size()) + padded_words(message.size()));
  if (!w) [[unlikely]] return;
  w[0] = 51u;
  w[1] = static_cast<std::uint32_t>(category.size());
  w[2] = static_cast<std::uint32_t>(message.size());
  w[3] = task;
  w[4] = line;
  std::uint32_t* p = w + 5;
  p = put_text(p, category);
  p = put_text(p, message);
  recorder.commit(p);
}

void record_deadlock_detected(std::span<const FutureId> tasks, std::string_view message, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(4 + tasks.size() + padded_words(message.size()));
  if (!w) [[unlikely]] return;
  w[0] = 52u;
  w[1] = static_cast<std::uint32_t>(tasks.size());
  w[2] = static_cast<std::uint32_t>(message.size());
  w[3] = line;
  std::uint32_t* p = w + 4;
  p = put_list(p, tasks);
  p = put_text(p, message);
  recorder.commit(p);
}

void record_limit_reached(std::string_view limit, std::string_view message, TaskId task, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(5 + padded_words(limit.size()) + padded_words(message.size()));
  if (!w) [[unlikely]] return;
  w[0] = 53u;
  w[1] = static_cast<std::uint32_t>(limit.size());
  w[2] = static_cast<std::uint32_t>(message.size());
  w[3] = task;
  w[4] = line;
  std::uint32_t* p = w + 5;
  p = put_text(p, limit);
  p = put_text(p, message);
  recorder.commit(p);
}

void record_diagnosis(std::string_view code, Severity severity, double at, std::string_view message, std::string_view fix, TaskId task, std::span<const FutureId> related, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(9 + padded_words(code.size()) + padded_words(message.size()) + padded_words(fix.size()) + related.size());
  if (!w) [[unlikely]] return;
  w[0] = 54u | static_cast<std::uint32_t>(severity) << 8;
  w[1] = static_cast<std::uint32_t>(code.size());
  put_wide(w + 2, std::bit_cast<std::uint64_t>(at));
  w[4] = static_cast<std::uint32_t>(message.size());
  w[5] = static_cast<std::uint32_t>(fix.size());
  w[6] = task;
  w[7] = static_cast<std::uint32_t>(related.size());
  w[8] = line;
  std::uint32_t* p = w + 9;
  p = put_text(p, code);
  p = put_text(p, message);
  p = put_text(p, fix);
  p = put_list(p, related);
  recorder.commit(p);
}

void record_thread_started(ThreadId thread, std::string_view name, std::string_view function, TaskId task, FutureId future, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(7 + padded_words(name.size()) + padded_words(function.size()));
  if (!w) [[unlikely]] return;
  w[0] = 55u;
  w[1] = thread;
  w[2] = static_cast<std::uint32_t>(name.size());
  w[3] = static_cast<std::uint32_t>(function.size());
  w[4] = task;
  w[5] = future;
  w[6] = line;
  std::uint32_t* p = w + 7;
  p = put_text(p, name);
  p = put_text(p, function);
  recorder.commit(p);
}

void record_thread_blocked(ThreadId thread, std::string_view function, double until, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(6 + padded_words(function.size()));
  if (!w) [[unlikely]] return;
  w[0] = 56u;
  w[1] = thread;
  w[2] = static_cast<std::uint32_t>(function.size());
  put_wide(w + 3, std::bit_cast<std::uint64_t>(until));
  w[5] = line;
  std::uint32_t* p = w + 6;
  p = put_text(p, function);
  recorder.commit(p);
}

void record_thread_finished(ThreadId thread, std::string_view exception) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3 + padded_words(exception.size()));
  if (!w) [[unlikely]] return;
  w[0] = 57u;
  w[1] = thread;
  w[2] = static_cast<std::uint32_t>(exception.size());
  std::uint32_t* p = w + 3;
  p = put_text(p, exception);
  recorder.commit(p);
}

void record_request_started(RequestId request, std::string_view method, std::string_view url, TaskId task, FutureId future, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(7 + padded_words(method.size()) + padded_words(url.size()));
  if (!w) [[unlikely]] return;
  w[0] = 58u;
  w[1] = request;
  w[2] = static_cast<std::uint32_t>(method.size());
  w[3] = static_cast<std::uint32_t>(url.size());
  w[4] = task;
  w[5] = future;
  w[6] = line;
  std::uint32_t* p = w + 7;
  p = put_text(p, method);
  p = put_text(p, url);
  recorder.commit(p);
}

void record_request_answered(RequestId request, std::uint32_t status, std::uint32_t bytes, std::string_view exception) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(5 + padded_words(exception.size()));
  if (!w) [[unlikely]] return;
  w[0] = 59u;
  w[1] = request;
  w[2] = status;
  w[3] = bytes;
  w[4] = static_cast<std::uint32_t>(exception.size());
  std::uint32_t* p = w + 5;
  p = put_text(p, exception);
  recorder.commit(p);
}

void record_connection_opened(ConnectionId connection, ConnectionId peer, std::string_view address, bool server, TaskId task) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(5 + padded_words(address.size()));
  if (!w) [[unlikely]] return;
  w[0] = 60u | static_cast<std::uint32_t>(server) << 8;
  w[1] = connection;
  w[2] = peer;
  w[3] = static_cast<std::uint32_t>(address.size());
  w[4] = task;
  std::uint32_t* p = w + 5;
  p = put_text(p, address);
  recorder.commit(p);
}

void record_data_sent(ConnectionId connection, std::uint32_t bytes, std::string_view preview, TaskId task) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(5 + padded_words(preview.size()));
  if (!w) [[unlikely]] return;
  w[0] = 61u;
  w[1] = connection;
  w[2] = bytes;
  w[3] = static_cast<std::uint32_t>(preview.size());
  w[4] = task;
  std::uint32_t* p = w + 5;
  p = put_text(p, preview);
  recorder.commit(p);
}

void record_data_received(ConnectionId connection, std::uint32_t bytes, std::string_view preview) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(4 + padded_words(preview.size()));
  if (!w) [[unlikely]] return;
  w[0] = 62u;
  w[1] = connection;
  w[2] = bytes;
  w[3] = static_cast<std::uint32_t>(preview.size());
  std::uint32_t* p = w + 4;
  p = put_text(p, preview);
  recorder.commit(p);
}

void record_connection_closed(ConnectionId connection, TaskId task) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3);
  if (!w) [[unlikely]] return;
  w[0] = 63u;
  w[1] = connection;
  w[2] = task;
  recorder.commit(w + 3);
}

void record_context_copied(ContextId context, ContextId from) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3);
  if (!w) [[unlikely]] return;
  w[0] = 64u;
  w[1] = context;
  w[2] = from;
  recorder.commit(w + 3);
}

void record_context_var_set(ContextId context, std::string_view name, std::string_view value, TaskId task, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(6 + padded_words(name.size()) + padded_words(value.size()));
  if (!w) [[unlikely]] return;
  w[0] = 65u;
  w[1] = context;
  w[2] = static_cast<std::uint32_t>(name.size());
  w[3] = static_cast<std::uint32_t>(value.size());
  w[4] = task;
  w[5] = line;
  std::uint32_t* p = w + 6;
  p = put_text(p, name);
  p = put_text(p, value);
  recorder.commit(p);
}

void record_context_var_reset(ContextId context, std::string_view name, std::string_view value, TaskId task, Line line) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(6 + padded_words(name.size()) + padded_words(value.size()));
  if (!w) [[unlikely]] return;
  w[0] = 66u;
  w[1] = context;
  w[2] = static_cast<std::uint32_t>(name.size());
  w[3] = static_cast<std::uint32_t>(value.size());
  w[4] = task;
  w[5] = line;
  std::uint32_t* p = w + 6;
  p = put_text(p, name);
  p = put_text(p, value);
  recorder.commit(p);
}

void record_line_reached(Line line, std::string_view function, TaskId task) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(4 + padded_words(function.size()));
  if (!w) [[unlikely]] return;
  w[0] = 67u;
  w[1] = line;
  w[2] = static_cast<std::uint32_t>(function.size());
  w[3] = task;
  std::uint32_t* p = w + 4;
  p = put_text(p, function);
  recorder.commit(p);
}

void record_lines_left_out(std::uint32_t lines, TaskId task) {
  Recorder& recorder = *Recorder::live();
  std::uint32_t* w = recorder.begin(3);
  if (!w) [[unlikely]] return;
  w[0] = 68u;
  w[1] = lines;
  w[2] = task;
  recorder.commit(w + 3);
}

}  // namespace detail

namespace {

const std::uint32_t* visit_run_started(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  RunStarted e;
  e.schema = w[1];
  e.seed = static_cast<std::int64_t>(get_wide(w + 4));
  const std::uint32_t* next = w + 8;
  e.program = take_text(next, w[2]);
  e.python = take_text(next, w[3]);
  e.categories = take_text(next, w[6]);
  e.options = take_text(next, w[7]);
  visitor.on_run_started(at, e);
  return next;
}
const std::uint32_t* visit_run_finished(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  RunFinished e;
  e.deadlock = (w[0] >> 8 & 255) != 0;
  e.exit = static_cast<std::int64_t>(get_wide(w + 1));
  e.virtual_seconds = std::bit_cast<double>(get_wide(w + 3));
  const std::uint32_t* next = w + 6;
  e.limit = take_text(next, w[5]);
  visitor.on_run_finished(at, e);
  return next;
}
const std::uint32_t* visit_loop_created(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  LoopCreated e;
  e.loop = w[1];
  const std::uint32_t* next = w + 2;
  visitor.on_loop_created(at, e);
  return next;
}
const std::uint32_t* visit_loop_started(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  LoopStarted e;
  e.loop = w[1];
  e.future = w[2];
  const std::uint32_t* next = w + 3;
  visitor.on_loop_started(at, e);
  return next;
}
const std::uint32_t* visit_loop_stopped(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  LoopStopped e;
  e.loop = w[1];
  const std::uint32_t* next = w + 2;
  visitor.on_loop_stopped(at, e);
  return next;
}
const std::uint32_t* visit_loop_closed(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  LoopClosed e;
  e.loop = w[1];
  const std::uint32_t* next = w + 2;
  visitor.on_loop_closed(at, e);
  return next;
}
const std::uint32_t* visit_iteration_started(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  IterationStarted e;
  e.iteration = w[1];
  e.ready = w[2];
  e.timers = w[3];
  const std::uint32_t* next = w + 4;
  visitor.on_iteration_started(at, e);
  return next;
}
const std::uint32_t* visit_clock_advanced(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  ClockAdvanced e;
  e.cause = static_cast<ClockCause>(w[0] >> 8 & 255);
  e.from = std::bit_cast<double>(get_wide(w + 1));
  e.to = std::bit_cast<double>(get_wide(w + 3));
  e.handle = w[5];
  e.task = w[6];
  e.line = w[8];
  const std::uint32_t* next = w + 9;
  e.function = take_text(next, w[7]);
  visitor.on_clock_advanced(at, e);
  return next;
}
const std::uint32_t* visit_handle_scheduled(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  HandleScheduled e;
  e.kind = static_cast<HandleKind>(w[0] >> 8 & 255);
  e.handle = w[1];
  e.future = w[3];
  e.by = w[4];
  e.loop = w[5];
  const std::uint32_t* next = w + 6;
  e.label = take_text(next, w[2]);
  visitor.on_handle_scheduled(at, e);
  return next;
}
const std::uint32_t* visit_handle_run_started(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  HandleRunStarted e;
  e.handle = w[1];
  const std::uint32_t* next = w + 2;
  visitor.on_handle_run_started(at, e);
  return next;
}
const std::uint32_t* visit_handle_run_finished(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  HandleRunFinished e;
  e.handle = w[1];
  const std::uint32_t* next = w + 2;
  visitor.on_handle_run_finished(at, e);
  return next;
}
const std::uint32_t* visit_handle_cancelled(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  HandleCancelled e;
  e.handle = w[1];
  e.by = w[2];
  const std::uint32_t* next = w + 3;
  visitor.on_handle_cancelled(at, e);
  return next;
}
const std::uint32_t* visit_timer_added(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  TimerAdded e;
  e.kind = static_cast<TimerKind>(w[0] >> 8 & 255);
  e.handle = w[1];
  e.deadline = std::bit_cast<double>(get_wide(w + 2));
  e.order = w[4];
  e.task = w[6];
  e.future = w[7];
  e.line = w[8];
  e.loop = w[9];
  const std::uint32_t* next = w + 10;
  e.label = take_text(next, w[5]);
  visitor.on_timer_added(at, e);
  return next;
}
const std::uint32_t* visit_timer_fired(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  TimerFired e;
  e.handle = w[1];
  e.deadline = std::bit_cast<double>(get_wide(w + 2));
  const std::uint32_t* next = w + 4;
  visitor.on_timer_fired(at, e);
  return next;
}
const std::uint32_t* visit_timer_cancelled(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  TimerCancelled e;
  e.handle = w[1];
  e.by = w[2];
  const std::uint32_t* next = w + 3;
  visitor.on_timer_cancelled(at, e);
  return next;
}
const std::uint32_t* visit_task_created(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  TaskCreated e;
  e.eager = (w[0] >> 8 & 255) != 0;
  e.task = w[1];
  e.coroutine = w[4];
  e.creator = w[5];
  e.loop = w[6];
  e.line = w[7];
  e.context = w[8];
  const std::uint32_t* next = w + 9;
  e.name = take_text(next, w[2]);
  e.function = take_text(next, w[3]);
  visitor.on_task_created(at, e);
  return next;
}
const std::uint32_t* visit_task_scheduled(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  TaskScheduled e;
  e.reason = static_cast<ScheduleReason>(w[0] >> 8 & 255);
  e.handle = w[1];
  e.task = w[2];
  e.future = w[3];
  e.by = w[4];
  e.loop = w[5];
  const std::uint32_t* next = w + 6;
  visitor.on_task_scheduled(at, e);
  return next;
}
const std::uint32_t* visit_task_step_started(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  TaskStepStarted e;
  e.how = static_cast<StepStart>(w[0] >> 8 & 255);
  e.task = w[1];
  e.handle = w[2];
  e.line = w[3];
  const std::uint32_t* next = w + 4;
  visitor.on_task_step_started(at, e);
  return next;
}
const std::uint32_t* visit_task_step_finished(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  TaskStepFinished e;
  e.outcome = static_cast<StepEnd>(w[0] >> 8 & 255);
  e.task = w[1];
  e.future = w[2];
  e.line = w[3];
  const std::uint32_t* next = w + 4;
  visitor.on_task_step_finished(at, e);
  return next;
}
const std::uint32_t* visit_task_finished(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  TaskFinished e;
  e.outcome = static_cast<TaskOutcome>(w[0] >> 8 & 255);
  e.task = w[1];
  e.line = w[5];
  const std::uint32_t* next = w + 6;
  e.value = take_text(next, w[2]);
  e.exception = take_text(next, w[3]);
  e.message = take_text(next, w[4]);
  visitor.on_task_finished(at, e);
  return next;
}
const std::uint32_t* visit_task_renamed(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  TaskRenamed e;
  e.task = w[1];
  const std::uint32_t* next = w + 3;
  e.name = take_text(next, w[2]);
  visitor.on_task_renamed(at, e);
  return next;
}
const std::uint32_t* visit_task_destroyed(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  TaskDestroyed e;
  e.task = w[1];
  const std::uint32_t* next = w + 2;
  visitor.on_task_destroyed(at, e);
  return next;
}
const std::uint32_t* visit_cancel_requested(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  CancelRequested e;
  e.task = w[1];
  e.by = w[2];
  e.requests = w[3];
  e.future = w[4];
  e.line = w[6];
  const std::uint32_t* next = w + 7;
  e.message = take_text(next, w[5]);
  visitor.on_cancel_requested(at, e);
  return next;
}
const std::uint32_t* visit_cancel_delivered(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  CancelDelivered e;
  e.task = w[1];
  e.line = w[3];
  const std::uint32_t* next = w + 4;
  e.message = take_text(next, w[2]);
  visitor.on_cancel_delivered(at, e);
  return next;
}
const std::uint32_t* visit_cancel_swallowed(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  CancelSwallowed e;
  e.task = w[1];
  e.line = w[2];
  const std::uint32_t* next = w + 3;
  visitor.on_cancel_swallowed(at, e);
  return next;
}
const std::uint32_t* visit_task_uncancelled(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  TaskUncancelled e;
  e.task = w[1];
  e.requests = w[2];
  const std::uint32_t* next = w + 3;
  visitor.on_task_uncancelled(at, e);
  return next;
}
const std::uint32_t* visit_future_created(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  FutureCreated e;
  e.kind = static_cast<FutureKind>(w[0] >> 8 & 255);
  e.future = w[1];
  e.task = w[3];
  e.line = w[4];
  const std::uint32_t* next = w + 5;
  e.label = take_text(next, w[2]);
  visitor.on_future_created(at, e);
  return next;
}
const std::uint32_t* visit_future_resolved(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  FutureResolved e;
  e.outcome = static_cast<FutureOutcome>(w[0] >> 8 & 255);
  e.future = w[1];
  e.by = w[5];
  e.line = w[6];
  const std::uint32_t* next = w + 7;
  e.value = take_text(next, w[2]);
  e.exception = take_text(next, w[3]);
  e.message = take_text(next, w[4]);
  visitor.on_future_resolved(at, e);
  return next;
}
const std::uint32_t* visit_future_callback_added(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  FutureCallbackAdded e;
  e.future = w[1];
  const std::uint32_t* next = w + 3;
  e.label = take_text(next, w[2]);
  visitor.on_future_callback_added(at, e);
  return next;
}
const std::uint32_t* visit_future_callback_removed(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  FutureCallbackRemoved e;
  e.future = w[1];
  const std::uint32_t* next = w + 3;
  e.label = take_text(next, w[2]);
  visitor.on_future_callback_removed(at, e);
  return next;
}
const std::uint32_t* visit_awaiter_added(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  AwaiterAdded e;
  e.future = w[1];
  e.task = w[2];
  const std::uint32_t* next = w + 3;
  visitor.on_awaiter_added(at, e);
  return next;
}
const std::uint32_t* visit_awaiter_removed(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  AwaiterRemoved e;
  e.future = w[1];
  e.task = w[2];
  const std::uint32_t* next = w + 3;
  visitor.on_awaiter_removed(at, e);
  return next;
}
const std::uint32_t* visit_wait_started(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  WaitStarted e;
  e.kind = static_cast<WaitKind>(w[0] >> 8 & 255);
  e.future = w[2];
  e.task = w[3];
  e.timeout = std::bit_cast<double>(get_wide(w + 4));
  e.line = w[6];
  const std::uint32_t* next = w + 7;
  e.children = take_list(next, w[1]);
  visitor.on_wait_started(at, e);
  return next;
}
const std::uint32_t* visit_coroutine_created(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  CoroutineCreated e;
  e.coroutine = w[1];
  e.task = w[3];
  e.line = w[4];
  const std::uint32_t* next = w + 5;
  e.function = take_text(next, w[2]);
  visitor.on_coroutine_created(at, e);
  return next;
}
const std::uint32_t* visit_coroutine_never_awaited(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  CoroutineNeverAwaited e;
  e.coroutine = w[1];
  e.line = w[3];
  const std::uint32_t* next = w + 4;
  e.function = take_text(next, w[2]);
  visitor.on_coroutine_never_awaited(at, e);
  return next;
}
const std::uint32_t* visit_await_started(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  AwaitStarted e;
  e.target = static_cast<AwaitTarget>(w[0] >> 8 & 255);
  e.task = w[1];
  e.depth = w[2];
  e.coroutine = w[3];
  e.future = w[4];
  e.line = w[6];
  const std::uint32_t* next = w + 7;
  e.label = take_text(next, w[5]);
  visitor.on_await_started(at, e);
  return next;
}
const std::uint32_t* visit_await_finished(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  AwaitFinished e;
  e.task = w[1];
  e.depth = w[2];
  const std::uint32_t* next = w + 3;
  visitor.on_await_finished(at, e);
  return next;
}
const std::uint32_t* visit_sync_created(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  SyncCreated e;
  e.kind = static_cast<SyncKind>(w[0] >> 8 & 255);
  e.sync = w[1];
  e.size = w[3];
  e.lock = w[4];
  e.line = w[5];
  const std::uint32_t* next = w + 6;
  e.name = take_text(next, w[2]);
  visitor.on_sync_created(at, e);
  return next;
}
const std::uint32_t* visit_sync_changed(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  SyncChanged e;
  e.change = static_cast<SyncChange>(w[0] >> 8 & 255);
  e.sync = w[1];
  e.value = w[2];
  e.task = w[3];
  e.unfinished = w[5];
  e.line = w[6];
  const std::uint32_t* next = w + 7;
  e.item = take_text(next, w[4]);
  visitor.on_sync_changed(at, e);
  return next;
}
const std::uint32_t* visit_waiter_added(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  WaiterAdded e;
  e.side = static_cast<WaiterSide>(w[0] >> 8 & 255);
  e.sync = w[1];
  e.future = w[2];
  e.task = w[3];
  const std::uint32_t* next = w + 4;
  visitor.on_waiter_added(at, e);
  return next;
}
const std::uint32_t* visit_waiter_removed(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  WaiterRemoved e;
  e.sync = w[1];
  e.future = w[2];
  const std::uint32_t* next = w + 3;
  visitor.on_waiter_removed(at, e);
  return next;
}
const std::uint32_t* visit_scope_entered(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  ScopeEntered e;
  e.kind = static_cast<ScopeKind>(w[0] >> 8 & 255);
  e.scope = w[1];
  e.task = w[2];
  e.deadline = std::bit_cast<double>(get_wide(w + 3));
  e.line = w[5];
  const std::uint32_t* next = w + 6;
  visitor.on_scope_entered(at, e);
  return next;
}
const std::uint32_t* visit_scope_rescheduled(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  ScopeRescheduled e;
  e.scope = w[1];
  e.deadline = std::bit_cast<double>(get_wide(w + 2));
  const std::uint32_t* next = w + 4;
  visitor.on_scope_rescheduled(at, e);
  return next;
}
const std::uint32_t* visit_scope_cancelled(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  ScopeCancelled e;
  e.cause = static_cast<ScopeCause>(w[0] >> 8 & 255);
  e.scope = w[1];
  e.task = w[2];
  const std::uint32_t* next = w + 3;
  visitor.on_scope_cancelled(at, e);
  return next;
}
const std::uint32_t* visit_scope_exited(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  ScopeExited e;
  e.outcome = static_cast<ScopeOutcome>(w[0] >> 8 & 255);
  e.scope = w[1];
  e.line = w[3];
  const std::uint32_t* next = w + 4;
  e.exception = take_text(next, w[2]);
  visitor.on_scope_exited(at, e);
  return next;
}
const std::uint32_t* visit_task_joined_group(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  TaskJoinedGroup e;
  e.scope = w[1];
  e.task = w[2];
  const std::uint32_t* next = w + 3;
  visitor.on_task_joined_group(at, e);
  return next;
}
const std::uint32_t* visit_task_left_group(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  TaskLeftGroup e;
  e.scope = w[1];
  e.task = w[2];
  const std::uint32_t* next = w + 3;
  visitor.on_task_left_group(at, e);
  return next;
}
const std::uint32_t* visit_output(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  Output e;
  e.stream = static_cast<Stream>(w[0] >> 8 & 255);
  e.task = w[2];
  e.line = w[3];
  const std::uint32_t* next = w + 4;
  e.text = take_text(next, w[1]);
  visitor.on_output(at, e);
  return next;
}
const std::uint32_t* visit_exception_raised(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  ExceptionRaised e;
  e.task = w[3];
  e.line = w[4];
  const std::uint32_t* next = w + 5;
  e.exception = take_text(next, w[1]);
  e.message = take_text(next, w[2]);
  visitor.on_exception_raised(at, e);
  return next;
}
const std::uint32_t* visit_exception_unhandled(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  ExceptionUnhandled e;
  e.kind = static_cast<UnhandledKind>(w[0] >> 8 & 255);
  e.task = w[3];
  e.future = w[4];
  e.line = w[5];
  const std::uint32_t* next = w + 6;
  e.exception = take_text(next, w[1]);
  e.message = take_text(next, w[2]);
  visitor.on_exception_unhandled(at, e);
  return next;
}
const std::uint32_t* visit_warning_issued(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  WarningIssued e;
  e.task = w[3];
  e.line = w[4];
  const std::uint32_t* next = w + 5;
  e.category = take_text(next, w[1]);
  e.message = take_text(next, w[2]);
  visitor.on_warning_issued(at, e);
  return next;
}
const std::uint32_t* visit_deadlock_detected(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  DeadlockDetected e;
  e.line = w[3];
  const std::uint32_t* next = w + 4;
  e.tasks = take_list(next, w[1]);
  e.message = take_text(next, w[2]);
  visitor.on_deadlock_detected(at, e);
  return next;
}
const std::uint32_t* visit_limit_reached(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  LimitReached e;
  e.task = w[3];
  e.line = w[4];
  const std::uint32_t* next = w + 5;
  e.limit = take_text(next, w[1]);
  e.message = take_text(next, w[2]);
  visitor.on_limit_reached(at, e);
  return next;
}
const std::uint32_t* visit_diagnosis(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  Diagnosis e;
  e.severity = static_cast<Severity>(w[0] >> 8 & 255);
  e.at = std::bit_cast<double>(get_wide(w + 2));
  e.task = w[6];
  e.line = w[8];
  const std::uint32_t* next = w + 9;
  e.code = take_text(next, w[1]);
  e.message = take_text(next, w[4]);
  e.fix = take_text(next, w[5]);
  e.related = take_list(next, w[7]);
  visitor.on_diagnosis(at, e);
  return next;
}
const std::uint32_t* visit_thread_started(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  ThreadStarted e;
  e.thread = w[1];
  e.task = w[4];
  e.future = w[5];
  e.line = w[6];
  const std::uint32_t* next = w + 7;
  e.name = take_text(next, w[2]);
  e.function = take_text(next, w[3]);
  visitor.on_thread_started(at, e);
  return next;
}
const std::uint32_t* visit_thread_blocked(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  ThreadBlocked e;
  e.thread = w[1];
  e.until = std::bit_cast<double>(get_wide(w + 3));
  e.line = w[5];
  const std::uint32_t* next = w + 6;
  e.function = take_text(next, w[2]);
  visitor.on_thread_blocked(at, e);
  return next;
}
const std::uint32_t* visit_thread_finished(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  ThreadFinished e;
  e.thread = w[1];
  const std::uint32_t* next = w + 3;
  e.exception = take_text(next, w[2]);
  visitor.on_thread_finished(at, e);
  return next;
}
const std::uint32_t* visit_request_started(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  RequestStarted e;
  e.request = w[1];
  e.task = w[4];
  e.future = w[5];
  e.line = w[6];
  const std::uint32_t* next = w + 7;
  e.method = take_text(next, w[2]);
  e.url = take_text(next, w[3]);
  visitor.on_request_started(at, e);
  return next;
}
const std::uint32_t* visit_request_answered(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  RequestAnswered e;
  e.request = w[1];
  e.status = w[2];
  e.bytes = w[3];
  const std::uint32_t* next = w + 5;
  e.exception = take_text(next, w[4]);
  visitor.on_request_answered(at, e);
  return next;
}
const std::uint32_t* visit_connection_opened(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  ConnectionOpened e;
  e.server = (w[0] >> 8 & 255) != 0;
  e.connection = w[1];
  e.peer = w[2];
  e.task = w[4];
  const std::uint32_t* next = w + 5;
  e.address = take_text(next, w[3]);
  visitor.on_connection_opened(at, e);
  return next;
}
const std::uint32_t* visit_data_sent(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  DataSent e;
  e.connection = w[1];
  e.bytes = w[2];
  e.task = w[4];
  const std::uint32_t* next = w + 5;
  e.preview = take_text(next, w[3]);
  visitor.on_data_sent(at, e);
  return next;
}
const std::uint32_t* visit_data_received(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  DataReceived e;
  e.connection = w[1];
  e.bytes = w[2];
  const std::uint32_t* next = w + 4;
  e.preview = take_text(next, w[3]);
  visitor.on_data_received(at, e);
  return next;
}
const std::uint32_t* visit_connection_closed(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  ConnectionClosed e;
  e.connection = w[1];
  e.task = w[2];
  const std::uint32_t* next = w + 3;
  visitor.on_connection_closed(at, e);
  return next;
}
const std::uint32_t* visit_context_copied(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  ContextCopied e;
  e.context = w[1];
  e.from = w[2];
  const std::uint32_t* next = w + 3;
  visitor.on_context_copied(at, e);
  return next;
}
const std::uint32_t* visit_context_var_set(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  ContextVarSet e;
  e.context = w[1];
  e.task = w[4];
  e.line = w[5];
  const std::uint32_t* next = w + 6;
  e.name = take_text(next, w[2]);
  e.value = take_text(next, w[3]);
  visitor.on_context_var_set(at, e);
  return next;
}
const std::uint32_t* visit_context_var_reset(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  ContextVarReset e;
  e.context = w[1];
  e.task = w[4];
  e.line = w[5];
  const std::uint32_t* next = w + 6;
  e.name = take_text(next, w[2]);
  e.value = take_text(next, w[3]);
  visitor.on_context_var_reset(at, e);
  return next;
}
const std::uint32_t* visit_line_reached(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  LineReached e;
  e.line = w[1];
  e.task = w[3];
  const std::uint32_t* next = w + 4;
  e.function = take_text(next, w[2]);
  visitor.on_line_reached(at, e);
  return next;
}
const std::uint32_t* visit_lines_left_out(const std::uint32_t* w, const At& at, EventVisitor& visitor) {
  LinesLeftOut e;
  e.lines = w[1];
  e.task = w[2];
  const std::uint32_t* next = w + 3;
  visitor.on_lines_left_out(at, e);
  return next;
}

// By type; the first is the clock's.
using Decoder = const std::uint32_t* (*)(const std::uint32_t* w, const At& at, EventVisitor& visitor);
constexpr Decoder kDecoders[] = {
    nullptr,
    visit_run_started,
    visit_run_finished,
    visit_loop_created,
    visit_loop_started,
    visit_loop_stopped,
    visit_loop_closed,
    visit_iteration_started,
    visit_clock_advanced,
    visit_handle_scheduled,
    visit_handle_run_started,
    visit_handle_run_finished,
    visit_handle_cancelled,
    visit_timer_added,
    visit_timer_fired,
    visit_timer_cancelled,
    visit_task_created,
    visit_task_scheduled,
    visit_task_step_started,
    visit_task_step_finished,
    visit_task_finished,
    visit_task_renamed,
    visit_task_destroyed,
    visit_cancel_requested,
    visit_cancel_delivered,
    visit_cancel_swallowed,
    visit_task_uncancelled,
    visit_future_created,
    visit_future_resolved,
    visit_future_callback_added,
    visit_future_callback_removed,
    visit_awaiter_added,
    visit_awaiter_removed,
    visit_wait_started,
    visit_coroutine_created,
    visit_coroutine_never_awaited,
    visit_await_started,
    visit_await_finished,
    visit_sync_created,
    visit_sync_changed,
    visit_waiter_added,
    visit_waiter_removed,
    visit_scope_entered,
    visit_scope_rescheduled,
    visit_scope_cancelled,
    visit_scope_exited,
    visit_task_joined_group,
    visit_task_left_group,
    visit_output,
    visit_exception_raised,
    visit_exception_unhandled,
    visit_warning_issued,
    visit_deadlock_detected,
    visit_limit_reached,
    visit_diagnosis,
    visit_thread_started,
    visit_thread_blocked,
    visit_thread_finished,
    visit_request_started,
    visit_request_answered,
    visit_connection_opened,
    visit_data_sent,
    visit_data_received,
    visit_connection_closed,
    visit_context_copied,
    visit_context_var_set,
    visit_context_var_reset,
    visit_line_reached,
    visit_lines_left_out,
};

}  // namespace

void visit(Chunk chunk, EventVisitor& visitor) {
  At at = {0, 0};
  const std::uint32_t* w = chunk.data();
  const std::uint32_t* end = w + chunk.size();
  while (w < end) {
    std::uint32_t type = w[0] & 255;
    if (static_cast<EventType>(type) == EventType::time) {
      at = {get_wide(w + 1), std::bit_cast<double>(get_wide(w + 3))};
      w += 5;
      continue;
    }
    if (type >= std::size(kDecoders)) return;
    w = kDecoders[type](w, at, visitor);
    at.seq++;
  }
}

void write_ndjson(Chunk chunk, NdjsonState& state, ByteOut& out) {
  const std::uint32_t* w = chunk.data();
  const std::uint32_t* end = w + chunk.size();
  char* p = out.cursor();
  while (w < end) {
    auto type = static_cast<EventType>(w[0] & 255);
    if (type == EventType::time) {
      set_head(state, w);
      w += 5;
      continue;
    }
    p = put_head(out.room(p), state);
    const std::uint32_t* next = nullptr;
    switch (type) {
    case EventType::run_started: {
      const std::uint32_t* q = w + 8;
      p = put_literal(p, "run_started\",\"schema\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"program\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      p = put_literal(p, ",\"python\":");
      p = out.put_json_text(p, take_text(q, w[3]));
      p = put_literal(p, ",\"seed\":");
      p = put_i64(p, static_cast<std::int64_t>(get_wide(w + 4)));
      p = put_literal(p, ",\"categories\":");
      p = out.put_json_text(p, take_text(q, w[6]));
      if (w[7]) {
        p = put_literal(p, ",\"options\":");
        p = out.put_json_text(p, take_text(q, w[7]));
      }
      next = q;
      break;
    }
    case EventType::run_finished: {
      const std::uint32_t* q = w + 6;
      p = put_literal(p, "run_finished\",\"exit\":");
      p = put_i64(p, static_cast<std::int64_t>(get_wide(w + 1)));
      p = put_literal(p, ",\"virtual_seconds\":");
      p = put_seconds(p, std::bit_cast<double>(get_wide(w + 3)));
      if (w[5]) {
        p = put_literal(p, ",\"limit\":");
        p = out.put_json_text(p, take_text(q, w[5]));
      }
      if ((w[0] >> 8 & 255)) {
        p = put_literal(p, ",\"deadlock\":");
        p = put_bool(p, (w[0] >> 8 & 255));
      }
      next = q;
      break;
    }
    case EventType::loop_created: {
      p = put_literal(p, "loop_created\",\"loop\":");
      p = put_u32(p, w[1]);
      next = w + 2;
      break;
    }
    case EventType::loop_started: {
      p = put_literal(p, "loop_started\",\"loop\":");
      p = put_u32(p, w[1]);
      if (w[2]) {
        p = put_literal(p, ",\"future\":");
        p = put_u32(p, w[2]);
      }
      next = w + 3;
      break;
    }
    case EventType::loop_stopped: {
      p = put_literal(p, "loop_stopped\",\"loop\":");
      p = put_u32(p, w[1]);
      next = w + 2;
      break;
    }
    case EventType::loop_closed: {
      p = put_literal(p, "loop_closed\",\"loop\":");
      p = put_u32(p, w[1]);
      next = w + 2;
      break;
    }
    case EventType::iteration_started: {
      p = put_literal(p, "iteration_started\",\"iteration\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"ready\":");
      p = put_u32(p, w[2]);
      p = put_literal(p, ",\"timers\":");
      p = put_u32(p, w[3]);
      next = w + 4;
      break;
    }
    case EventType::clock_advanced: {
      const std::uint32_t* q = w + 9;
      p = put_literal(p, "clock_advanced\",\"from\":");
      p = put_seconds(p, std::bit_cast<double>(get_wide(w + 1)));
      p = put_literal(p, ",\"to\":");
      p = put_seconds(p, std::bit_cast<double>(get_wide(w + 3)));
      p = put_literal(p, ",\"cause\":");
      p = put_name(p, kClockCauseNames[(w[0] >> 8 & 255)]);
      if (w[5]) {
        p = put_literal(p, ",\"handle\":");
        p = put_u32(p, w[5]);
      }
      if (w[6]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[6]);
      }
      if (w[7]) {
        p = put_literal(p, ",\"function\":");
        p = out.put_json_text(p, take_text(q, w[7]));
      }
      if (w[8]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[8]);
      }
      next = q;
      break;
    }
    case EventType::handle_scheduled: {
      const std::uint32_t* q = w + 6;
      p = put_literal(p, "handle_scheduled\",\"handle\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"kind\":");
      p = put_name(p, kHandleKindNames[(w[0] >> 8 & 255)]);
      p = put_literal(p, ",\"label\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      if (w[3]) {
        p = put_literal(p, ",\"future\":");
        p = put_u32(p, w[3]);
      }
      if (w[4]) {
        p = put_literal(p, ",\"by\":");
        p = put_u32(p, w[4]);
      }
      if (w[5]) {
        p = put_literal(p, ",\"loop\":");
        p = put_u32(p, w[5]);
      }
      next = q;
      break;
    }
    case EventType::handle_run_started: {
      p = put_literal(p, "handle_run_started\",\"handle\":");
      p = put_u32(p, w[1]);
      next = w + 2;
      break;
    }
    case EventType::handle_run_finished: {
      p = put_literal(p, "handle_run_finished\",\"handle\":");
      p = put_u32(p, w[1]);
      next = w + 2;
      break;
    }
    case EventType::handle_cancelled: {
      p = put_literal(p, "handle_cancelled\",\"handle\":");
      p = put_u32(p, w[1]);
      if (w[2]) {
        p = put_literal(p, ",\"by\":");
        p = put_u32(p, w[2]);
      }
      next = w + 3;
      break;
    }
    case EventType::timer_added: {
      const std::uint32_t* q = w + 10;
      p = put_literal(p, "timer_added\",\"handle\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"deadline\":");
      p = put_seconds(p, std::bit_cast<double>(get_wide(w + 2)));
      p = put_literal(p, ",\"order\":");
      p = put_u32(p, w[4]);
      p = put_literal(p, ",\"kind\":");
      p = put_name(p, kTimerKindNames[(w[0] >> 8 & 255)]);
      if (w[5]) {
        p = put_literal(p, ",\"label\":");
        p = out.put_json_text(p, take_text(q, w[5]));
      }
      if (w[6]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[6]);
      }
      if (w[7]) {
        p = put_literal(p, ",\"future\":");
        p = put_u32(p, w[7]);
      }
      if (w[8]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[8]);
      }
      if (w[9]) {
        p = put_literal(p, ",\"loop\":");
        p = put_u32(p, w[9]);
      }
      next = q;
      break;
    }
    case EventType::timer_fired: {
      p = put_literal(p, "timer_fired\",\"handle\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"deadline\":");
      p = put_seconds(p, std::bit_cast<double>(get_wide(w + 2)));
      next = w + 4;
      break;
    }
    case EventType::timer_cancelled: {
      p = put_literal(p, "timer_cancelled\",\"handle\":");
      p = put_u32(p, w[1]);
      if (w[2]) {
        p = put_literal(p, ",\"by\":");
        p = put_u32(p, w[2]);
      }
      next = w + 3;
      break;
    }
    case EventType::task_created: {
      const std::uint32_t* q = w + 9;
      p = put_literal(p, "task_created\",\"task\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"name\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      p = put_literal(p, ",\"function\":");
      p = out.put_json_text(p, take_text(q, w[3]));
      if (w[4]) {
        p = put_literal(p, ",\"coroutine\":");
        p = put_u32(p, w[4]);
      }
      if (w[5]) {
        p = put_literal(p, ",\"creator\":");
        p = put_u32(p, w[5]);
      }
      if (w[6]) {
        p = put_literal(p, ",\"loop\":");
        p = put_u32(p, w[6]);
      }
      if (w[7]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[7]);
      }
      if ((w[0] >> 8 & 255)) {
        p = put_literal(p, ",\"eager\":");
        p = put_bool(p, (w[0] >> 8 & 255));
      }
      if (w[8]) {
        p = put_literal(p, ",\"context\":");
        p = put_u32(p, w[8]);
      }
      next = q;
      break;
    }
    case EventType::task_scheduled: {
      p = put_literal(p, "task_scheduled\",\"handle\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"task\":");
      p = put_u32(p, w[2]);
      p = put_literal(p, ",\"reason\":");
      p = put_name(p, kScheduleReasonNames[(w[0] >> 8 & 255)]);
      if (w[3]) {
        p = put_literal(p, ",\"future\":");
        p = put_u32(p, w[3]);
      }
      if (w[4]) {
        p = put_literal(p, ",\"by\":");
        p = put_u32(p, w[4]);
      }
      if (w[5]) {
        p = put_literal(p, ",\"loop\":");
        p = put_u32(p, w[5]);
      }
      next = w + 6;
      break;
    }
    case EventType::task_step_started: {
      p = put_literal(p, "task_step_started\",\"task\":");
      p = put_u32(p, w[1]);
      if (w[2]) {
        p = put_literal(p, ",\"handle\":");
        p = put_u32(p, w[2]);
      }
      p = put_literal(p, ",\"how\":");
      p = put_name(p, kStepStartNames[(w[0] >> 8 & 255)]);
      if (w[3]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[3]);
      }
      next = w + 4;
      break;
    }
    case EventType::task_step_finished: {
      p = put_literal(p, "task_step_finished\",\"task\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"outcome\":");
      p = put_name(p, kStepEndNames[(w[0] >> 8 & 255)]);
      if (w[2]) {
        p = put_literal(p, ",\"future\":");
        p = put_u32(p, w[2]);
      }
      if (w[3]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[3]);
      }
      next = w + 4;
      break;
    }
    case EventType::task_finished: {
      const std::uint32_t* q = w + 6;
      p = put_literal(p, "task_finished\",\"task\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"outcome\":");
      p = put_name(p, kTaskOutcomeNames[(w[0] >> 8 & 255)]);
      if (w[2]) {
        p = put_literal(p, ",\"value\":");
        p = out.put_json_text(p, take_text(q, w[2]));
      }
      if (w[3]) {
        p = put_literal(p, ",\"exception\":");
        p = out.put_json_text(p, take_text(q, w[3]));
      }
      if (w[4]) {
        p = put_literal(p, ",\"message\":");
        p = out.put_json_text(p, take_text(q, w[4]));
      }
      if (w[5]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[5]);
      }
      next = q;
      break;
    }
    case EventType::task_renamed: {
      const std::uint32_t* q = w + 3;
      p = put_literal(p, "task_renamed\",\"task\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"name\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      next = q;
      break;
    }
    case EventType::task_destroyed: {
      p = put_literal(p, "task_destroyed\",\"task\":");
      p = put_u32(p, w[1]);
      next = w + 2;
      break;
    }
    case EventType::cancel_requested: {
      const std::uint32_t* q = w + 7;
      p = put_literal(p, "cancel_requested\",\"task\":");
      p = put_u32(p, w[1]);
      if (w[2]) {
        p = put_literal(p, ",\"by\":");
        p = put_u32(p, w[2]);
      }
      p = put_literal(p, ",\"requests\":");
      p = put_u32(p, w[3]);
      if (w[4]) {
        p = put_literal(p, ",\"future\":");
        p = put_u32(p, w[4]);
      }
      if (w[5]) {
        p = put_literal(p, ",\"message\":");
        p = out.put_json_text(p, take_text(q, w[5]));
      }
      if (w[6]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[6]);
      }
      next = q;
      break;
    }
    case EventType::cancel_delivered: {
      const std::uint32_t* q = w + 4;
      p = put_literal(p, "cancel_delivered\",\"task\":");
      p = put_u32(p, w[1]);
      if (w[2]) {
        p = put_literal(p, ",\"message\":");
        p = out.put_json_text(p, take_text(q, w[2]));
      }
      if (w[3]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[3]);
      }
      next = q;
      break;
    }
    case EventType::cancel_swallowed: {
      p = put_literal(p, "cancel_swallowed\",\"task\":");
      p = put_u32(p, w[1]);
      if (w[2]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[2]);
      }
      next = w + 3;
      break;
    }
    case EventType::task_uncancelled: {
      p = put_literal(p, "task_uncancelled\",\"task\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"requests\":");
      p = put_u32(p, w[2]);
      next = w + 3;
      break;
    }
    case EventType::future_created: {
      const std::uint32_t* q = w + 5;
      p = put_literal(p, "future_created\",\"future\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"kind\":");
      p = put_name(p, kFutureKindNames[(w[0] >> 8 & 255)]);
      if (w[2]) {
        p = put_literal(p, ",\"label\":");
        p = out.put_json_text(p, take_text(q, w[2]));
      }
      if (w[3]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[3]);
      }
      if (w[4]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[4]);
      }
      next = q;
      break;
    }
    case EventType::future_resolved: {
      const std::uint32_t* q = w + 7;
      p = put_literal(p, "future_resolved\",\"future\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"outcome\":");
      p = put_name(p, kFutureOutcomeNames[(w[0] >> 8 & 255)]);
      if (w[2]) {
        p = put_literal(p, ",\"value\":");
        p = out.put_json_text(p, take_text(q, w[2]));
      }
      if (w[3]) {
        p = put_literal(p, ",\"exception\":");
        p = out.put_json_text(p, take_text(q, w[3]));
      }
      if (w[4]) {
        p = put_literal(p, ",\"message\":");
        p = out.put_json_text(p, take_text(q, w[4]));
      }
      if (w[5]) {
        p = put_literal(p, ",\"by\":");
        p = put_u32(p, w[5]);
      }
      if (w[6]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[6]);
      }
      next = q;
      break;
    }
    case EventType::future_callback_added: {
      const std::uint32_t* q = w + 3;
      p = put_literal(p, "future_callback_added\",\"future\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"label\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      next = q;
      break;
    }
    case EventType::future_callback_removed: {
      const std::uint32_t* q = w + 3;
      p = put_literal(p, "future_callback_removed\",\"future\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"label\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      next = q;
      break;
    }
    case EventType::awaiter_added: {
      p = put_literal(p, "awaiter_added\",\"future\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"task\":");
      p = put_u32(p, w[2]);
      next = w + 3;
      break;
    }
    case EventType::awaiter_removed: {
      p = put_literal(p, "awaiter_removed\",\"future\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"task\":");
      p = put_u32(p, w[2]);
      next = w + 3;
      break;
    }
    case EventType::wait_started: {
      const std::uint32_t* q = w + 7;
      p = put_literal(p, "wait_started\",\"kind\":");
      p = put_name(p, kWaitKindNames[(w[0] >> 8 & 255)]);
      p = put_literal(p, ",\"children\":");
      p = put_ids(p, take_list(q, w[1]), out);
      if (w[2]) {
        p = put_literal(p, ",\"future\":");
        p = put_u32(p, w[2]);
      }
      if (w[3]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[3]);
      }
      if (!is_nan(get_wide(w + 4))) {
        p = put_literal(p, ",\"timeout\":");
        p = put_seconds(p, std::bit_cast<double>(get_wide(w + 4)));
      }
      if (w[6]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[6]);
      }
      next = q;
      break;
    }
    case EventType::coroutine_created: {
      const std::uint32_t* q = w + 5;
      p = put_literal(p, "coroutine_created\",\"coroutine\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"function\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      if (w[3]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[3]);
      }
      if (w[4]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[4]);
      }
      next = q;
      break;
    }
    case EventType::coroutine_never_awaited: {
      const std::uint32_t* q = w + 4;
      p = put_literal(p, "coroutine_never_awaited\",\"coroutine\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"function\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      if (w[3]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[3]);
      }
      next = q;
      break;
    }
    case EventType::await_started: {
      const std::uint32_t* q = w + 7;
      p = put_literal(p, "await_started\"");
      if (w[1]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[1]);
      }
      p = put_literal(p, ",\"depth\":");
      p = put_u32(p, w[2]);
      p = put_literal(p, ",\"target\":");
      p = put_name(p, kAwaitTargetNames[(w[0] >> 8 & 255)]);
      if (w[3]) {
        p = put_literal(p, ",\"coroutine\":");
        p = put_u32(p, w[3]);
      }
      if (w[4]) {
        p = put_literal(p, ",\"future\":");
        p = put_u32(p, w[4]);
      }
      if (w[5]) {
        p = put_literal(p, ",\"label\":");
        p = out.put_json_text(p, take_text(q, w[5]));
      }
      if (w[6]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[6]);
      }
      next = q;
      break;
    }
    case EventType::await_finished: {
      p = put_literal(p, "await_finished\"");
      if (w[1]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[1]);
      }
      p = put_literal(p, ",\"depth\":");
      p = put_u32(p, w[2]);
      next = w + 3;
      break;
    }
    case EventType::sync_created: {
      const std::uint32_t* q = w + 6;
      p = put_literal(p, "sync_created\",\"sync\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"kind\":");
      p = put_name(p, kSyncKindNames[(w[0] >> 8 & 255)]);
      if (w[2]) {
        p = put_literal(p, ",\"name\":");
        p = out.put_json_text(p, take_text(q, w[2]));
      }
      p = put_literal(p, ",\"size\":");
      p = put_u32(p, w[3]);
      if (w[4]) {
        p = put_literal(p, ",\"lock\":");
        p = put_u32(p, w[4]);
      }
      if (w[5]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[5]);
      }
      next = q;
      break;
    }
    case EventType::sync_changed: {
      const std::uint32_t* q = w + 7;
      p = put_literal(p, "sync_changed\",\"sync\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"change\":");
      p = put_name(p, kSyncChangeNames[(w[0] >> 8 & 255)]);
      p = put_literal(p, ",\"value\":");
      p = put_u32(p, w[2]);
      if (w[3]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[3]);
      }
      if (w[4]) {
        p = put_literal(p, ",\"item\":");
        p = out.put_json_text(p, take_text(q, w[4]));
      }
      if (w[5]) {
        p = put_literal(p, ",\"unfinished\":");
        p = put_u32(p, w[5]);
      }
      if (w[6]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[6]);
      }
      next = q;
      break;
    }
    case EventType::waiter_added: {
      p = put_literal(p, "waiter_added\",\"sync\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"future\":");
      p = put_u32(p, w[2]);
      p = put_literal(p, ",\"side\":");
      p = put_name(p, kWaiterSideNames[(w[0] >> 8 & 255)]);
      if (w[3]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[3]);
      }
      next = w + 4;
      break;
    }
    case EventType::waiter_removed: {
      p = put_literal(p, "waiter_removed\",\"sync\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"future\":");
      p = put_u32(p, w[2]);
      next = w + 3;
      break;
    }
    case EventType::scope_entered: {
      p = put_literal(p, "scope_entered\",\"scope\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"kind\":");
      p = put_name(p, kScopeKindNames[(w[0] >> 8 & 255)]);
      if (w[2]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[2]);
      }
      if (!is_nan(get_wide(w + 3))) {
        p = put_literal(p, ",\"deadline\":");
        p = put_seconds(p, std::bit_cast<double>(get_wide(w + 3)));
      }
      if (w[5]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[5]);
      }
      next = w + 6;
      break;
    }
    case EventType::scope_rescheduled: {
      p = put_literal(p, "scope_rescheduled\",\"scope\":");
      p = put_u32(p, w[1]);
      if (!is_nan(get_wide(w + 2))) {
        p = put_literal(p, ",\"deadline\":");
        p = put_seconds(p, std::bit_cast<double>(get_wide(w + 2)));
      }
      next = w + 4;
      break;
    }
    case EventType::scope_cancelled: {
      p = put_literal(p, "scope_cancelled\",\"scope\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"cause\":");
      p = put_name(p, kScopeCauseNames[(w[0] >> 8 & 255)]);
      if (w[2]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[2]);
      }
      next = w + 3;
      break;
    }
    case EventType::scope_exited: {
      const std::uint32_t* q = w + 4;
      p = put_literal(p, "scope_exited\",\"scope\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"outcome\":");
      p = put_name(p, kScopeOutcomeNames[(w[0] >> 8 & 255)]);
      if (w[2]) {
        p = put_literal(p, ",\"exception\":");
        p = out.put_json_text(p, take_text(q, w[2]));
      }
      if (w[3]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[3]);
      }
      next = q;
      break;
    }
    case EventType::task_joined_group: {
      p = put_literal(p, "task_joined_group\",\"scope\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"task\":");
      p = put_u32(p, w[2]);
      next = w + 3;
      break;
    }
    case EventType::task_left_group: {
      p = put_literal(p, "task_left_group\",\"scope\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"task\":");
      p = put_u32(p, w[2]);
      next = w + 3;
      break;
    }
    case EventType::output: {
      const std::uint32_t* q = w + 4;
      p = put_literal(p, "output\",\"stream\":");
      p = put_name(p, kStreamNames[(w[0] >> 8 & 255)]);
      p = put_literal(p, ",\"text\":");
      p = out.put_json_text(p, take_text(q, w[1]));
      if (w[2]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[2]);
      }
      if (w[3]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[3]);
      }
      next = q;
      break;
    }
    case EventType::exception_raised: {
      const std::uint32_t* q = w + 5;
      p = put_literal(p, "exception_raised\",\"exception\":");
      p = out.put_json_text(p, take_text(q, w[1]));
      if (w[2]) {
        p = put_literal(p, ",\"message\":");
        p = out.put_json_text(p, take_text(q, w[2]));
      }
      if (w[3]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[3]);
      }
      if (w[4]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[4]);
      }
      next = q;
      break;
    }
    case EventType::exception_unhandled: {
      const std::uint32_t* q = w + 6;
      p = put_literal(p, "exception_unhandled\",\"kind\":");
      p = put_name(p, kUnhandledKindNames[(w[0] >> 8 & 255)]);
      p = put_literal(p, ",\"exception\":");
      p = out.put_json_text(p, take_text(q, w[1]));
      if (w[2]) {
        p = put_literal(p, ",\"message\":");
        p = out.put_json_text(p, take_text(q, w[2]));
      }
      if (w[3]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[3]);
      }
      if (w[4]) {
        p = put_literal(p, ",\"future\":");
        p = put_u32(p, w[4]);
      }
      if (w[5]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[5]);
      }
      next = q;
      break;
    }
    case EventType::warning_issued: {
      const std::uint32_t* q = w + 5;
      p = put_literal(p, "warning_issued\",\"category\":");
      p = out.put_json_text(p, take_text(q, w[1]));
      p = put_literal(p, ",\"message\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      if (w[3]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[3]);
      }
      if (w[4]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[4]);
      }
      next = q;
      break;
    }
    case EventType::deadlock_detected: {
      const std::uint32_t* q = w + 4;
      p = put_literal(p, "deadlock_detected\",\"tasks\":");
      p = put_ids(p, take_list(q, w[1]), out);
      p = put_literal(p, ",\"message\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      if (w[3]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[3]);
      }
      next = q;
      break;
    }
    case EventType::limit_reached: {
      const std::uint32_t* q = w + 5;
      p = put_literal(p, "limit_reached\",\"limit\":");
      p = out.put_json_text(p, take_text(q, w[1]));
      p = put_literal(p, ",\"message\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      if (w[3]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[3]);
      }
      if (w[4]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[4]);
      }
      next = q;
      break;
    }
    case EventType::diagnosis: {
      const std::uint32_t* q = w + 9;
      p = put_literal(p, "diagnosis\",\"code\":");
      p = out.put_json_text(p, take_text(q, w[1]));
      p = put_literal(p, ",\"severity\":");
      p = put_name(p, kSeverityNames[(w[0] >> 8 & 255)]);
      p = put_literal(p, ",\"at\":");
      p = put_seconds(p, std::bit_cast<double>(get_wide(w + 2)));
      p = put_literal(p, ",\"message\":");
      p = out.put_json_text(p, take_text(q, w[4]));
      if (w[5]) {
        p = put_literal(p, ",\"fix\":");
        p = out.put_json_text(p, take_text(q, w[5]));
      }
      if (w[6]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[6]);
      }
      if (w[7]) {
        p = put_literal(p, ",\"related\":");
        p = put_ids(p, take_list(q, w[7]), out);
      }
      if (w[8]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[8]);
      }
      next = q;
      break;
    }
    case EventType::thread_started: {
      const std::uint32_t* q = w + 7;
      p = put_literal(p, "thread_started\",\"thread\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"name\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      p = put_literal(p, ",\"function\":");
      p = out.put_json_text(p, take_text(q, w[3]));
      if (w[4]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[4]);
      }
      if (w[5]) {
        p = put_literal(p, ",\"future\":");
        p = put_u32(p, w[5]);
      }
      if (w[6]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[6]);
      }
      next = q;
      break;
    }
    case EventType::thread_blocked: {
      const std::uint32_t* q = w + 6;
      p = put_literal(p, "thread_blocked\",\"thread\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"function\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      if (!is_nan(get_wide(w + 3))) {
        p = put_literal(p, ",\"until\":");
        p = put_seconds(p, std::bit_cast<double>(get_wide(w + 3)));
      }
      if (w[5]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[5]);
      }
      next = q;
      break;
    }
    case EventType::thread_finished: {
      const std::uint32_t* q = w + 3;
      p = put_literal(p, "thread_finished\",\"thread\":");
      p = put_u32(p, w[1]);
      if (w[2]) {
        p = put_literal(p, ",\"exception\":");
        p = out.put_json_text(p, take_text(q, w[2]));
      }
      next = q;
      break;
    }
    case EventType::request_started: {
      const std::uint32_t* q = w + 7;
      p = put_literal(p, "request_started\",\"request\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"method\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      p = put_literal(p, ",\"url\":");
      p = out.put_json_text(p, take_text(q, w[3]));
      if (w[4]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[4]);
      }
      if (w[5]) {
        p = put_literal(p, ",\"future\":");
        p = put_u32(p, w[5]);
      }
      if (w[6]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[6]);
      }
      next = q;
      break;
    }
    case EventType::request_answered: {
      const std::uint32_t* q = w + 5;
      p = put_literal(p, "request_answered\",\"request\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"status\":");
      p = put_u32(p, w[2]);
      p = put_literal(p, ",\"bytes\":");
      p = put_u32(p, w[3]);
      if (w[4]) {
        p = put_literal(p, ",\"exception\":");
        p = out.put_json_text(p, take_text(q, w[4]));
      }
      next = q;
      break;
    }
    case EventType::connection_opened: {
      const std::uint32_t* q = w + 5;
      p = put_literal(p, "connection_opened\",\"connection\":");
      p = put_u32(p, w[1]);
      if (w[2]) {
        p = put_literal(p, ",\"peer\":");
        p = put_u32(p, w[2]);
      }
      p = put_literal(p, ",\"address\":");
      p = out.put_json_text(p, take_text(q, w[3]));
      if ((w[0] >> 8 & 255)) {
        p = put_literal(p, ",\"server\":");
        p = put_bool(p, (w[0] >> 8 & 255));
      }
      if (w[4]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[4]);
      }
      next = q;
      break;
    }
    case EventType::data_sent: {
      const std::uint32_t* q = w + 5;
      p = put_literal(p, "data_sent\",\"connection\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"bytes\":");
      p = put_u32(p, w[2]);
      if (w[3]) {
        p = put_literal(p, ",\"preview\":");
        p = out.put_json_text(p, take_text(q, w[3]));
      }
      if (w[4]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[4]);
      }
      next = q;
      break;
    }
    case EventType::data_received: {
      const std::uint32_t* q = w + 4;
      p = put_literal(p, "data_received\",\"connection\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"bytes\":");
      p = put_u32(p, w[2]);
      if (w[3]) {
        p = put_literal(p, ",\"preview\":");
        p = out.put_json_text(p, take_text(q, w[3]));
      }
      next = q;
      break;
    }
    case EventType::connection_closed: {
      p = put_literal(p, "connection_closed\",\"connection\":");
      p = put_u32(p, w[1]);
      if (w[2]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[2]);
      }
      next = w + 3;
      break;
    }
    case EventType::context_copied: {
      p = put_literal(p, "context_copied\",\"context\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"from\":");
      p = put_u32(p, w[2]);
      next = w + 3;
      break;
    }
    case EventType::context_var_set: {
      const std::uint32_t* q = w + 6;
      p = put_literal(p, "context_var_set\",\"context\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"name\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      p = put_literal(p, ",\"value\":");
      p = out.put_json_text(p, take_text(q, w[3]));
      if (w[4]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[4]);
      }
      if (w[5]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[5]);
      }
      next = q;
      break;
    }
    case EventType::context_var_reset: {
      const std::uint32_t* q = w + 6;
      p = put_literal(p, "context_var_reset\",\"context\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"name\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      if (w[3]) {
        p = put_literal(p, ",\"value\":");
        p = out.put_json_text(p, take_text(q, w[3]));
      }
      if (w[4]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[4]);
      }
      if (w[5]) {
        p = put_literal(p, ",\"line\":");
        p = put_u32(p, w[5]);
      }
      next = q;
      break;
    }
    case EventType::line_reached: {
      const std::uint32_t* q = w + 4;
      p = put_literal(p, "line_reached\",\"line\":");
      p = put_u32(p, w[1]);
      p = put_literal(p, ",\"function\":");
      p = out.put_json_text(p, take_text(q, w[2]));
      if (w[3]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[3]);
      }
      next = q;
      break;
    }
    case EventType::lines_left_out: {
      p = put_literal(p, "lines_left_out\",\"lines\":");
      p = put_u32(p, w[1]);
      if (w[2]) {
        p = put_literal(p, ",\"task\":");
        p = put_u32(p, w[2]);
      }
      next = w + 3;
      break;
    }
      default:
        return;
    }
    p = put_literal(p, "}\n");
    count_up(state);
    w = next;
  }
  out.set_cursor(p);
}

}  // namespace ap::trace
