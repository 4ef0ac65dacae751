// Memory that is refused: runs a program again and again, and the k-th allocation fails, for every k.
//   ap_allocation [--most N] FILE...   at most N of the ks of a program, evenly spread (all of them)
// The run must end by itself: with MemoryError, or with what it would have printed anyway, where the program or the engine
// could do without. And the next run must be exactly what it is on a fresh engine. A trap ends this process.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "api/session.hpp"
#include "base/heap.hpp"
#include "base/meter.hpp"
#include "bindings/python_modules.hpp"
#include "object/runtime.hpp"

namespace {

struct Seen {
  std::string text;
  int exit = 0;
  double virtual_seconds = 0;
  bool operator==(const Seen&) const = default;
};

constexpr uint64_t kNever = uint64_t{1} << 60;
uint64_t allocations = 0;  // of the last run

// An observer of all events, as the page is one.
class Silent final : public ap::trace::Sink {
 public:
  void on_chunk(ap::trace::Chunk) override {}
};

Seen run(std::string_view source, uint64_t fail_at) {
  Seen seen;
  Silent silent;
  ap::RunOptions options;
  options.sinks.push_back(&silent);
  options.limits.steps = 20'000'000;
  options.at_stop = [](void*) { allocations = kNever - ap::fails_in; };
  ap::OutputSink sink{.write = [](void* user, ap::Stream, std::string_view text) { static_cast<std::string*>(user)->append(text); },
                      .user = &seen.text};
  ap::heap.fail_at(fail_at);
  ap::RunResult result = ap::run_program(source, options, sink);
  seen.exit = result.exit;
  seen.virtual_seconds = result.virtual_seconds;
  return seen;
}

std::string read(const char* path) {
  std::string text;
  if (FILE* f = std::fopen(path, "rb")) {
    char buffer[65536];
    while (size_t n = std::fread(buffer, 1, sizeof buffer, f)) text.append(buffer, n);
    std::fclose(f);
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  ap::load_python_modules_from_binary();
  ap::when_it_fails = [] { ap::rt.check_at = 0; };
  uint64_t most = kNever, failures = 0, refused = 0;
  int programs = 0, bad = 0;
  run("", kNever);
  const uint64_t start = allocations;  // what a run needs before its program
  for (int i = 1; i < argc; ++i) {
    if (!std::strcmp(argv[i], "--most") && i + 1 < argc) {
      most = std::strtoull(argv[++i], nullptr, 10);
      continue;
    }
    std::string source = read(argv[i]);
    Seen right = run(source, 0);
    if (run(source, kNever) != right) {
      std::printf("%s: two runs differ\n", argv[i]);
      ++bad;
      continue;
    }
    // All of the program's own, and of the beginning that all have in common those of the first program.
    uint64_t total = allocations, own = total > start ? total - start : 0, step = own > most ? (own + most - 1) / most : 1;
    ++programs;
    bool wrong = false;
    uint64_t early = programs > 1 ? start : most == kNever ? 1 : start / 64;
    for (uint64_t k = 1; k <= total && !wrong; k += k < start ? (early < start - k ? early : start - k) : step) {
      std::fprintf(stderr, "\r%s: %llu of %llu ", argv[i], static_cast<unsigned long long>(k), static_cast<unsigned long long>(total));
      Seen failed = run(source, k);
      ++failures;
      bool told = failed.text.find("MemoryError") != failed.text.npos;
      refused += told;
      if (!told && failed.exit != right.exit && failed.exit != 1) {
        std::printf("%s: allocation %llu failed, and the status is %d\n", argv[i], static_cast<unsigned long long>(k), failed.exit);
        wrong = true;
      }
      Seen after = run(source, 0);
      if (after == right) continue;
      std::printf("%s: after allocation %llu failed, the next run differs\n", argv[i], static_cast<unsigned long long>(k));
      wrong = true;
    }
    bad += wrong;
  }
  std::fprintf(stderr, "\r");
  std::printf("%d programs, %llu failed allocations, %llu of them told as MemoryError; %d programs went wrong\n", programs,
              static_cast<unsigned long long>(failures), static_cast<unsigned long long>(refused), bad);
  return bad ? 1 : 0;
}
