/** A short, stable mark of a text (FNV-1a, 53 bits, base 36): the same text has the same mark, on every machine. Not a secret. */
export function hash(text: string): string {
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (let at = 0; at < text.length; at++) {
    low ^= text.charCodeAt(at)
    const product = low * 0x1b3
    high = (Math.imul(high, 0x1b3) + (low << 8) + Math.floor(product / 0x100000000)) >>> 0
    low = product >>> 0
  }
  return ((high & 0x1fffff) * 0x100000000 + low).toString(36)
}
