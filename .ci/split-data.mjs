// Constants go where the functions are that read them: what only the rest of the engine refers to (texts of rare errors,
// the C library's tables for logarithms) is no part of the first download.
//
// What refers to what is read off the finished module: every number in a function's code or in a kept constant that could
// be an address keeps what lies there. So a constant may be kept for nothing, but none that is needed is moved.
import { readFileSync, writeFileSync } from 'node:fs';
import { Sentence } from './say.mjs';

const SECTION = { code: 10, data: 11, dataCount: 12 };

// A compiler may fold an index that begins above zero into an address, which then lies before its table: by 65 bytes at most
// in this engine (`wasm-ld --emit-relocs` lists them). It does not do so with texts.
const BEFORE = 256;

/** Moves constants from `first` to `rest` (paths; both are rewritten). `map` is the path of wasm-ld's map of the whole. Returns the bytes moved. */
export function splitData(first, rest, map) {
  const sections = sectionsOf(readFileSync(first));
  const memory = imageOf(find(sections, SECTION.data));
  const constants = constantsOf(readFileSync(map, 'utf8'), memory);
  const kept = keep(constants, addressesInCode(find(sections, SECTION.code)), memory);
  const moved = ranges(constants.filter((c) => !kept.has(c)));
  // Beyond a few bytes a segment's head costs more than zeros do.
  const segments = moved.map(({ from, to }) => ({ from, bytes: memory.bytes.slice(from, to) }));
  for (const { from, to } of moved) memory.bytes.fill(0, from, to);
  const left = segmentsOf(memory);
  const bodies = { [SECTION.data]: dataSection(left), [SECTION.dataCount]: unsigned(left.length) };
  writeFileSync(first, moduleOf(sections.map(({ id, body }) => ({ id, body: bodies[id] ?? body }))));
  const others = sectionsOf(readFileSync(rest));
  if (others.some(({ id }) => id === SECTION.data)) throw new Sentence(`${rest} has data of its own already.`);
  const at = others.findIndex(({ id }) => id === SECTION.code) + 1;
  others.splice(at, 0, { id: SECTION.data, body: dataSection(segments) });
  writeFileSync(rest, moduleOf(others));
  return segments.reduce((sum, { bytes }) => sum + bytes.length, 0);
}

/** Every constant object of the map, and every text of the section of texts: {from, to, before}, by address. */
function constantsOf(map, memory) {
  const found = [];
  for (const [, address, size, section] of map.matchAll(/^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) +\S.*:\((\.rodata[^)]*)\)$/gm)) {
    const from = parseInt(address, 16);
    const to = from + parseInt(size, 16);
    if (section !== '.rodata') {
      found.push({ from, to, before: BEFORE });
      continue;
    }
    for (let at = from; at < to;) {
      const end = Math.min(memory.bytes.indexOf(0, at) + 1, to);
      found.push({ from: at, to: end, before: 0 });
      at = end;
    }
  }
  if (found.length === 0) throw new Sentence('The map of the engine names no constants.');
  return found.sort((a, b) => a.from - b.from);
}

/** The constants that these numbers lead to, also through one another; whatever is not a constant of the map counts as kept. */
function keep(constants, numbers, memory) {
  const kept = new Set();
  const todo = [...numbers];
  const within = (number) => {
    let low = 0;
    for (let high = constants.length; low < high;) {
      const middle = (low + high) >> 1;
      if (constants[middle].to <= number) low = middle + 1;
      else high = middle;
    }
    const hit = [];
    for (let i = low; i < constants.length && constants[i].from - constants[i].before <= number; i++) hit.push(constants[i]);
    return hit;
  };
  const words = (from, to) => {
    for (let at = (from + 3) & ~3; at + 4 <= to; at += 4) {
      const number = memory.view.getUint32(at, true);
      if (number >= memory.from && number < memory.to) todo.push(number);
    }
  };
  // What may change holds addresses, too.
  let at = memory.from;
  for (const c of constants) {
    words(at, c.from);
    at = c.to;
  }
  words(at, memory.to);
  while (todo.length > 0)
    for (const c of within(todo.pop())) {
      if (kept.has(c)) continue;
      kept.add(c);
      words(c.from, c.to);
    }
  return kept;
}

function ranges(constants) {
  const joined = [];
  for (const { from, to } of constants) {
    if (joined.at(-1)?.to === from) joined.at(-1).to = to;
    else joined.push({ from, to });
  }
  return joined.filter(({ from, to }) => to - from > 8);
}

// --- wasm: https://webassembly.github.io/spec/core/binary/

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  get more() { return this.at < this.bytes.length; }
  byte() { return this.bytes[this.at++]; }
  unsigned() {
    for (let value = 0, scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }
  /** A signed one of 32 bits, as the address that it may be. */
  signed() {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      shift += 7;
      if (byte < 128) return (shift < 32 && byte & 64 ? value | (-1 << shift) : value) >>> 0;
    }
  }
  skipNumber() { while (this.byte() > 127); }
  take(length) { return this.bytes.subarray(this.at, (this.at += length)); }
}

function sectionsOf(bytes) {
  const reader = new Reader(bytes.subarray(8));
  const sections = [];
  while (reader.more) {
    const id = reader.byte();
    sections.push({ id, body: reader.take(reader.unsigned()) });
  }
  return sections;
}

const find = (sections, id) => sections.find((s) => s.id === id).body;

const moduleOf = (sections) => Buffer.concat([Buffer.from('\0asm\x01\0\0\0', 'latin1'), ...sections.flatMap(({ id, body }) => [Buffer.from([id]), unsigned(body.length), body])]);

function unsigned(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value > 0);
  return Buffer.from(bytes);
}

function signed(value) {
  const bytes = [];
  for (;;) {
    const byte = value & 127;
    value >>= 7;
    if (value === 0 && !(byte & 64)) return Buffer.from([...bytes, byte]);
    bytes.push(byte | 128);
  }
}

/** The memory as the module's data makes it: {bytes, view, from, to}. */
function imageOf(body) {
  const reader = new Reader(body);
  const segments = [];
  for (let left = reader.unsigned(); left > 0; left--) {
    const [kind, opcode] = [reader.unsigned(), reader.byte()];
    if (kind !== 0 || opcode !== 0x41) throw new Sentence('The engine has data without a fixed address.');
    const from = reader.signed();
    reader.byte();
    segments.push({ from, bytes: reader.take(reader.unsigned()) });
  }
  const to = Math.max(...segments.map(({ from, bytes }) => from + bytes.length));
  const bytes = new Uint8Array(to);
  for (const segment of segments) bytes.set(segment.bytes, segment.from);
  return { bytes, view: new DataView(bytes.buffer), from: Math.min(...segments.map(({ from }) => from)), to };
}

/** The image in segments, without its longer zeros. */
function segmentsOf({ bytes, from, to }) {
  const segments = [];
  for (let at = from; at < to;) {
    let end = at;
    let zeros = 0;
    for (; end < to && zeros < 12; end++) zeros = bytes[end] === 0 ? zeros + 1 : 0;
    const length = end - at - zeros;
    if (length > 0) segments.push({ from: at, bytes: bytes.slice(at, at + length) });
    at = end;
    while (at < to && bytes[at] === 0) at++;
  }
  return segments;
}

const dataSection = (segments) => Buffer.concat([unsigned(segments.length),
  ...segments.flatMap(({ from, bytes }) => [Buffer.from([0, 0x41]), signed(from), Buffer.from([0x0b]), unsigned(bytes.length), bytes])]);

/** Every number in the code that could be an address: constants, and the offsets of loads and stores. */
function addressesInCode(body) {
  const reader = new Reader(body);
  const numbers = new Set();
  for (let left = reader.unsigned(); left > 0; left--) {
    const end = reader.unsigned() + reader.at;
    for (let locals = reader.unsigned(); locals > 0; locals--) {
      reader.skipNumber();
      reader.byte();
    }
    while (reader.at < end) instruction(reader, numbers);
  }
  return numbers;
}

function instruction(reader, numbers) {
  const opcode = reader.byte();
  if (opcode >= 0x28 && opcode <= 0x3e) {  // loads and stores: alignment, offset
    reader.skipNumber();
    numbers.add(reader.unsigned());
    return;
  }
  if (opcode >= 0x45 && opcode <= 0xc4) return;
  switch (opcode) {
    case 0x41: numbers.add(reader.signed()); return;
    case 0x43: reader.at += 4; return;
    case 0x44: reader.at += 8; return;
    case 0x0e: for (let targets = reader.unsigned(); targets >= 0; targets--) reader.skipNumber(); return;
    case 0x1c: for (let types = reader.unsigned(); types > 0; types--) reader.byte(); return;
    case 0x11: case 0x13: reader.skipNumber(); reader.skipNumber(); return;
    case 0xfc: {
      const second = reader.unsigned();
      const operands = second < 8 ? 0 : [2, 1, 2, 1, 2, 1, 2, 1, 1, 1][second - 8];
      for (let i = 0; i < operands; i++) reader.skipNumber();
      return;
    }
    case 0x00: case 0x01: case 0x05: case 0x0b: case 0x0f: case 0x1a: case 0x1b: case 0xd1: return;
    // One number: blocks, branches, calls, variables, tables, the memory's size, i64.const, references.
    case 0x02: case 0x03: case 0x04: case 0x0c: case 0x0d: case 0x10: case 0x12: case 0x20: case 0x21: case 0x22: case 0x23: case 0x24:
    case 0x25: case 0x26: case 0x3f: case 0x40: case 0x42: case 0xd0: case 0xd2: reader.skipNumber(); return;
    default: throw new Sentence(`The engine has an instruction (0x${opcode.toString(16)}) that is not known here.`);
  }
}
