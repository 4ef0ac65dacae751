// A test's stream: each event twice, once with every field and once with nothing but what must be there.

const TEXTS = ['plain', '"quoted" \\\\ \\n\\t', '\u{1F339} r\u00f4se', 'longer than a few words, so that it takes several machine words', '\\x01\\x7f'];

function value(field, n) {
  if (field.kind === 'enum') return `static_cast<${field.enum.name}>(${n % field.enum.values.length})`;
  return {
    word: () => `${n}`,
    int: () => (n % 2 ? `-${n}` : `${n}000000000000`),
    seconds: () => ['0.1', '2.0', '0.30000000000000004', '1e-10', '1e22'][n % 5],
    bool: () => 'true',
    text: () => JSON.stringify(TEXTS[n % TEXTS.length]).replaceAll('\\\\', '\\'),
    list: () => 'ids',
  }[field.kind]();
}

export function everyEvent(schema) {
  let n = 0;
  const emit = (event, fields) =>
    `  emit(${event.type}{${fields.map((f) => `.${f.name} = ${value(f, ++n)}`).join(', ')}});`;
  const rows = schema.events.flatMap((event) => [
    `  now += 0.125;`,
    emit(event, event.fields),
    emit(event, event.fields.filter((f) => !f.optional)),
  ]);
  return `// Generated from engine/trace/events.def by engine/trace/generate.mjs. Do not edit.
#pragma once
#include "trace/events.hpp"

namespace ap::trace::testing {

inline void every_event(double& now) {
  const std::uint32_t ids[] = {7, 4294967295u};
${rows.join('\n')}
}

}  // namespace ap::trace::testing
`;
}
