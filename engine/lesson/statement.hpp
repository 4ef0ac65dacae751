// Statements about a run that the run decides: predicates, and keys (what a question asks for). Vocabulary: scenarios/README.md.
#pragma once
#include "lesson/run.hpp"

namespace ap::lesson {

struct Moment {
  uint64_t seq;
  double t;
  trace::TaskId task = 0;
};

// Whether a predicate holds, and what there is to say about it.
struct Finding {
  bool holds = false;
  std::string actual, wanted;       // what was measured, what is asked for
  std::vector<std::string> names;   // of those concerned
  std::string starts, ends;         // when they did
  std::string line, problem;
  uint64_t seq = kNever;            // where to look
};

// Reads one run of the question's program.
class Reader {
 public:
  Reader(Scenario& scenario, const World& world, std::string_view program = "", const Json* set = nullptr)
      : scenario_(scenario), world_(world), program_(program), set_(set), run_(scenario.run(world, program, set)) {}

  const Observation& run() const { return run_; }
  std::vector<const Activity*> chosen(std::string_view who) const;
  // Each time that the event happens.
  std::vector<Moment> all(const Json& event);
  // The first, or the nth; seq kNever: it does not happen.
  Moment one(const Json& event);
  // The event after which a moment lies.
  uint64_t seq_of(const Json& moment);
  Finding holds(const Json& predicate);
  // null: it cannot be read off this run.
  Json key(const Json& key);
  std::string value(const Json& about, bool* ok);
  // The printed lines that a key of output_lines speaks of.
  std::vector<Line> output_lines(const Json& key) const;

 private:
  Finding possible_outputs(const Json* range);
  Finding all_or_any(const Json& parts, bool all);
  void measure(Finding& f, double value, const Json* range, bool is_seconds, bool counted = false);
  void concerns(Finding& f, const std::vector<const Activity*>& who, std::string_view pattern);
  double concurrency(std::string_view who, uint64_t* seq) const;
  std::string told(const Json& event);
  Finding unknown(const Json& what, std::string_view kind);

  Scenario& scenario_;
  World world_;
  std::string program_;
  const Json* set_;
  const Observation& run_;
};

}  // namespace ap::lesson
