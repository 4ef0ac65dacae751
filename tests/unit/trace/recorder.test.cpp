#include <doctest/doctest.h>

#include "trace/events.hpp"
#include "trace/play.hpp"

using namespace ap::trace;
using namespace ap::trace::testing;

namespace {

struct Steps final : EventVisitor {
  struct Seen {
    std::uint64_t seq;
    double t;
    std::uint32_t what;
  };
  std::vector<Seen> seen;
  std::vector<std::string> texts;
  void on_task_step_started(const At& at, const TaskStepStarted& e) override { seen.push_back({at.seq, at.t, e.task}); }
  void on_task_step_finished(const At& at, const TaskStepFinished& e) override { seen.push_back({at.seq, at.t, e.task}); }
  void on_output(const At&, const Output& e) override { texts.emplace_back(e.text); }
};

}  // namespace

TEST_CASE("nobody listens: nothing happens") {
  CHECK(Recorder::live() == nullptr);
  CHECK(live_categories == 0);
  emit(TaskStepStarted{.task = 1});
  Collect sink;
  {
    Recorder recorder;
    recorder.add_sink(sink);
    emit(TaskStepStarted{.task = 1});  // not started yet
    CHECK(recorder.count() == 0);
  }
  CHECK(sink.chunks.empty());
  CHECK(sink.ended);
}

TEST_CASE("only the categories that were asked for are recorded, and the run's own") {
  Steps steps;
  Collect sink;
  play_to(sink, [](double&) {
    CHECK(wants(Category::output));
    CHECK_FALSE(wants(Category::scheduling));
    emit(RunStarted{.program = "p"});
    emit(TaskStepStarted{.task = 1});
    emit(Output{.text = "x"});
    CHECK(Recorder::live()->count() == 2);
  }, bit(Category::output));
  for (auto& chunk : sink.chunks) visit(chunk, steps);
  CHECK(steps.seen.empty());
  CHECK(steps.texts.size() == 1);
}

TEST_CASE("seq and time go on from chunk to chunk, whatever the size of a chunk") {
  Collect sink;
  play_to(sink, [](double& now) {
    for (std::uint32_t i = 0; i < 1000; i++) {
      if (i % 3 == 0) now += 0.25;
      emit(TaskStepStarted{.task = i + 1, .handle = i, .line = 5});
    }
  }, kAllCategories, 64);
  CHECK(sink.chunks.size() > 10);
  Steps steps;
  for (auto& chunk : sink.chunks) {
    CHECK(chunk.size() <= 64);
    visit(chunk, steps);
  }
  REQUIRE(steps.seen.size() == 1000);
  bool right = true;
  for (std::uint32_t i = 0; i < 1000; i++) {
    right &= steps.seen[i].seq == i && steps.seen[i].what == i + 1 && steps.seen[i].t == 0.25 * (i / 3 + 1);
  }
  CHECK(right);
}

TEST_CASE("a text larger than a chunk arrives whole") {
  std::string large(1 << 20, 'x');
  large += "end";
  Steps steps;
  Collect sink;
  play_to(sink, [&](double&) {
    emit(Output{.text = "before"});
    emit(Output{.text = large});
    emit(Output{.text = "after"});
  }, kAllCategories, 64);
  for (auto& chunk : sink.chunks) visit(chunk, steps);
  REQUIRE(steps.texts.size() == 3);
  CHECK(steps.texts[1] == large);
  CHECK(steps.texts[2] == "after");
}

TEST_CASE("a run can be halted at an event, from inside its emit") {
  struct Halt {
    std::uint32_t last = 0, at = 0;
  } halt;
  Collect sink;
  double now = 0;
  Recorder recorder;
  recorder.add_sink(sink);
  recorder.set_clock(&now);
  recorder.stop_at(4, [](void* user) { static_cast<Halt*>(user)->at = static_cast<Halt*>(user)->last; }, &halt);
  recorder.start(kDefaultCategories);
  for (std::uint32_t i = 0; i < 10; i++) {
    halt.last = i;
    emit(TaskStepStarted{.task = i});
  }
  CHECK(halt.at == 4);
  CHECK(recorder.count() == 10);
  recorder.finish();
  CHECK(Recorder::live() == nullptr);
}

TEST_CASE("a clock that is not a number does not fill the stream") {
  Collect sink;
  play_to(sink, [](double& now) {
    now = kNoSeconds;
    for (int i = 0; i < 100; i++) emit(LoopCreated{.loop = 1});
  });
  REQUIRE(sink.chunks.size() == 1);
  CHECK(sink.chunks[0].size() == 5 + 100 * 2);
}

TEST_CASE("flush hands over what there is") {
  Collect sink;
  Recorder recorder;
  recorder.add_sink(sink);
  recorder.start(kDefaultCategories);
  recorder.flush();
  CHECK(sink.chunks.empty());
  emit(LoopCreated{.loop = 1});
  recorder.flush();
  CHECK(sink.chunks.size() == 1);
  CHECK_FALSE(sink.ended);
}

TEST_CASE("categories by name") {
  CategoryMask mask = 0;
  std::string_view unknown;
  CHECK(parse_categories("lines,output", mask, unknown));
  CHECK(mask == (bit(Category::run) | bit(Category::lines) | bit(Category::output)));
  CHECK(parse_categories("all,-lines", mask, unknown));
  CHECK(mask == (kAllCategories & ~bit(Category::lines)));
  CHECK(parse_categories("", mask, unknown));
  CHECK(mask == bit(Category::run));
  CHECK_FALSE(parse_categories("output,colour", mask, unknown));
  CHECK(unknown == "colour");
  std::string names;
  for_each_category(bit(Category::lines) | bit(Category::output), [&](std::string_view name) { names += std::string(name) + ";"; });
  CHECK(names == "output;lines;");
}
