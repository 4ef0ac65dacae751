// The recorder: where events go when someone listens.
//
// An event is written at once as a binary record of 32-bit words into a chunk (a few nanoseconds), and nothing else
// happens until the chunk is full or flushed. Then every sink gets the chunk and does what it likes: NDJSON, a text
// trace, a fold over states, or the words as they are, for the page's decoder.
//
// A record is
//     word 0    type | first enum or bool << 8 | second << 16 | third << 24
//     then      the other fields in the order of events.def: ids, counts and lines one word, int and seconds two
//               (low word first), text its length in bytes, lists their number of items
//     then      the bytes of the texts, each padded to a word, and the items of the lists, in the order of fields
// and between records, type 0: seq (low, high) and t (low, high) of the record that follows. It stands at the start of
// each chunk and wherever time has moved; all other records count up from it.
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "trace/ids.hpp"

namespace ap::trace {

using CategoryMask = std::uint32_t;

// Categories that are being recorded; 0 while nobody listens. The one thing an emit looks at.
inline constinit CategoryMask live_categories = 0;

// Whole records, the first of which is of type 0.
using Chunk = std::span<const std::uint32_t>;

class Sink {
 public:
  virtual void on_chunk(Chunk chunk) = 0;
  // No chunk will follow.
  virtual void on_end() {}

 protected:
  ~Sink() = default;
};

class Recorder {
 public:
  static constexpr std::size_t kMaxSinks = 4;
  static constexpr std::size_t kDefaultChunkWords = 16 * 1024;
  static constexpr std::uint64_t kNever = ~std::uint64_t{0};

  // Chunks of `chunk_words`; fewer make sinks hear sooner.
  explicit Recorder(std::size_t chunk_words = kDefaultChunkWords);
  ~Recorder();
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  void add_sink(Sink& sink);

  // Where the current virtual time stands; read at every event. Without one, time is 0.
  void set_clock(const double* now) { clock_ = now ? now : &kEpoch; }

  // `stop(user)` is called from inside the emit of the event with number `seq`, right after it was recorded.
  // That is how a run is halted at an event (inspect) and how the number of events is limited.
  void stop_at(std::uint64_t seq, void (*stop)(void* user), void* user);

  // From now on events of these categories go to this recorder. One recorder at a time is live.
  void start(CategoryMask categories);
  // Hands the last chunk over and ends the sinks. Also done by the destructor.
  void finish();
  // Hands over what there is.
  void flush();

  bool is_live() const { return live_ == this; }
  static Recorder* live() { return live_; }
  // Number of events so far, which is the seq of the next one.
  std::uint64_t count() const { return count_; }
  // Events that were lost because there was no memory for a text.
  std::uint64_t lost() const { return lost_; }

  // For the generated writers. Room for a record of n words, or nullptr when there is no memory for it.
  [[gnu::always_inline]] std::uint32_t* begin(std::size_t words) {
    // Compared as bits, so that a clock that is not a number cannot fill the stream with time records.
    if (std::bit_cast<std::uint64_t>(*clock_) != time_bits_) [[unlikely]] time_moved_ = true;
    if (time_moved_ || static_cast<std::size_t>(end_ - cursor_) < words) [[unlikely]] return begin_slow(words);
    return cursor_;
  }
  [[gnu::always_inline]] void commit(std::uint32_t* end) {
    cursor_ = end;
    if (count_++ == stop_at_) [[unlikely]] stop_(stop_user_);
  }

 private:
  static constexpr double kEpoch = 0.0;
  static constexpr std::size_t kTimeWords = 5;

  std::uint32_t* begin_slow(std::size_t words);
  bool grow(std::size_t words);

  static inline constinit Recorder* live_ = nullptr;

  std::uint32_t* cursor_ = nullptr;
  std::uint32_t* end_ = nullptr;
  const double* clock_ = &kEpoch;
  std::uint64_t time_bits_ = 0;
  bool time_moved_ = true;
  std::uint64_t count_ = 0;
  std::uint64_t stop_at_ = kNever;
  void (*stop_)(void*) = nullptr;
  void* stop_user_ = nullptr;
  std::uint64_t lost_ = 0;
  std::uint32_t* buffer_ = nullptr;
  std::size_t capacity_ = 0;
  std::size_t chunk_words_;
  Sink* sinks_[kMaxSinks] = {};
  std::size_t sink_count_ = 0;
  bool ended_ = false;
};

// Seq and time of an event.
struct At {
  std::uint64_t seq;
  double t;
};

namespace detail {

inline std::size_t padded_words(std::size_t bytes) { return (bytes + 3) / 4; }

inline void put_wide(std::uint32_t* w, std::uint64_t bits) {
  w[0] = static_cast<std::uint32_t>(bits);
  w[1] = static_cast<std::uint32_t>(bits >> 32);
}
inline std::uint64_t get_wide(const std::uint32_t* w) { return w[0] | std::uint64_t{w[1]} << 32; }

inline std::uint32_t* put_text(std::uint32_t* w, std::string_view text) {
  std::size_t words = padded_words(text.size());
  if (words == 0) return w;
  w[words - 1] = 0;
  std::memcpy(w, text.data(), text.size());
  return w + words;
}
inline std::uint32_t* put_list(std::uint32_t* w, std::span<const std::uint32_t> list) {
  if (!list.empty()) std::memcpy(w, list.data(), list.size_bytes());
  return w + list.size();
}

}  // namespace detail
}  // namespace ap::trace
