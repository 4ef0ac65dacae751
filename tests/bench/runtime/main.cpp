// ap_bench: the engine as benchmarks want it.
//   ap_bench programs              paths of Python programs on stdin, a line each; answers with seconds
//   ap_bench NAME ROUNDS           one operation of the C++ runtime; prints nanoseconds an operation
//   ap_bench bytes                 bytes that a sleeping task takes: in C++, in Python
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "api/session.hpp"
#include "bindings/python_modules.hpp"
#include "operations.hpp"

#ifdef __EMSCRIPTEN__
#include <emscripten.h>

// The host times it. Gives the number of operations done.
extern "C" EMSCRIPTEN_KEEPALIVE double ap_bench(int which, uint32_t rounds) {
  return static_cast<double>(ap::bench::operations[which].run(rounds));
}
extern "C" EMSCRIPTEN_KEEPALIVE double ap_bench_bytes(int python, uint32_t tasks) {
  return python ? ap::bench::bytes_of_python_task(tasks) : ap::bench::bytes_of_native_task(tasks);
}
#else

namespace {

// Of processor: on a busy machine they say more than a clock on the wall.
double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

int serve_programs() {
  ap::load_python_modules_from_binary();
  for (std::string path; std::getline(std::cin, path);) {
    std::ifstream file(path);
    std::stringstream source;
    source << file.rdbuf();
    ap::RunOptions options;
    options.limits.steps = options.limits.loop_iterations = uint64_t{1} << 60;
    double start = processor_seconds();
    ap::RunResult result = ap::run_program(source.str(), options, {});
    double seconds = processor_seconds() - start;
    if (result.exit == 0)
      std::cout << seconds << std::endl;
    else
      std::cout << "nan" << std::endl;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && !std::strcmp(argv[1], "programs")) return serve_programs();
  if (argc == 2 && !std::strcmp(argv[1], "bytes")) {
    double native = ap::bench::bytes_of_native_task(100'000);
    std::printf("%.0f %.0f\n", native, ap::bench::bytes_of_python_task(100'000));
    return 0;
  }
  const ap::bench::Operation* operation = argc == 3 ? ap::bench::find_operation(argv[1]) : nullptr;
  if (!operation) {
    std::fputs("usage: ap_bench programs | ap_bench bytes | ap_bench switch|spawn|handoff|call|sleep ROUNDS\n", stderr);
    return 2;
  }
  double start = processor_seconds();
  uint64_t count = operation->run(static_cast<uint32_t>(std::atoi(argv[2])));
  std::printf("%.2f\n", (processor_seconds() - start) * 1e9 / static_cast<double>(count));
}
#endif
