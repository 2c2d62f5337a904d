/** Bytes that a text takes on the wire. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** A value as it arrives on the other side of a border: dates are strings, undefined fields are gone. */
export function throughJson(value: unknown): unknown {
  const json = JSON.stringify(value);
  return json === undefined ? undefined : (JSON.parse(json) as unknown);
}
