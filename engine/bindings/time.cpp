// time, on the virtual clock, in UTC.
#include <cmath>

#include "asyncio/threads.hpp"
#include "bindings/calendar.hpp"
#include "bindings/modules.hpp"
#include "object/float.hpp"
#include "object/int.hpp"
#include "object/protocol.hpp"
#include "object/tuple.hpp"

namespace ap {
namespace {

Var time_(Call&) { return Value::from_float(Clock::kEpoch + current_clock->read()); }
Var monotonic(Call&) { return Var(current_clock->read_value()); }
// Nanoseconds, rounded half to even as round() does.
int64_t ns(double seconds) { return static_cast<int64_t>(std::nearbyint(seconds * 1e9)); }
Var monotonic_ns(Call&) { return make_int(ns(current_clock->read())); }
Var time_ns(Call&) { return make_int(static_cast<int64_t>(Clock::kEpoch) * 1'000'000'000 + ns(current_clock->read())); }

Var sleep_(Call& c) {
  double seconds;
  if (!is_float(c[0]) && !is_int(c[0]) && !type_of(c[0])->to_index && !type_of(c[0])->to_float)
    return type_error("'%T' object cannot be interpreted as an integer or float", c[0]);
  if (!to_double(c[0], &seconds)) return Var();
  if (seconds < 0) return value_error("sleep length must be non-negative");
  return hold_caller(seconds, "time.sleep", sleep_);
}

Type* struct_time_type;
constexpr const char* kFields[] = {"tm_year", "tm_mon",  "tm_mday", "tm_hour",  "tm_min", "tm_sec",
                                   "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff"};

Var struct_time(const CivilTime& t) {
  Ref<Tuple> fields = tuple_of(Value::from_int(t.year), Value::from_int(t.month), Value::from_int(t.day), Value::from_int(t.hour),
                               Value::from_int(t.minute), Value::from_int(t.second), Value::from_int(t.weekday),
                               Value::from_int(t.yearday), Value::from_int(0));
  return make_struct(struct_time_type, fields.get());
}

// The moment an argument stands for: seconds, or now.
bool moment(Value v, double* seconds) {
  if (v && !v.is_none()) return to_double(v, seconds);
  *seconds = Clock::kEpoch + current_clock->read();
  return true;
}

Var localtime(Call& c) {
  double s;
  if (!moment(c[0], &s)) return Var();
  return struct_time(civil_time(static_cast<int64_t>(std::floor(s))));
}

bool civil_of(Value v, CivilTime* t) {
  if (!v || v.is_none()) {
    *t = civil_time(static_cast<int64_t>(std::floor(Clock::kEpoch + current_clock->read())));
    return true;
  }
  if (!is_kind(v, Kind::Tuple) || v.as<Tuple>()->size < 9) return type_error("Tuple or struct_time argument required");
  int64_t n[9];
  for (int i = 0; i < 9; ++i)
    if (!to_int64((*v.as<Tuple>())[i], &n[i])) return false;
  *t = {n[0], static_cast<int>(n[1]), static_cast<int>(n[2]), static_cast<int>(n[3]), static_cast<int>(n[4]),
        static_cast<int>(n[5]), static_cast<int>(n[6]), static_cast<int>(n[7])};
  if (t->month < 1) t->month = 1;
  if (t->month > 12) return value_error("month out of range");
  return true;
}

Var ctime_(Call& c) {
  double s;
  if (!moment(c[0], &s)) return Var();
  return make_str(asctime(civil_time(static_cast<int64_t>(std::floor(s)))));
}
Var asctime_(Call& c) {
  CivilTime t;
  if (!civil_of(c[0], &t)) return Var();
  return make_str(asctime(t));
}
Var strftime_(Call& c) {
  CivilTime t;
  if (!is_kind(c[0], Kind::Str)) return type_error("strftime() argument 1 must be str, not %T", c[0]);
  if (!civil_of(c[1], &t)) return Var();
  return make_str(format_time(to_utf8(c[0].as<Str>()), t));
}
Var mktime(Call& c) {
  CivilTime t;
  if (!civil_of(c[0], &t)) return Var();
  return Value::from_float(static_cast<double>(seconds_from_civil(t.year, t.month, t.day, t.hour, t.minute, t.second)));
}

// What few programs ask for is in Python.
Var late_attribute(Call& c) {
  if (!is_kind(c[0], Kind::Str) || !c[0].as<Str>()->length || c[0].as<Str>()->at(0) == '_') return NotImplemented;
  return late_attribute_from("_time_more", c[0].as<Str>());
}

const MethodDef functions[] = {
    {"time", "", time_},
    {"time_ns", "", time_ns},
    {"monotonic", "", monotonic},
    {"monotonic_ns", "", monotonic_ns},
    {"perf_counter", "", monotonic},
    {"perf_counter_ns", "", monotonic_ns},
    {"process_time", "", monotonic},
    {"process_time_ns", "", monotonic_ns},
    {"thread_time", "", monotonic},
    {"thread_time_ns", "", monotonic_ns},
    {"sleep", "seconds, /", sleep_},
    {"localtime", "seconds=None, /", localtime},
    {"gmtime", "seconds=None, /", localtime},
    {"ctime", "seconds=None, /", ctime_},
    {"asctime", "t=None, /", asctime_},
    {"strftime", "format, t=None, /", strftime_},
    {"mktime", "t, /", mktime},
    {"__getattr__", "name, /", late_attribute},
};

}  // namespace

bool fill_time(Module* m) {
  module_functions(m, functions);
  struct_time_type = new_struct_type("time.struct_time", kFields, 9);
  module_set(m, "struct_time", Value(struct_time_type));
  Ref<Str> utc = make_str("UTC");
  Ref<Tuple> names = tuple_of(utc, utc);
  module_set(m, "tzname", names);
  module_set(m, "timezone", Value::from_int(0));
  module_set(m, "altzone", Value::from_int(0));
  module_set(m, "daylight", Value::from_int(0));
  return true;
}

}  // namespace ap
