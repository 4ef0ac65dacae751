#include "trace/recorder.hpp"

#include <cstdlib>

#include "trace/counting.hpp"
#include "trace/events.hpp"

namespace ap::trace {

bool counting = false;

Recorder::Recorder(std::size_t chunk_words) : chunk_words_(chunk_words < 64 ? 64 : chunk_words) {}

Recorder::~Recorder() {
  finish();
  std::free(buffer_);
}

void Recorder::add_sink(Sink& sink) {
  if (sink_count_ < kMaxSinks) sinks_[sink_count_++] = &sink;
}

void Recorder::stop_at(std::uint64_t seq, void (*stop)(void* user), void* user) {
  stop_at_ = stop ? seq : kNever;
  stop_ = stop;
  stop_user_ = user;
}

void Recorder::start(CategoryMask categories) {
  live_ = this;
  live_categories = categories | bit(Category::run);
}

void Recorder::finish() {
  if (live_ == this) {
    live_ = nullptr;
    live_categories = 0;
  }
  if (ended_) return;
  flush();
  ended_ = true;
  for (std::size_t i = 0; i < sink_count_; i++) sinks_[i]->on_end();
}

void Recorder::flush() {
  if (cursor_ == buffer_) return;
  Chunk chunk(buffer_, cursor_);
  cursor_ = buffer_;
  time_moved_ = true;  // the next chunk tells its own seq and time
  for (std::size_t i = 0; i < sink_count_; i++) sinks_[i]->on_chunk(chunk);
}

// Only called with an empty buffer.
bool Recorder::grow(std::size_t words) {
  auto* bigger = static_cast<std::uint32_t*>(std::realloc(buffer_, words * sizeof(std::uint32_t)));
  if (!bigger) return false;
  buffer_ = cursor_ = bigger;
  capacity_ = words;
  end_ = buffer_ + words;
  return true;
}

std::uint32_t* Recorder::begin_slow(std::size_t words) {
  std::size_t needed = words + kTimeWords;
  if (static_cast<std::size_t>(end_ - cursor_) < needed) {
    flush();
    if (capacity_ < needed && !grow(needed > chunk_words_ ? needed : chunk_words_)) {
      lost_++;
      return nullptr;
    }
  }
  if (time_moved_ || cursor_ == buffer_) {
    time_moved_ = false;
    time_bits_ = std::bit_cast<std::uint64_t>(*clock_);
    cursor_[0] = 0;
    detail::put_wide(cursor_ + 1, count_);
    detail::put_wide(cursor_ + 3, time_bits_);
    cursor_ += kTimeWords;
  }
  return cursor_;
}

}  // namespace ap::trace
