// list.sort: timsort with the merge order of powersort (Munro and Wild), so that __lt__ is called for the same pairs in
// the same order as CPython calls it, which shows where it prints, fails, or is no real order.
#include <cstring>

#include "object/list.hpp"
#include "object/protocol.hpp"

namespace ap {

namespace {

Tri less_int(Value a, Value b) { return a.as_int() < b.as_int() ? Tri::True : Tri::False; }
Tri less_float(Value a, Value b) { return a.as_float() < b.as_float() ? Tri::True : Tri::False; }
Tri less_str(Value a, Value b) { return compare_str(a.as<Str>(), b.as<Str>()) < 0 ? Tri::True : Tri::False; }
Tri less_any(Value a, Value b) { return compare_truth(a, b, Compare::Lt); }

using Less = Tri (*)(Value, Value);

Less choose_less(const Value* keys, size_t n) {
  bool ints = true, floats = true, strs = true;
  for (size_t i = 0; i < n; ++i) {
    Value v = keys[i];
    ints = ints && v.is_small_int();
    floats = floats && v.is_float();
    strs = strs && is_kind(v, Kind::Str) && v.object()->type == rt.types.str;
  }
  return ints ? less_int : floats ? less_float : strs ? less_str : less_any;
}

void move_values(Value* to, const Value* from, size_t n) {
  std::memmove(static_cast<void*>(to), from, n * sizeof(Value));
}
void reverse_values(Value* v, size_t n) {
  for (size_t i = 0; i + 1 < n; ++i) std::swap(v[i], v[--n]);
}

// What is sorted by: keys, and values that move with them (null: the keys are the items).
struct Slices {
  Value* keys;
  Value* values;
  void move(size_t to, const Slices& from, size_t at, size_t n) const {
    move_values(keys + to, from.keys + at, n);
    if (values) move_values(values + to, from.values + at, n);
  }
};

class Sorter {
 public:
  Sorter(Value* keys, Value* values, size_t n) : all_{keys, values}, n_(n), less_(choose_less(keys, n)) {}
  ~Sorter() { release_buffer(); }
  // False: an exception is set; the items are all there still, in some order.
  bool sort();

 private:
  static constexpr size_t kMinGallop = 7;
  struct Run {
    size_t start, length;
    int power;
  };

  // The items at two places; -1: error.
  int less(Value a, Value b) const { return static_cast<int>(less_(a, b)); }
  size_t count_run(size_t low, size_t left);  // 0: error
  bool insert_sorted(size_t low, size_t n, size_t sorted);
  bool found_run(size_t start, size_t length);
  bool merge_at(int i);
  bool merge_low(size_t a, size_t na, size_t b, size_t nb);
  bool merge_high(size_t a, size_t na, size_t b, size_t nb);
  bool need_buffer(size_t n);
  void release_buffer();
  int64_t gallop(Value key, const Value* keys, size_t n, size_t hint, bool right) const;
  int64_t gallop_left(Value key, const Value* keys, size_t n, size_t hint) const { return gallop(key, keys, n, hint, false); }
  int64_t gallop_right(Value key, const Value* keys, size_t n, size_t hint) const { return gallop(key, keys, n, hint, true); }
  void reverse(size_t at, size_t n) {
    reverse_values(all_.keys + at, n);
    if (all_.values) reverse_values(all_.values + at, n);
  }

  Slices all_;
  size_t n_;
  Less less_;
  Slices buffer_ = {nullptr, nullptr};
  size_t buffer_size_ = 0;
  size_t min_gallop_ = kMinGallop;
  Run runs_[85];
  int run_count_ = 0;
};

bool Sorter::need_buffer(size_t n) {
  if (n <= buffer_size_) return true;
  release_buffer();
  size_t bytes = n * sizeof(Value) * (all_.values ? 2 : 1);
  buffer_.keys = static_cast<Value*>(heap.allocate_raw(bytes));
  if (!buffer_.keys) return raise_memory_error();
  buffer_.values = all_.values ? buffer_.keys + n : nullptr;
  buffer_size_ = n;
  return true;
}
void Sorter::release_buffer() {
  heap.release_raw(buffer_.keys, buffer_size_ * sizeof(Value) * (all_.values ? 2 : 1));
  buffer_ = {nullptr, nullptr};
  buffer_size_ = 0;
}

// The length of the run at `low`, made ascending. A descending one may hold stretches of equal items, which are turned
// round before the whole is, so that equal items keep their order.
size_t Sorter::count_run(size_t low, size_t left) {
  const Value* keys = all_.keys + low;
  size_t n = 1, equal = 0;
  auto turn_equal = [&] {
    if (equal) reverse(low + n - equal - 1, equal + 1);
    equal = 0;
  };
  for (; n < left; ++n) {
    int smaller = less(keys[n], keys[n - 1]);
    if (smaller < 0) return 0;
    if (smaller) break;
  }
  if (n == left) return n;
  if (n > 1) {
    int ascending = less(keys[0], keys[n - 1]);
    if (ascending < 0) return 0;
    if (ascending) return n;
    equal = n - 1;
  }
  turn_equal();
  for (++n; n < left; ++n) {
    int smaller = less(keys[n], keys[n - 1]);
    if (smaller < 0) return 0;
    if (smaller) {
      turn_equal();
      continue;
    }
    int larger = less(keys[n - 1], keys[n]);
    if (larger < 0) return 0;
    if (larger) break;
    ++equal;
  }
  turn_equal();
  reverse(low, n);
  for (; n < left; ++n) {
    int smaller = less(keys[n], keys[n - 1]);
    if (smaller < 0) return 0;
    if (smaller) break;
  }
  return n;
}

// The first `sorted` of n items are in order; puts the others among them.
bool Sorter::insert_sorted(size_t low, size_t n, size_t sorted) {
  Value* keys = all_.keys + low;
  Value* values = all_.values ? all_.values + low : nullptr;
  for (; sorted < n; ++sorted) {
    Value pivot = keys[sorted];
    size_t left = 0, right = sorted;
    while (left < right) {
      size_t middle = (left + right) >> 1;
      int smaller = less(pivot, keys[middle]);
      if (smaller < 0) return false;
      if (smaller)
        right = middle;
      else
        left = middle + 1;
    }
    move_values(keys + left + 1, keys + left, sorted - left);
    keys[left] = pivot;
    if (values) {
      Value value = values[sorted];
      move_values(values + left + 1, values + left, sorted - left);
      values[left] = value;
    }
  }
  return true;
}

// Where `key` belongs among n ordered keys, left or right of equal ones; -1: error. The search begins at `hint`, goes away
// from it in steps that double, and ends by halving.
int64_t Sorter::gallop(Value key, const Value* keys, size_t n, size_t hint, bool right) const {
  // Whether `key` belongs behind the item at i.
  auto behind = [&](int64_t i) {
    int smaller = right ? less(key, keys[i]) : less(keys[i], key);
    return smaller < 0 || !right ? smaller : 1 - smaller;
  };
  int64_t at = static_cast<int64_t>(hint), last = 0, offset = 1;
  int up = behind(at);
  if (up < 0) return -1;
  int64_t most = up ? static_cast<int64_t>(n) - at : at + 1;
  while (offset < most) {
    int further = behind(up ? at + offset : at - offset);
    if (further < 0) return -1;
    if (further != up) break;
    last = offset;
    offset = (offset << 1) + 1;
  }
  if (offset > most) offset = most;
  int64_t low = up ? at + last : at - offset, high = up ? at + offset : at - last;
  for (++low; low < high;) {
    int64_t middle = low + ((high - low) >> 1);
    int further = behind(middle);
    if (further < 0) return -1;
    if (further)
      low = middle + 1;
    else
      high = middle;
  }
  return high;
}

// Merges the runs at a and b = a + na, na <= nb: the left one moves out and both are merged from the front.
bool Sorter::merge_low(size_t a, size_t na, size_t b, size_t nb) {
  if (!need_buffer(na)) return false;
  buffer_.move(0, all_, a, na);
  size_t to = a, from = 0;  // `from` in the buffer
  auto take_right = [&](size_t n) {
    all_.move(to, all_, b, n);
    to += n, b += n, nb -= n;
  };
  auto take_left = [&](size_t n) {
    all_.move(to, buffer_, from, n);
    to += n, from += n, na -= n;
  };
  auto finish = [&](bool ok) {
    all_.move(to, buffer_, from, na);
    return ok;
  };
  // One item of the left run is left, and it is the largest.
  auto finish_right = [&] {
    all_.move(to, all_, b, nb);
    all_.move(to + nb, buffer_, from, 1);
    return true;
  };
  take_right(1);
  if (nb == 0) return finish(true);
  if (na == 1) return finish_right();
  size_t min_gallop = min_gallop_;
  while (true) {
    size_t left_wins = 0, right_wins = 0;
    while (true) {
      int smaller = less(all_.keys[b], buffer_.keys[from]);
      if (smaller < 0) return finish(false);
      if (smaller) {
        take_right(1);
        ++right_wins;
        left_wins = 0;
        if (nb == 0) return finish(true);
        if (right_wins >= min_gallop) break;
      } else {
        take_left(1);
        ++left_wins;
        right_wins = 0;
        if (na == 1) return finish_right();
        if (left_wins >= min_gallop) break;
      }
    }
    ++min_gallop;
    do {
      min_gallop -= min_gallop > 1;
      min_gallop_ = min_gallop;
      int64_t k = gallop_right(all_.keys[b], buffer_.keys + from, na, 0);
      if (k < 0) return finish(false);
      left_wins = static_cast<size_t>(k);
      if (k) {
        take_left(left_wins);
        if (na == 1) return finish_right();
        if (na == 0) return finish(true);  // only with an inconsistent order
      }
      take_right(1);
      if (nb == 0) return finish(true);
      k = gallop_left(buffer_.keys[from], all_.keys + b, nb, 0);
      if (k < 0) return finish(false);
      right_wins = static_cast<size_t>(k);
      if (k) {
        take_right(right_wins);
        if (nb == 0) return finish(true);
      }
      take_left(1);
      if (na == 1) return finish_right();
    } while (left_wins >= kMinGallop || right_wins >= kMinGallop);
    ++min_gallop;
    min_gallop_ = min_gallop;
  }
}

// As merge_low with na >= nb: the right run moves out and both are merged from the back.
bool Sorter::merge_high(size_t a, size_t na, size_t b, size_t nb) {
  if (!need_buffer(nb)) return false;
  buffer_.move(0, all_, b, nb);
  size_t to = b + nb;  // one past the place that is filled next; the left run ends at a + na
  auto take_left = [&](size_t n) {
    to -= n, na -= n;
    all_.move(to, all_, a + na, n);
  };
  auto take_right = [&](size_t n) {
    to -= n, nb -= n;
    all_.move(to, buffer_, nb, n);
  };
  auto finish = [&](bool ok) {
    all_.move(to - nb, buffer_, 0, nb);
    return ok;
  };
  // One item of the right run is left, and it is the smallest.
  auto finish_left = [&] {
    all_.move(to - na, all_, a, na);
    all_.move(to - na - 1, buffer_, 0, 1);
    return true;
  };
  take_left(1);
  if (na == 0) return finish(true);
  if (nb == 1) return finish_left();
  size_t min_gallop = min_gallop_;
  while (true) {
    size_t left_wins = 0, right_wins = 0;
    while (true) {
      int smaller = less(buffer_.keys[nb - 1], all_.keys[a + na - 1]);
      if (smaller < 0) return finish(false);
      if (smaller) {
        take_left(1);
        ++left_wins;
        right_wins = 0;
        if (na == 0) return finish(true);
        if (left_wins >= min_gallop) break;
      } else {
        take_right(1);
        ++right_wins;
        left_wins = 0;
        if (nb == 1) return finish_left();
        if (right_wins >= min_gallop) break;
      }
    }
    ++min_gallop;
    do {
      min_gallop -= min_gallop > 1;
      min_gallop_ = min_gallop;
      int64_t k = gallop_right(buffer_.keys[nb - 1], all_.keys + a, na, na - 1);
      if (k < 0) return finish(false);
      left_wins = na - static_cast<size_t>(k);
      if (left_wins) {
        take_left(left_wins);
        if (na == 0) return finish(true);
      }
      take_right(1);
      if (nb == 1) return finish_left();
      k = gallop_left(all_.keys[a + na - 1], buffer_.keys, nb, nb - 1);
      if (k < 0) return finish(false);
      right_wins = nb - static_cast<size_t>(k);
      if (right_wins) {
        take_right(right_wins);
        if (nb == 1) return finish_left();
        if (nb == 0) return finish(true);  // only with an inconsistent order
      }
      take_left(1);
      if (na == 0) return finish(true);
    } while (left_wins >= kMinGallop || right_wins >= kMinGallop);
    ++min_gallop;
    min_gallop_ = min_gallop;
  }
}

bool Sorter::merge_at(int i) {
  Run& left = runs_[i];
  size_t a = left.start, na = left.length, b = runs_[i + 1].start, nb = runs_[i + 1].length;
  if (!check((na + nb) / 16)) return false;
  left.length = na + nb;
  if (i == run_count_ - 3) runs_[i + 1] = runs_[i + 2];
  --run_count_;
  // What stands in its place already is left alone.
  int64_t k = gallop_right(all_.keys[b], all_.keys + a, na, 0);
  if (k < 0) return false;
  a += k;
  na -= k;
  if (na == 0) return true;
  k = gallop_left(all_.keys[a + na - 1], all_.keys + b, nb, nb - 1);
  if (k <= 0) return k == 0;
  nb = k;
  return na <= nb ? merge_low(a, na, b, nb) : merge_high(a, na, b, nb);
}

// The depth of the node between two neighbouring runs in a perfectly balanced tree of merges.
int node_power(size_t start, size_t n1, size_t n2, size_t total) {
  size_t a = 2 * start + n1, b = a + n1 + n2;
  for (int power = 1;; ++power) {
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) {
      return power;
    }
    a *= 2;
    b *= 2;
  }
}

bool Sorter::found_run(size_t start, size_t length) {
  if (run_count_ > 0) {
    Run& last = runs_[run_count_ - 1];
    int power = node_power(last.start, last.length, length, n_);
    while (run_count_ > 1 && runs_[run_count_ - 2].power > power)
      if (!merge_at(run_count_ - 2)) return false;
    runs_[run_count_ - 1].power = power;
  }
  runs_[run_count_++] = {start, length, 0};
  return true;
}

bool Sorter::sort() {
  if (n_ < 2) return true;
  if (!check(n_ / 16)) return false;
  size_t min_run = n_, odd = 0;
  while (min_run >= 64) {
    odd |= min_run & 1;
    min_run >>= 1;
  }
  min_run += odd;
  for (size_t low = 0, left = n_; left > 0;) {
    size_t n = count_run(low, left);
    if (n == 0) return false;
    if (n < min_run) {
      size_t forced = left < min_run ? left : min_run;
      if (!insert_sorted(low, forced, n) || !check(forced)) return false;
      n = forced;
    }
    if (!found_run(low, n)) return false;
    low += n;
    left -= n;
  }
  while (run_count_ > 1) {
    int i = run_count_ - 2;
    if (i > 0 && runs_[i - 1].length < runs_[i + 1].length) --i;
    if (!merge_at(i)) return false;
  }
  return true;
}

}  // namespace

bool list_sort(List* l, Value key, bool reverse) {
  Ref<List> alive(l);
  // The program sees an empty list while it is sorted.
  Value* items = std::exchange(l->items, nullptr);
  uint32_t n = std::exchange(l->size, 0), capacity = std::exchange(l->capacity, 0);
  bool ok = true;
  Value* keys = items;
  uint32_t key_count = 0;
  bool with_keys = key && !key.is_none();
  if (with_keys) {
    keys = static_cast<Value*>(heap.allocate_raw(n * sizeof(Value) + 1));
    ok = keys || raise_memory_error();
    for (; ok && key_count < n; ++key_count) {
      keys[key_count] = call(key, items[key_count]).release();
      if (!keys[key_count]) {
        ok = false;
        break;
      }
    }
  }
  if (ok) {
    // Backwards twice: equal items keep their order.
    if (reverse) {
      reverse_values(keys, n);
      if (with_keys) reverse_values(items, n);
    }
    ok = Sorter(keys, with_keys ? items : nullptr, n).sort();
    if (reverse) reverse_values(items, n);
  }
  if (with_keys && keys) {
    for (uint32_t i = 0; i < key_count; ++i) decref(keys[i]);
    heap.release_raw(keys, n * sizeof(Value) + 1);
  }
  bool modified = l->items != nullptr;
  std::swap(l->items, items);
  std::swap(l->size, n);
  std::swap(l->capacity, capacity);
  while (n-- > 0) decref(items[n]);
  heap.release_raw(items, capacity * sizeof(Value));
  if (ok && modified) return value_error("list modified during sort");
  return ok;
}

}  // namespace ap
