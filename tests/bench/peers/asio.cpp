// The operations of ../runtime/operations.cpp, written for asio: the C++ runtime's peer (libasio-dev).
//   ap_bench_asio switch|spawn|handoff|call|sleep ROUNDS     prints nanoseconds of processor an operation
#include <asio/awaitable.hpp>
#include <asio/basic_waitable_timer.hpp>
#include <asio/co_spawn.hpp>
#include <asio/detached.hpp>
#include <asio/experimental/channel.hpp>
#include <asio/io_context.hpp>
#include <asio/post.hpp>
#include <asio/use_awaitable.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace {

using asio::awaitable;
using asio::use_awaitable;

constexpr int kTasks = 1'000;

// A simulated clock, as the engine has one: asio asks how long it may wait, and time has gone by.
struct SimulatedClock {
  using duration = std::chrono::nanoseconds;
  using rep = duration::rep;
  using period = duration::period;
  using time_point = std::chrono::time_point<SimulatedClock>;
  static constexpr bool is_steady = true;
  static inline time_point time{};
  static time_point now() { return time; }
};
struct NoWaiting {
  static SimulatedClock::duration to_wait_duration(const SimulatedClock::duration& d) {
    if (d.count() > 0) SimulatedClock::time += d;
    return SimulatedClock::duration::zero();
  }
  static SimulatedClock::duration to_wait_duration(const SimulatedClock::time_point& t) {
    return to_wait_duration(t - SimulatedClock::time);
  }
};
using Timer = asio::basic_waitable_timer<SimulatedClock, NoWaiting>;

awaitable<void> yielding(asio::io_context& io, unsigned rounds) {
  for (unsigned i = 0; i < rounds; ++i) co_await asio::post(io, use_awaitable);
}
awaitable<void> sleeping(asio::io_context& io, unsigned rounds, std::chrono::nanoseconds time) {
  Timer timer(io);
  for (unsigned i = 0; i < rounds; ++i) {
    timer.expires_after(time);
    co_await timer.async_wait(use_awaitable);
  }
}
awaitable<void> nothing() { co_return; }
awaitable<void> spawning(asio::io_context& io, unsigned rounds) {
  for (unsigned i = 0; i < rounds; ++i) co_await asio::co_spawn(io, nothing(), use_awaitable);
}
awaitable<void> calling(unsigned rounds) {
  for (unsigned i = 0; i < rounds; ++i) co_await nothing();
}
using Channel = asio::experimental::channel<void(asio::error_code, int)>;
awaitable<void> player(Channel& mine, Channel& other, unsigned rounds) {
  for (unsigned i = 0; i < rounds; ++i) {
    co_await mine.async_receive(use_awaitable);
    co_await other.async_send(asio::error_code(), 0, use_awaitable);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const char* name = argv[1];
  unsigned rounds = static_cast<unsigned>(std::atoi(argv[2]));
  auto is = [&](const char* what) { return !std::strcmp(name, what); };
  double count = rounds;
  asio::io_context io(1);
  Channel there(io, 1), back(io, 1);
  if (is("switch") || is("sleep")) {
    count *= kTasks;
    for (int i = 0; i < kTasks; ++i) {
      auto time = std::chrono::nanoseconds(1'000'000'000 + i * 7919 % kTasks * 1'000'000);
      asio::co_spawn(io, is("sleep") ? sleeping(io, rounds, time) : yielding(io, rounds), asio::detached);
    }
  } else if (is("spawn")) {
    asio::co_spawn(io, spawning(io, rounds), asio::detached);
  } else if (is("call")) {
    asio::co_spawn(io, calling(rounds), asio::detached);
  } else if (is("handoff")) {
    count *= 2;
    asio::co_spawn(io, player(there, back, rounds), asio::detached);
    asio::co_spawn(io, player(back, there, rounds), asio::detached);
    there.try_send(asio::error_code(), 0);
  } else {
    return 2;
  }
  std::clock_t start = std::clock();
  io.run();
  std::printf("%.2f\n", static_cast<double>(std::clock() - start) * 1e9 / CLOCKS_PER_SEC / count);
}
