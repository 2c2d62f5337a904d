/** FNV-1a (Fowler, Noll, Vo; 64 bits) as 16 hexadecimal digits: an id that is the same everywhere, not a secret. */
export function stableHash(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
