// Writes engine/syntax/unicode_runs.inc from the reference interpreter's own idea of Unicode.
//   node tests/unit/syntax/record/unicode.mjs
import fs from "node:fs";
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
const classes = python.runPython(`
def class_of(c):
    character = chr(c)
    if character.isidentifier():
        return "3"
    if ("a" + character).isidentifier():
        return "2"
    return "0" if character.isprintable() else "1"

"".join(class_of(c) for c in range(0x80, 0x110000))
`);

const bytes = [];
for (let at = 0; at < classes.length; ) {
  let end = at;
  while (end < classes.length && classes[end] === classes[at]) end++;
  let value = (end - at) * 4 + Number(classes[at]);
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  bytes.push(value);
  at = end;
}
let text = "";
for (let i = 0; i < bytes.length; i += 24) text += bytes.slice(i, i + 24).join(",") + ",\n";
fs.writeFileSync(new URL("../../../../engine/syntax/unicode_runs.inc", import.meta.url), text);
