// check: the verdict on answers to a scenario's questions; see lesson/check.hpp for the JSON.
#include "lesson/check.hpp"

#include <algorithm>
#include <memory>

#include "api/explore.hpp"
#include "api/verbs.hpp"
#include "lesson/evaluate.hpp"

namespace ap {
namespace {

using lesson::Answer;
using lesson::Request;

class Programs final : public lesson::Host {
 public:
  Answer run(const Request& request, trace::Sink* sink) override {
    Answer answer;
    RunOptions options;
    options.beliefs = request.beliefs;
    options.belief_variant = request.variant;
    options.trace_lines = request.lines;
    options.lines_in_a_row = 5000;  // as a page shows a run (SHOWN_RUN in web/src/state/store.ts), so that its events have the same numbers
    // A check is asked for while somebody waits, and a program may well run for ever under a wrong belief.
    options.limits.steps = request.beliefs ? 4'000'000 : 20'000'000;
    options.limits.loop_iterations = request.beliefs ? 20'000 : 200'000;
    if (request.options) read(*request.options, options, answer.error);
    if (sink) options.sinks.push_back(sink);
    struct Silent final : trace::Sink {
      void on_chunk(trace::Chunk) override {}
    } silent;
    struct Probe {
      const Request& request;
      Answer& answer;
    } probe{request, answer};
    if (!request.expression.empty()) {
      if (!sink) options.sinks.push_back(&silent);
      options.stop_seq = request.at;
      options.at_stop = [](void* user) {
        auto* p = static_cast<Probe*>(user);
        p->answer.valued = lesson::evaluate(p->request.expression, &p->answer.value);
      };
      options.stop_user = &probe;
    }
    if (request.order) {
      other_orders(request);
      if (request.order < plans_.size()) run_by_plan(request.source, options, plans_[request.order], {});
    } else {
      run_program(request.source, options, {});
    }
    return answer;
  }

  std::vector<std::string> other_orders(const Request& request) override {
    std::string about = request.source + '\0' + (request.options ? request.options->dump() : "");
    if (about == explored_) return outputs_;
    explored_ = std::move(about);
    RunOptions options;
    std::string error;
    if (request.options) read(*request.options, options, error);
    trace::TieExplorer explorer;
    explorer.tells_lives_apart = true;
    ExploreLimits limits;
    limits.runs = 64;
    limits.steps = 5'000'000;
    explore_ties(request.source, options, limits, explorer);
    outputs_.clear();
    plans_.clear();
    for (trace::ExploredOutput& o : explorer.outputs) {
      outputs_.push_back(std::move(o.outcome.out));
      plans_.push_back(std::move(o.plan));
    }
    return outputs_;
  }

 private:
  // The last that was explored.
  std::string explored_;
  std::vector<std::string> outputs_;
  std::vector<trace::TiePlan> plans_;

  static void read(const Json& from, RunOptions& into, std::string& error) {
    OptionReader read(from, "options.");
    read.run(into);
    error = read.finish();
  }
};

}  // namespace

Json verb_check(std::string_view source, const Json& options) {
  // The bundle comes as the source, or as an option where the caller has it as an object. A class's submissions come one by
  // one with the same scenario, and a learner's answers, too: reading it again, and running its programs under each wrong
  // belief again, would take longer than what is new.
  struct Kept {
    std::string source;
    Json bundle;
    Programs programs;
    lesson::Scenario scenario{bundle, programs};
  };
  static std::unique_ptr<Kept> kept;
  const Json* given = lesson::member(options, "scenario");
  if (given || !kept || kept->source != source) {
    kept = std::make_unique<Kept>();
    kept->source = source;
    kept->bundle = given ? *given : parse_json(source);
  }
  Json verdict = kept->bundle.is_object() ? lesson::check(kept->scenario, options)
                                          : refusal("the scenario is not a JSON object: {\"scenario\": …, \"files\": {…}}");
  if (given) kept.reset();
  return verdict;
}

}  // namespace ap
