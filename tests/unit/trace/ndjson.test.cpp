#include "trace/ndjson.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "trace/every_event.generated.hpp"
#include "trace/play.hpp"

using namespace ap::trace;
using namespace ap::trace::testing;

namespace {

// A file beside this one. With AP_UPDATE in the environment it is written instead of compared.
std::string golden_path(const char* file) {
  std::string path = __FILE__;
  return path.substr(0, path.rfind('/') + 1) + file;
}

std::string read_file(const std::string& path) {
  std::string text;
  if (std::FILE* file = std::fopen(path.c_str(), "rb")) {
    char buffer[4096];
    while (std::size_t n = std::fread(buffer, 1, sizeof buffer, file)) text.append(buffer, n);
    std::fclose(file);
  }
  return text;
}

void check_golden(const char* name, std::string_view actual) {
  std::string path = golden_path(name);
  if (std::getenv("AP_UPDATE")) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    REQUIRE(file);
    std::fwrite(actual.data(), 1, actual.size(), file);
    std::fclose(file);
  }
  CHECK_MESSAGE(read_file(path) == actual, name << " differs; AP_UPDATE=1 writes it anew");
}

std::string ndjson(const std::vector<std::vector<std::uint32_t>>& chunks) {
  std::string text;
  auto sink = std::make_unique<NdjsonSink>(append, &text);
  for (auto& chunk : chunks) sink->on_chunk(chunk);
  sink->on_end();
  return text;
}

}  // namespace

// The page's decoder and the JSON Schema are tested on these two files, by events.test.mjs beside this one.
TEST_CASE("every event, with all its fields and with few, as NDJSON and as it lies in memory") {
  Collect sink;
  play_to(sink, every_event, kAllCategories, 1 << 16);
  REQUIRE(sink.chunks.size() == 1);
  check_golden("every-event.ndjson", ndjson(sink.chunks));
  auto& words = sink.chunks[0];
  check_golden("every-event.bin", {reinterpret_cast<const char*>(words.data()), 4 * words.size()});
}

TEST_CASE("the text does not depend on where chunks end") {
  Collect whole, pieces;
  play_to(whole, every_event, kAllCategories, 1 << 16);
  play_to(pieces, every_event, kAllCategories, 64);
  CHECK(pieces.chunks.size() > 20);
  CHECK(ndjson(whole.chunks) == ndjson(pieces.chunks));
}

TEST_CASE("one object a line, in the order of the schema, without what there is none of") {
  CHECK(text_of<NdjsonSink>([](double& now) {
    emit(TaskCreated{.task = 1, .name = "Task-1", .function = "main", .line = 12});
    now = 0.5;
    emit(TaskScheduled{.handle = 3, .task = 2, .reason = ScheduleReason::woken, .future = 9, .by = 1});
    emit(ScopeEntered{.scope = 1, .kind = ScopeKind::timeout, .task = 1, .deadline = 0.5 + 0.2});
    emit(RunFinished{.exit = -1, .virtual_seconds = now});
  }) ==
        R"({"seq":0,"t":0.0,"type":"task_created","task":1,"name":"Task-1","function":"main","line":12})" "\n"
        R"({"seq":1,"t":0.5,"type":"task_scheduled","handle":3,"task":2,"reason":"woken","future":9,"by":1})" "\n"
        R"({"seq":2,"t":0.5,"type":"scope_entered","scope":1,"kind":"timeout","task":1,"deadline":0.7})" "\n"
        R"({"seq":3,"t":0.5,"type":"run_finished","exit":-1,"virtual_seconds":0.5})" "\n");
}

TEST_CASE("seq counts through every power of ten") {
  std::string text = text_of<NdjsonSink>([](double&) {
    for (int i = 0; i < 12000; i++) emit(LoopCreated{.loop = 1});
  });
  std::size_t at = 0;
  int wrong = 0;
  for (int i = 0; i < 12000; i++) {
    std::string head = "{\"seq\":" + std::to_string(i) + ",\"t\":0.0,\"type\":\"loop_created\",\"loop\":1}\n";
    if (text.compare(at, head.size(), head) != 0) wrong++;
    at += head.size();
  }
  CHECK(wrong == 0);
  CHECK(at == text.size());
}
