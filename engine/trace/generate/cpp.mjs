// C++: events.generated.hpp (enums, structs, emit, visitor) and events.generated.cpp (records, decoder, NDJSON).
import { ID_FAMILIES, isSmall, layout } from './schema.mjs';

const BANNER = `// Generated from events.def by generate.mjs. Do not edit: change events.def and run it again.\n`;

// stdout and stderr are macros in some C libraries.
const RESERVED = new Set(['stdout', 'stderr']);
const enumerator = (name) => (RESERVED.has(name) ? `${name}_` : name);

const cppType = (field) => {
  if (field.kind === 'enum') return field.enum.name;
  if (ID_FAMILIES[field.type]) return ID_FAMILIES[field.type];
  return {
    line: 'Line', count: 'std::uint32_t', int: 'std::int64_t', seconds: 'double', bool: 'bool',
    text: 'std::string_view', futures: 'std::span<const FutureId>',
  }[field.type];
};

const cppDefault = (field) => {
  if (field.kind === 'seconds') return field.optional ? ' = kNoSeconds' : ' = 0';
  if (field.kind === 'text' || field.kind === 'list') return ' = {}';
  if (field.kind === 'enum') return ` = ${field.enum.name}::${enumerator(field.enum.values[0].name)}`;
  return field.kind === 'bool' ? ' = false' : ' = 0';
};

const quoted = (text) => JSON.stringify(text);
const params = (event) => event.fields.map((f) => `${cppType(f)} ${f.name}`).join(', ');

function align(rows) {
  const width = Math.max(0, ...rows.map(([code]) => code.length));
  return rows.map(([code, doc]) => (doc ? `${code.padEnd(width)}  // ${doc}` : code)).join('\n');
}

function enumClass(name, values, base = 'std::uint8_t') {
  const rows = values.map((v) => [`  ${enumerator(v.name)},`, v.doc]);
  return `enum class ${name} : ${base} {\n${align(rows)}\n};\nstd::string_view name(${name} value);\n`;
}

function struct(event) {
  const rows = event.fields.map((f) => {
    const none = f.optional && f.kind === 'word' && !f.doc.includes('none') ? '0: none; ' : '';
    return [`  ${cppType(f)} ${f.name}${cppDefault(f)};`, `${none}${f.doc}`.replace(/; $/, '')];
  });
  const args = event.fields.map((f) => `e.${f.name}`).join(', ');
  return `// ${event.doc}
struct ${event.type} {
  static constexpr EventType kType = EventType::${enumerator(event.name)};
  static constexpr Category kCategory = Category::${event.category};
${align(rows)}
};
namespace detail {
void record_${event.name}(${params(event)});
}
AP_EMIT void emit(const ${event.type}& e) {
  if (wants(Category::${event.category})) [[unlikely]] detail::record_${event.name}(${args});
}
`;
}

export function cppHeader(schema) {
  const { categories, enums, events } = schema;
  const types = [{ name: 'time', doc: 'no event: see recorder.hpp' }, ...events.map((e) => ({ name: e.name, doc: '' }))];
  const mask = (list) => list.map((c) => `bit(Category::${c.name})`).join(' | ');
  return `${BANNER}#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "trace/bytes.hpp"
#include "trace/recorder.hpp"

// Inlined so that nobody listening costs one load and one branch.
#define AP_EMIT [[gnu::always_inline]] inline

namespace ap::trace {

inline constexpr std::uint32_t kSchema = ${schema.version};

${enumClass('Category', categories)}
constexpr CategoryMask bit(Category category) { return CategoryMask{1} << static_cast<unsigned>(category); }
inline constexpr CategoryMask kAllCategories = ${mask(categories)};
inline constexpr CategoryMask kDefaultCategories = ${mask(categories.filter((c) => c.on))};
inline constexpr std::size_t kCategoryCount = ${categories.length};

// Is anyone listening to events of this category? Ask before preparing what only an event needs, such as a repr.
AP_EMIT bool wants(Category category) { return live_categories & bit(category); }

${enumClass('EventType', types)}
Category category_of(EventType type);

${enums.map((e) => enumClass(e.name, e.values)).join('\n')}
${events.map(struct).join('\n')}
// Hears every event of a chunk, in order, each as its struct. Texts and lists are gone when the call returns.
class EventVisitor {
 public:
${events.map((e) => `  virtual void on_${e.name}(const At&, const ${e.type}&) {}`).join('\n')}

 protected:
  ~EventVisitor() = default;
};
void visit(Chunk chunk, EventVisitor& visitor);

// The state that write_ndjson keeps from chunk to chunk.
struct NdjsonState {
  char seq[24] = {};   // in decimal, at the right end of the first 20 bytes
  unsigned digits = 0;
  char t[48] = {};     // ,"t":1.5,"type":"
  unsigned t_length = 0;
};
// Appends each event as one line of JSON.
void write_ndjson(Chunk chunk, NdjsonState& state, ByteOut& out);

}  // namespace ap::trace
#undef AP_EMIT
`;
}

// --- records ---------------------------------------------------------------------------------------------------

function recordWriter(event) {
  const { small, slots, payloads, fixedWords } = layout(event);
  const head = [`${event.number}u`, ...small.map(({ field, shift }) => `static_cast<std::uint32_t>(${field.name}) << ${shift}`)];
  const extra = payloads.map((f) => (f.kind === 'text' ? ` + padded_words(${f.name}.size())` : ` + ${f.name}.size()`)).join('');
  const lines = [
    `  Recorder& recorder = *Recorder::live();`,
    `  std::uint32_t* w = recorder.begin(${fixedWords}${extra});`,
    `  if (!w) [[unlikely]] return;`,
    `  w[0] = ${head.join(' | ')};`,
  ];
  for (const { field, word } of slots) {
    const { name, kind } = field;
    if (kind === 'seconds') lines.push(`  put_wide(w + ${word}, std::bit_cast<std::uint64_t>(${name}));`);
    else if (kind === 'int') lines.push(`  put_wide(w + ${word}, static_cast<std::uint64_t>(${name}));`);
    else if (kind === 'word') lines.push(`  w[${word}] = ${name};`);
    else lines.push(`  w[${word}] = static_cast<std::uint32_t>(${name}.size());`);
  }
  if (payloads.length > 0) {
    lines.push(`  std::uint32_t* p = w + ${fixedWords};`);
    for (const f of payloads) lines.push(`  p = put_${f.kind}(p, ${f.name});`);
    lines.push('  recorder.commit(p);');
  } else {
    lines.push(`  recorder.commit(w + ${fixedWords});`);
  }
  return `void record_${event.name}(${params(event)}) {\n${lines.join('\n')}\n}\n`;
}

// A function an event: a browser makes code of those alone that a program has.
function decoder(event) {
  const { small, slots, payloads, fixedWords } = layout(event);
  const lines = [`  ${event.type} e;`];
  for (const { field, shift } of small) {
    const value = `w[0] >> ${shift} & 255`;
    lines.push(`  e.${field.name} = ${field.kind === 'bool' ? `(${value}) != 0` : `static_cast<${field.enum.name}>(${value})`};`);
  }
  for (const { field, word } of slots) {
    const { name, kind } = field;
    if (kind === 'seconds') lines.push(`  e.${name} = std::bit_cast<double>(get_wide(w + ${word}));`);
    else if (kind === 'int') lines.push(`  e.${name} = static_cast<std::int64_t>(get_wide(w + ${word}));`);
    else if (kind === 'word') lines.push(`  e.${name} = w[${word}];`);
  }
  lines.push(`  const std::uint32_t* next = w + ${fixedWords};`);
  for (const f of payloads) {
    const { word } = slots.find((slot) => slot.field === f);
    lines.push(`  e.${f.name} = take_${f.kind}(next, w[${word}]);`);
  }
  lines.push(`  visitor.on_${event.name}(at, e);`, '  return next;');
  return `const std::uint32_t* visit_${event.name}(const std::uint32_t* w, const At& at, EventVisitor& visitor) {\n${lines.join('\n')}\n}`;
}

// --- NDJSON ----------------------------------------------------------------------------------------------------

// Bytes that a field takes at most, without texts and lists, which make room for themselves.
const WIDEST = { word: 10, int: 20, seconds: 32, bool: 5, text: 2, list: 2 };
// ByteOut::kRoom less seq and t.
const MAX_LINE = 1024 - 128;

function ndjsonCase(event) {
  const { small, slots, payloads, fixedWords } = layout(event);
  const lines = [];
  let literal = `${event.name}"`;
  let width = literal.length;
  const flush = (indent = '      ') => {
    lines.push(`${indent}p = put_literal(p, ${quoted(literal)});`);
    literal = '';
  };
  if (payloads.length > 0) lines.push(`      const std::uint32_t* q = w + ${fixedWords};`);
  for (const field of event.fields) {
    const { name, kind, optional } = field;
    const slot = slots.find((s) => s.field === field)?.word;
    const value = isSmall(field) ? `(w[0] >> ${small.find((s) => s.field === field).shift} & 255)` : `w[${slot}]`;
    const key = `,"${name}":`;
    width += key.length + (kind === 'enum' ? 34 : WIDEST[kind]);
    const wide = `get_wide(w + ${slot})`;
    const write = {
      word: () => `p = put_u32(p, ${value});`,
      int: () => `p = put_i64(p, static_cast<std::int64_t>(${wide}));`,
      seconds: () => `p = put_seconds(p, std::bit_cast<double>(${wide}));`,
      bool: () => `p = put_bool(p, ${value});`,
      enum: () => `p = put_name(p, k${field.enum.name}Names[${value}]);`,
      text: () => `p = out.put_json_text(p, take_text(q, ${value}));`,
      list: () => `p = put_ids(p, take_list(q, ${value}), out);`,
    }[kind]();
    if (optional) {
      if (literal) flush();
      const present = kind === 'seconds' ? `!is_nan(${wide})` : value;
      lines.push(`      if (${present}) {`, `        p = put_literal(p, ${quoted(key)});`, `        ${write}`, '      }');
    } else {
      literal += key;
      flush();
      lines.push(`      ${write}`);
    }
  }
  if (literal) flush();
  if (width > MAX_LINE) throw new Error(`${event.name} can be ${width} bytes wide`);
  lines.push(`      next = ${payloads.length > 0 ? 'q' : `w + ${fixedWords}`};`, '      break;');
  return `    case EventType::${enumerator(event.name)}: {\n${lines.join('\n')}\n    }`;
}

function nameTable(name, values) {
  const rows = values.map((v) => `    ${quoted(v.name)},`).join('\n');
  return `constexpr std::string_view k${name}Words[] = {\n${rows}\n};\n`;
}

const wordLookup = (name) => `std::string_view name(${name} value) { return word(k${name}Words, static_cast<std::size_t>(value)); }`;

function jsonNames(item) {
  const rows = item.values.map((v) => `    json_name(${quoted(`"${v.name}"`)}),`).join('\n');
  return `constexpr JsonName k${item.name}Names[] = {\n${rows}\n};`;
}

export function cppSource(schema) {
  const { categories, enums, events } = schema;
  events.forEach((event, i) => { event.number = i + 1; });
  for (const { name, values } of enums) for (const v of values) if (v.name.length > 28) throw new Error(`${name}.${v.name} is too long`);
  const types = { name: 'EventType', values: [{ name: 'time' }, ...events] };
  const named = [{ name: 'Category', values: categories }, types, ...enums];
  return `${BANNER}#include "trace/events.generated.hpp"

#include <bit>

namespace ap::trace {
namespace {

using detail::get_wide;
using detail::padded_words;

template <std::size_t n>
std::string_view word(const std::string_view (&words)[n], std::size_t i) {
  return i < n ? words[i] : std::string_view("?");
}

${named.map((item) => nameTable(item.name, item.values)).join('\n')}
constexpr Category kCategoryOf[] = {
    Category::run,
${events.map((e) => `    Category::${e.category},`).join('\n')}
};

std::string_view take_text(const std::uint32_t*& p, std::uint32_t bytes) {
  std::string_view text(reinterpret_cast<const char*>(p), bytes);
  p += padded_words(bytes);
  return text;
}
std::span<const std::uint32_t> take_list(const std::uint32_t*& p, std::uint32_t items) {
  std::span<const std::uint32_t> list(p, items);
  p += items;
  return list;
}

// A quoted word, copied in one piece of fixed size.
struct JsonName {
  char text[31];
  char length;
};
template <std::size_t n>
constexpr JsonName json_name(const char (&quoted)[n]) {
  JsonName result = {};
  for (std::size_t i = 0; i + 1 < n; i++) result.text[i] = quoted[i];
  result.length = n - 1;
  return result;
}
inline char* put_name(char* p, const JsonName& name) {
  std::memcpy(p, name.text, sizeof name.text);
  return p + name.length;
}

${enums.map(jsonNames).join('\n')}

inline char* put_bool(char* p, std::uint32_t value) { return value ? put_literal(p, "true") : put_literal(p, "false"); }

inline bool is_nan(std::uint64_t bits) { return std::bit_cast<double>(bits) != std::bit_cast<double>(bits); }

char* put_ids(char* p, std::span<const std::uint32_t> ids, ByteOut& out) {
  *p++ = '[';
  for (std::size_t i = 0; i < ids.size(); i++) {
    p = out.room(p);
    if (i > 0) *p++ = ',';
    p = put_u32(p, ids[i]);
  }
  p = out.room(p);
  *p++ = ']';
  return p;
}

// {"seq":12,"t":1.5,"type":"
inline char* put_head(char* p, NdjsonState& state) {
  p = put_literal(p, "{\\"seq\\":");
  std::memcpy(p, state.seq + 20 - state.digits, 20);
  p += state.digits;
  std::memcpy(p, state.t, sizeof state.t);
  return p + state.t_length;
}

inline void count_up(NdjsonState& state) {
  char* digit = state.seq + 19;
  while (*digit == '9') *digit-- = '0';
  *digit = *digit ? static_cast<char>(*digit + 1) : '1';
  unsigned used = static_cast<unsigned>(state.seq + 20 - digit);
  if (used > state.digits) state.digits = used;
}

void set_head(NdjsonState& state, const std::uint32_t* w) {
  char digits[24];
  std::memset(state.seq, 0, sizeof state.seq);
  state.digits = static_cast<unsigned>(put_u64(digits, get_wide(w + 1)) - digits);
  std::memcpy(state.seq + 20 - state.digits, digits, state.digits);
  char* p = put_literal(state.t, ",\\"t\\":");
  p = put_seconds(p, std::bit_cast<double>(get_wide(w + 3)));
  p = put_literal(p, ",\\"type\\":\\"");
  state.t_length = static_cast<unsigned>(p - state.t);
}

}  // namespace

${named.map((item) => wordLookup(item.name)).join('\n')}

Category category_of(EventType type) {
  auto i = static_cast<std::size_t>(type);
  return i < std::size(kCategoryOf) ? kCategoryOf[i] : Category::run;
}

namespace detail {

${events.map(recordWriter).join('\n')}
}  // namespace detail

namespace {

${events.map(decoder).join('\n')}

// By type; the first is the clock's.
using Decoder = const std::uint32_t* (*)(const std::uint32_t* w, const At& at, EventVisitor& visitor);
constexpr Decoder kDecoders[] = {
    nullptr,
${events.map((e) => `    visit_${e.name},`).join('\n')}
};

}  // namespace

void visit(Chunk chunk, EventVisitor& visitor) {
  At at = {0, 0};
  const std::uint32_t* w = chunk.data();
  const std::uint32_t* end = w + chunk.size();
  while (w < end) {
    std::uint32_t type = w[0] & 255;
    if (static_cast<EventType>(type) == EventType::time) {
      at = {get_wide(w + 1), std::bit_cast<double>(get_wide(w + 3))};
      w += 5;
      continue;
    }
    if (type >= std::size(kDecoders)) return;
    w = kDecoders[type](w, at, visitor);
    at.seq++;
  }
}

void write_ndjson(Chunk chunk, NdjsonState& state, ByteOut& out) {
  const std::uint32_t* w = chunk.data();
  const std::uint32_t* end = w + chunk.size();
  char* p = out.cursor();
  while (w < end) {
    auto type = static_cast<EventType>(w[0] & 255);
    if (type == EventType::time) {
      set_head(state, w);
      w += 5;
      continue;
    }
    p = put_head(out.room(p), state);
    const std::uint32_t* next = nullptr;
    switch (type) {
${events.map(ndjsonCase).join('\n')}
      default:
        return;
    }
    p = put_literal(p, "}\\n");
    count_up(state);
    w = next;
  }
  out.set_cursor(p);
}

}  // namespace ap::trace
`;
}
