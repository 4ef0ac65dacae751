// A small seeded generator of numbers (xorshift128 over splitmix-seeded state): a seed is a program, for ever.
export class Rng {
  constructor(seed) {
    let z = BigInt.asUintN(64, BigInt(seed) * 0x9e3779b97f4a7c15n + 0x1234567n);
    const next = () => {
      z = BigInt.asUintN(64, z + 0x9e3779b97f4a7c15n);
      let x = z;
      x = BigInt.asUintN(64, (x ^ (x >> 30n)) * 0xbf58476d1ce4e5b9n);
      x = BigInt.asUintN(64, (x ^ (x >> 27n)) * 0x94d049bb133111ebn);
      return Number((x ^ (x >> 31n)) & 0xffffffffn);
    };
    this.state = [next(), next(), next(), next() | 1];
  }

  bits() {
    const s = this.state;
    let t = s[3];
    t ^= t << 11; t ^= t >>> 8;
    s[3] = s[2]; s[2] = s[1]; s[1] = s[0];
    t ^= s[0]; t ^= s[0] >>> 19;
    s[0] = t;
    return t >>> 0;
  }

  below(n) { return Math.floor(this.bits() / 2 ** 32 * n); }
  between(low, high) { return low + this.below(high - low + 1); }
  chance(p) { return this.bits() / 2 ** 32 < p; }
  pick(list) { return list[this.below(list.length)]; }

  /** `table` is [[weight, value], ...]. */
  weighted(table) {
    let at = this.bits() / 2 ** 32 * table.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of table) if ((at -= weight) < 0) return value;
    return table.at(-1)[1];
  }
}
