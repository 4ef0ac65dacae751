#include "bindings/refused_names.hpp"

#include "object/str.hpp"

namespace ap {
namespace {

// Methods of loops; none of them means anything but asyncio's, whatever it is reached through. Functions of the module are
// found by their module (library_lacks), which also sees where a program asks with care.
constexpr std::string_view kRefused[] = {
    "subprocess_exec",   "subprocess_shell",   "create_unix_server", "create_unix_connection", "create_datagram_endpoint",
    "connect_read_pipe", "connect_write_pipe", "sock_sendall",       "sock_recv",              "sock_accept",
    "sock_connect",      "sock_recv_into",     "sock_recvfrom",      "sock_recvfrom_into",     "sock_sendto",
    "sock_sendfile",     "add_reader",         "add_writer",         "remove_reader",          "remove_writer",
    "connect_accepted_socket", "start_tls"};

// Has the program a function of that name? Then it is not asyncio's that is meant.
bool defines(const Code* code, std::string_view name) {
  for (uint32_t i = 0; i < code->const_count; ++i) {
    if (!is_kind(code->consts[i], Kind::Code)) continue;
    auto* inner = code->consts[i].as<Code>();
    if (equal(inner->name, name) || defines(inner, name)) return true;
  }
  return false;
}

std::string_view refused_in(const Code* code, const Code* program) {
  for (uint32_t i = 0; i < code->name_count; ++i)
    for (std::string_view name : kRefused)
      if (equal(code->names[i], name) && !defines(program, name)) return name;
  for (uint32_t i = 0; i < code->const_count; ++i)
    if (is_kind(code->consts[i], Kind::Code))
      if (std::string_view name = refused_in(code->consts[i].as<Code>(), program); !name.empty()) return name;
  return {};
}

int line_of(std::string_view source, std::string_view name) {
  int line = 1;
  for (size_t from = 0; from < source.size(); ++line) {
    size_t end = source.find('\n', from);
    std::string_view text = source.substr(from, end == source.npos ? end : end - from);
    if (text.substr(0, text.find('#')).find(name) != text.npos) return line;
    if (end == source.npos) break;
    from = end + 1;
  }
  return 1;
}

}  // namespace

bool find_refused_name(const Code* code, std::string_view source, std::string* feature, int* line) {
  std::string_view name = refused_in(code, code);
  if (name.empty()) return false;
  *feature = "asyncio's " + std::string(name) + "() (there is no operating system below)";
  *line = line_of(source, name);
  return true;
}

}  // namespace ap
