// Records what the reference (CPython 3.14) makes of the programs in ../right.txt, ../wrong.txt and ../special.json:
//   node tests/unit/syntax/record/record.mjs
// Each line of ../expected.json is [source, tree or null, error or null, [[warning, line] ...]]; an error is
// [type, message, lineno, offset, end_lineno, end_offset, what a traceback shows].
import fs from "node:fs";
import { loadPyodide } from "pyodide";

const here = (name) => new URL(name, import.meta.url);
const split = (name) => fs.readFileSync(here(name), "utf8").replace(/\n$/, "").split("\n----\n");
const sources = [
  ...split("../right.txt"),
  ...split("../wrong.txt"),
  ...JSON.parse(fs.readFileSync(here("../special.json"), "utf8")),
];

const python = await loadPyodide();
python.runPython(fs.readFileSync(here("reference.py"), "utf8"));
const parseAll = python.globals.get("parse_all");
const results = JSON.parse(parseAll(JSON.stringify(sources), true));
const lines = sources.map((source, i) => JSON.stringify([source, ...results[i]]));
fs.writeFileSync(here("../expected.json"), "[\n" + lines.join(",\n") + "\n]\n");
console.log(`${sources.length} programs, ${results.filter((r) => r[1]).length} of them wrong`);
