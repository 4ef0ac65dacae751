// ap: the engine on the command line, for tests, fuzzers and profiling. The command for people is asyncio-playground.
//   ap run [--json] FILE...|- [--options JSON]
//   ap run --options JSON FILE|-     with the options of options.hpp; "format": a trace in that format instead of the output
//   ap run --stop-after MS ...       as somebody who presses Stop after so many milliseconds of processor time
//   ap VERB FILE|- [--options JSON]  the answer of a verb (verbs.hpp) as one line of JSON
//   ap VERB --json FILE... [--options JSON]   one JSON array of answers
//   ap check FOLDER [ANSWERS.json]   the same for a scenario's folder, with the answers in a file
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <sys/stat.h>
#include <sys/time.h>
#include <vector>

#include "api/exports.hpp"
#include "api/verbs.hpp"
#include "bindings/python_modules.hpp"

namespace {

// Stop, as a host asks for it: Ctrl-C, or the time of --stop-after. It is processor time, so that how long a program goes
// on after that ("stop_ms") does not depend on who else uses the machine.
volatile std::sig_atomic_t stop_asked = 0;
volatile std::clock_t stop_asked_at = 0;
int stop_after = 0;

void ask_to_stop(int signal) {
  if (stop_asked && signal == SIGINT) std::_Exit(130);
  if (!stop_asked) stop_asked_at = std::clock();
  stop_asked = 1;
  ap::rt.check_at = 0;  // the very next check() hears of it
}

void start_stop_clock() {
  stop_asked = 0;
  itimerval time = {{0, 0}, {stop_after / 1000, stop_after % 1000 * 1000}};
  setitimer(ITIMER_PROF, &time, nullptr);
}

// Milliseconds from the wish to now; -1: nobody asked.
double stop_ms() { return stop_asked ? double(std::clock() - stop_asked_at) * 1000 / CLOCKS_PER_SEC : -1; }

bool read_file(const char* path, std::string& text, std::string& error) {
  if (!std::strcmp(path, "-")) {
    char buffer[65536];
    while (size_t n = std::fread(buffer, 1, sizeof buffer, stdin)) text.append(buffer, n);
    return true;
  }
  struct stat s;
  if (stat(path, &s) == 0 && S_ISDIR(s.st_mode)) {
    error = std::string("ap: '") + path + "' is a directory; name a Python file";
    return false;
  }
  FILE* f = std::fopen(path, "rb");
  if (!f) {
    error = std::string("ap: can't open '") + path + "': " + std::strerror(errno);
    return false;
  }
  char buffer[65536];
  while (size_t n = std::fread(buffer, 1, sizeof buffer, f)) text.append(buffer, n);
  std::fclose(f);
  return true;
}

// A scenario's folder as the verb check takes it.
std::string bundle_of(const std::string& folder, std::string& error) {
  ap::Json bundle;
  std::string text;
  if (!read_file((folder + "/scenario.json").c_str(), text, error)) return "";
  bundle["scenario"] = ap::parse_json(text);
  if (bundle["scenario"].is_discarded()) {
    error = "ap: '" + folder + "/scenario.json' is not JSON";
    return "";
  }
  bundle["files"] = ap::Json::object();
  if (bundle["scenario"].is_object() && bundle["scenario"].contains("programs"))
    for (const ap::Json& program : bundle["scenario"]["programs"])
      if (program.is_object() && program.contains("file") && program["file"].is_string()) {
        std::string file = program["file"], source, ignored;
        if (file.find('/') == file.npos && read_file((folder + "/" + file).c_str(), source, ignored)) bundle["files"][file] = source;
      }
  text.clear();
  std::string ignored;
  if (read_file((folder + "/../../misconceptions.json").c_str(), text, ignored)) {
    ap::Json all = ap::parse_json(text);
    if (all.is_object() && all.contains("misconceptions")) bundle["misconceptions"] = all["misconceptions"];
  }
  return ap::dump(bundle);
}

void pass_on(void*, ap::Stream stream, std::string_view text) {
  FILE* to = stream == ap::Stream::Out ? stdout : stderr;
  if (to == stderr) std::fflush(stdout);
  std::fwrite(text.data(), 1, text.size(), to);
}

int usage() {
  std::fprintf(stderr,
               "usage: ap run [--json] [--stop-after MS] FILE...|-\n"
               "       ap VERB FILE|- [--options JSON]    VERB: %s\n",
               ap::verb_names().c_str());
  return ap::kExitUsage;
}

int fail(const std::string& sentence) {
  std::fprintf(stderr, "%s\n", sentence.c_str());
  return ap::kExitUsage;
}

// `ap run FILE`: the program's output, or its trace in a format.
int run_one(const std::string& text, const std::string& options_text) {
  ap::Json json = options_text.empty() ? ap::Json::object() : ap::parse_json(options_text);
  ap::RunOptions options;
  ap::OptionReader read(json);
  std::string format_name;
  read.run(options);
  read.text("format", format_name);
  if (std::string wrong = read.finish(); !wrong.empty()) return fail("ap: " + wrong);
  std::unique_ptr<ap::TraceFormat> format;
  if (!format_name.empty()) {
    auto write = [](void*, const char* data, size_t size) { std::fwrite(data, 1, size, stdout); };
    format = ap::make_trace_format(format_name, text, write, nullptr);
    if (!format) return fail("ap: there is no format named '" + format_name + "'; there are " + std::string(ap::kTraceFormats));
    options.sinks.push_back(&format->sink());
  }
  if (stop_after) start_stop_clock();
  ap::RunResult r = ap::run_program(text, options, format ? ap::OutputSink{} : ap::OutputSink{.write = pass_on});
  std::fflush(stdout);
  if (!r.hint.empty() && !format) std::fprintf(stderr, "hint: %s\n", r.hint.c_str());
  return r.exit;
}

}  // namespace

int main(int argc, char** argv) {
  bool json = false;
  std::string options;
  std::vector<const char*> files;
  if (argc < 3 || !ap::is_verb(argv[1])) return usage();
  for (int i = 2; i < argc; ++i) {
    if (!std::strcmp(argv[i], "--json"))
      json = true;
    else if (!std::strcmp(argv[i], "--options") && i + 1 < argc)
      options = argv[++i];
    else if (!std::strcmp(argv[i], "--stop-after") && i + 1 < argc)
      stop_after = std::atoi(argv[++i]);
    else
      files.push_back(argv[i]);
  }
  bool run = !std::strcmp(argv[1], "run");
  struct stat about;
  bool folder = !std::strcmp(argv[1], "check") && !files.empty() && stat(files[0], &about) == 0 && S_ISDIR(about.st_mode);
  if (files.empty() || files.size() > (json ? files.size() : folder ? 2u : 1u)) return usage();
  ap::load_python_modules_from_binary();
  ap::rt.hooks.interrupted = [] { return stop_asked != 0; };
  std::signal(SIGINT, ask_to_stop);
  std::signal(SIGPROF, ask_to_stop);
  if (folder) {
    std::string error, bundle = bundle_of(files[0], error);
    if (error.empty() && files.size() == 2) {
      std::string text;
      if (read_file(files[1], text, error)) {
        ap::Json answers = ap::parse_json(text);
        if (answers.is_discarded()) return fail(std::string("ap: '") + files[1] + "' is not JSON");
        options = ap::dump(ap::Json{{"answers", answers}});
      }
    }
    if (!error.empty()) return fail(error);
    std::string answer = ap::call_verb("check", bundle, options);
    std::printf("%s\n", answer.c_str());
    return answer.starts_with("{\"error\":") ? ap::kExitUsage : ap::kExitOk;
  }
  if (json && !run) {
    for (size_t i = 0; i < files.size(); ++i) {
      std::string text, error;
      std::string answer = read_file(files[i], text, error) ? ap::call_verb(argv[1], text, options) : ap::dump(ap::refusal(error));
      std::printf("%s%s\n", i ? "," : "[", answer.c_str());
    }
    std::fputs("]\n", stdout);
    return ap::kExitOk;
  }
  if (!(run && json)) {
    std::string text, error;
    if (!read_file(files[0], text, error)) return fail(error);
    if (run) return run_one(text, options);
    std::string answer = ap::call_verb(argv[1], text, options);
    std::printf("%s\n", answer.c_str());
    return answer.starts_with("{\"error\":") ? ap::kExitUsage : ap::kExitOk;
  }
  std::fputs("[", stdout);
  for (size_t i = 0; i < files.size(); ++i) {
    ap::Json record;
    const char* slash = std::strrchr(files[i], '/');
    record["file"] = slash ? slash + 1 : files[i];
    std::string text, error;
    if (!read_file(files[i], text, error)) {
      record["stdout"] = "";
      record["stderr"] = error + "\n";
      record["exit"] = ap::kExitUsage;
      record["virtual_seconds"] = 0.0;
    } else {
      ap::Json json = options.empty() ? ap::Json::object() : ap::parse_json(options);
      if (stop_after) start_stop_clock();
      ap::Json answer = ap::verb_run(text, json);
      if (double late = stop_ms(); late >= 0) record["stop_ms"] = late;
      if (answer.contains("error")) return fail("ap: " + answer["error"].get<std::string>());
      record.update(answer);
    }
    std::string line = ap::dump(record);
    std::printf("%s%s\n", i ? "," : "", line.c_str());
    std::fflush(stdout);
  }
  std::fputs("]\n", stdout);
}
