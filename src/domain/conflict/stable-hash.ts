const ENCODER = new TextEncoder();

/** FNV-1a (Fowler, Noll, Vo; 64 bits) as 16 hexadecimal digits: an id that is the same everywhere, not a secret. */
export function stableHash(text: string): string {
  // Two halves of 32 bits: whole numbers of any size take twenty times as long. The prime is 2^40 + 0x1b3.
  let [high, low] = [0xcbf29ce4, 0x84222325];
  const bytes = ENCODER.encode(text);
  for (let at = 0; at < bytes.length; at++) {
    const mixed = (low ^ (bytes[at] ?? 0)) >>> 0;
    const product = mixed * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (mixed << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
