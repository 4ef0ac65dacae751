// ap: the engine on the command line, for tests, fuzzers and profiling. The command for people is asyncio-playground.
//   ap run [--json] FILE...|-
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/stat.h>
#include <vector>

#include "api/session.hpp"
#include "bindings/python_modules.hpp"

namespace {

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

struct Captured {
  std::string out, err;
};

void capture(void* user, ap::Stream stream, std::string_view text) {
  auto* c = static_cast<Captured*>(user);
  (stream == ap::Stream::Out ? c->out : c->err) += text;
}
void pass_on(void*, ap::Stream stream, std::string_view text) {
  FILE* to = stream == ap::Stream::Out ? stdout : stderr;
  if (to == stderr) std::fflush(stdout);
  std::fwrite(text.data(), 1, text.size(), to);
}

int usage() {
  std::fputs("usage: ap run [--json] FILE...|-\n", stderr);
  return ap::kExitUsage;
}

}  // namespace

int main(int argc, char** argv) {
  bool json = false;
  std::vector<const char*> files;
  if (argc < 3 || std::strcmp(argv[1], "run")) return usage();
  for (int i = 2; i < argc; ++i) {
    if (!std::strcmp(argv[i], "--json"))
      json = true;
    else
      files.push_back(argv[i]);
  }
  if (files.empty()) return usage();
  ap::load_python_modules_from_binary();
  if (!json) {
    std::string text, error;
    if (!read_file(files[0], text, error)) {
      std::fprintf(stderr, "%s\n", error.c_str());
      return ap::kExitUsage;
    }
    ap::RunResult r = ap::run_program(text, {}, {.write = pass_on});
    std::fflush(stdout);
    return r.exit;
  }
  std::fputs("[", stdout);
  for (size_t i = 0; i < files.size(); ++i) {
    nlohmann::ordered_json record;
    const char* slash = std::strrchr(files[i], '/');
    record["file"] = slash ? slash + 1 : files[i];
    std::string text, error;
    if (!read_file(files[i], text, error)) {
      record["stdout"] = "";
      record["stderr"] = error + "\n";
      record["exit"] = ap::kExitUsage;
      record["virtual_seconds"] = 0.0;
    } else {
      Captured c;
      ap::RunResult r = ap::run_program(text, {}, {.write = capture, .user = &c});
      record["stdout"] = c.out;
      record["stderr"] = c.err;
      record["exit"] = r.exit;
      record["virtual_seconds"] = r.virtual_seconds;
      if (r.limit) record["limit"] = true;
      if (r.unsupported) record["unsupported"] = true;
      if (r.deadlock) record["deadlock"] = {{"virtual_seconds", r.deadlock_seconds}, {"stdout_bytes", r.deadlock_stdout_bytes}};
    }
    std::string line = record.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    std::printf("%s%s\n", i ? "," : "", line.c_str());
    std::fflush(stdout);
  }
  std::fputs("]\n", stdout);
}
