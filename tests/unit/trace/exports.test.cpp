#include <doctest/doctest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "trace/chrome_trace.hpp"
#include "trace/every_event.generated.hpp"
#include "trace/mermaid.hpp"
#include "trace/ndjson.hpp"
#include "trace/play.hpp"
#include "trace/svg.hpp"
#include "trace/text_trace.hpp"

using namespace ap::trace;
using namespace ap::trace::testing;
using nlohmann::json;

namespace {

// A file of the trace-event format: what a viewer needs to draw it.
struct Checked {
  std::size_t slices = 0, arrows = 0, instants = 0;
  std::map<int, std::string> tracks;
};

Checked check_trace(const std::string& text) {
  Checked result;
  json file = json::parse(text, nullptr, false);
  REQUIRE_FALSE(file.is_discarded());
  REQUIRE(file["traceEvents"].is_array());
  std::map<int, std::vector<std::string>> open;
  std::map<std::uint64_t, std::string> under_way;
  std::uint64_t last = 0;
  int wrong = 0;
  for (auto& event : file["traceEvents"]) {
    std::string phase = event["ph"];
    wrong += event["pid"] != 1 || !event["tid"].is_number_unsigned() || !event["ts"].is_number_unsigned();
    wrong += !event["name"].is_string();
    int track = event["tid"];
    if (phase == "M") {
      if (event["name"] == "thread_name") result.tracks[track] = event["args"]["name"];
      continue;
    }
    std::uint64_t ts = event["ts"];
    wrong += ts < last;  // in order of time
    last = ts;
    if (phase == "B") {
      result.slices++;
      open[track].push_back(event["name"]);
    } else if (phase == "E") {
      wrong += open[track].empty();
      if (!open[track].empty()) open[track].pop_back();
    } else if (phase == "s") {
      result.arrows++;
      wrong += open[track].empty();  // it begins in a slice
      wrong += !under_way.emplace(event["id"], event["name"]).second;
    } else if (phase == "f") {
      wrong += open[track].empty() || event["bp"] != "e";
      wrong += under_way[event["id"].get<std::uint64_t>()] != event["name"].get<std::string>();
      under_way.erase(event["id"].get<std::uint64_t>());
    } else if (phase == "i") {
      result.instants++;
      wrong += std::string("gpt").find(event["s"].get<std::string>()) == std::string::npos;
    } else {
      wrong += phase != "C";
    }
  }
  for (auto& [track, slices] : open) wrong += !slices.empty();
  CHECK(wrong == 0);
  CHECK(under_way.empty());
  return result;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t i = text.find(part); i != text.npos; i = text.find(part, i + part.size())) n++;
  return n;
}

// Elements closed in the order they were opened, attributes quoted, no stray < or &.
bool is_well_formed(std::string_view xml) {
  std::vector<std::string> open;
  std::size_t i = 0;
  while (i < xml.size()) {
    if (xml[i] == '&') {
      std::size_t end = xml.find(';', i);
      std::set<std::string_view> known = {"&amp;", "&lt;", "&gt;", "&quot;"};
      if (end == xml.npos || !known.count(xml.substr(i, end - i + 1))) return false;
      i = end;
    } else if (xml[i] == '<') {
      std::size_t end = i + 1;
      bool quoted = false;
      while (end < xml.size() && (quoted || xml[end] != '>')) {
        if (xml[end] == '<') return false;
        if (xml[end++] == '"') quoted = !quoted;
      }
      if (end == xml.size()) return false;
      std::string_view tag = xml.substr(i + 1, end - i - 1);
      if (tag.starts_with('/')) {
        if (open.empty() || open.back() != tag.substr(1)) return false;
        open.pop_back();
      } else if (!tag.ends_with('/')) {
        open.emplace_back(tag.substr(0, tag.find_first_of(" \n")));
      }
      i = end;
    }
    i++;
  }
  return open.empty();
}

void hostile(double& now) {
  emit(RunStarted{.program = "<script>\"&'.py"});
  emit(TaskCreated{.task = 1, .name = "</svg><img src=x onerror=alert(1)>", .function = "end;#%{}"});
  emit(TaskScheduled{.handle = 1, .task = 1});
  emit(TaskStepStarted{.task = 1, .handle = 1});
  emit(Output{.text = "\x1b[31m\"]}</title>\xff\xed\xa0\xbd:;#\n", .task = 1});
  emit(FutureCreated{.future = 2, .kind = FutureKind::user, .label = "<b>:,&"});
  emit(TaskStepFinished{.task = 1, .outcome = StepEnd::suspended, .future = 2});
  now = 1;
  emit(ClockAdvanced{.from = 0, .to = 1, .cause = ClockCause::blocking, .task = 1, .function = "<f>"});
  emit(RunFinished{.virtual_seconds = 1});
}

}  // namespace

TEST_CASE("the trace-event file: balanced slices, matched arrows, named tracks") {
  Checked seen = check_trace(text_of<ChromeTraceSink>(two_workers));
  CHECK(seen.tracks[1] == "event loop");
  CHECK(seen.tracks[2] == "Task-1 main");
  CHECK(seen.tracks[4] == "Task-3 worker");
  CHECK(seen.arrows == 2 + 3);  // two created by main, three woken
  CHECK(seen.instants == 4 + 3);
}

TEST_CASE("an empty run exports as an empty picture") {
  auto nothing = [](double&) {};
  CHECK(check_trace(text_of<ChromeTraceSink>(nothing)).slices == 0);
  CHECK(is_well_formed(text_of<SvgSink>(nothing)));
  CHECK(text_of<MermaidSequenceSink>(nothing) == "sequenceDiagram\n  participant L as event loop\n");
  CHECK(text_of<NdjsonSink>(nothing).empty());
  CHECK(text_of<TextTraceSink>(nothing).empty());
}

TEST_CASE("cancellation and blocking in the trace-event file") {
  std::string text = text_of<ChromeTraceSink>([](double& now) {
    emit(RunStarted{.program = "p"});
    emit(TaskCreated{.task = 1, .name = "a", .function = "a"});
    emit(TaskCreated{.task = 2, .name = "b", .function = "b"});
    emit(TaskScheduled{.handle = 1, .task = 1});
    emit(TaskScheduled{.handle = 2, .task = 2});
    emit(TaskStepStarted{.task = 1, .handle = 1});
    now = 2;
    emit(ClockAdvanced{.from = 0, .to = 2, .cause = ClockCause::blocking, .task = 1, .function = "time.sleep", .line = 3});
    emit(CancelRequested{.task = 2, .by = 1, .requests = 1});
    emit(TaskScheduled{.handle = 3, .task = 1, .reason = ScheduleReason::yielded, .by = 1});
    emit(TaskStepFinished{.task = 1, .outcome = StepEnd::yielded});
    emit(TaskStepStarted{.task = 2, .handle = 2, .how = StepStart::thrown});
    emit(CancelDelivered{.task = 2});
    emit(TaskFinished{.task = 2, .outcome = TaskOutcome::cancelled});
    emit(TaskStepFinished{.task = 2, .outcome = StepEnd::finished});
    emit(RunFinished{.virtual_seconds = 2});
  });
  CHECK(check_trace(text).arrows == 1);
  CHECK(text.find("BLOCKED by a: time.sleep") != text.npos);
}

TEST_CASE("Mermaid: participants, messages, a note where the clock jumps") {
  std::string sequence = text_of<MermaidSequenceSink>(two_workers);
  CHECK(sequence.find("participant T2 as Task-2 worker\n") != sequence.npos);
  CHECK(sequence.find("T1->>T3: creates\n") != sequence.npos);
  CHECK(sequence.find("L-->>T1: wakes, since gather is complete\n") != sequence.npos);
  CHECK(sequence.find("Note over L,T3: nothing is ready: 1.0 s") != sequence.npos);
  CHECK(count(sequence, "  activate ") == count(sequence, "  deactivate "));
  std::string gantt = text_of<MermaidGanttSink>(two_workers);
  CHECK(gantt.find("  section Task-2 worker\n  sleeps until 2.0 :0, 2000\n  returns 'rose' :milestone, 2000, 0ms\n") != gantt.npos);
}

TEST_CASE("the picture of the timeline") {
  std::string svg = text_of<SvgSink>(two_workers);
  CHECK(is_well_formed(svg));
  CHECK(svg.find("<title>sleeps until 1.0, 0.0 to 1.0 s, line 5</title>") != svg.npos);
  CHECK(count(svg, "class=\"output\"") == 4);
  CHECK(count(svg, "<g class=\"returned\">") == 3);
}

TEST_CASE("texts of a program stay texts") {
  std::string svg = text_of<SvgSink>(hostile);
  CHECK(is_well_formed(svg));
  CHECK(svg.find("<img") == svg.npos);
  CHECK(svg.find("<script") == svg.npos);
  check_trace(text_of<ChromeTraceSink>(hostile));
  std::string sequence = text_of<MermaidSequenceSink>(hostile);
  CHECK(sequence.find('<') == sequence.npos);
  CHECK(text_of<TextTraceSink>(hostile).find('\x1b') == std::string::npos);
}

TEST_CASE("every export survives a stream that makes no sense, and keeps its own grammar") {
  auto twice = [](double& now) {
    every_event(now);
    every_event(now);
  };
  json file = json::parse(text_of<ChromeTraceSink>(twice), nullptr, false);
  CHECK_FALSE(file.is_discarded());
  CHECK(is_well_formed(text_of<SvgSink>(twice)));
  CHECK_FALSE(text_of<MermaidSequenceSink>(twice).empty());
  CHECK_FALSE(text_of<MermaidGanttSink>(twice).empty());
  CHECK_FALSE(text_of<TextTraceSink>(twice).empty());
  std::string rows = text_of<RowsSink>(twice);
  int wrong = 0;
  while (!rows.empty()) {
    std::size_t end = rows.find('\n');
    wrong += json::parse(rows.substr(0, end), nullptr, false).is_discarded();
    rows.erase(0, end + 1);
  }
  CHECK(wrong == 0);
}
