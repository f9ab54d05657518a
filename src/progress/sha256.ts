/** The first 32 bits of the fractional parts of a root of each of the first 64 primes (FIPS 180-4). */
function roots(root: (prime: number) => number, count: number): Uint32Array {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate++) if (primes.every(prime => candidate % prime)) primes.push(candidate)
  return Uint32Array.from(primes, prime => (root(prime) % 1) * 2 ** 32)
}

const start = roots(Math.sqrt, 8)
const rounds = roots(Math.cbrt, 64)
const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function block(state: Uint32Array, words: Uint32Array): void {
  for (let at = 16; at < 64; at++) {
    const early = words[at - 15]! // each place is within the 64
    const late = words[at - 2]! // as above
    words[at] = words[at - 16]! + (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) + words[at - 7]! + (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)) // as above
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number] // the state has eight words
  for (let at = 0; at < 64; at++) {
    const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[at]! + words[at]! // both have 64
    const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at]! += word // eight of each
}

/** The SHA-256 of a text (UTF-8) or of bytes, in hex: on plain http too, where the browser lends none. */
export function sha256(message: string | Uint8Array): string {
  const bytes = typeof message === 'string' ? new TextEncoder().encode(message) : message
  const padded = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) * 64))
  new Uint8Array(padded.buffer).set(bytes)
  padded.setUint8(bytes.length, 0x80)
  padded.setUint32(padded.byteLength - 8, Math.floor(bytes.length / 2 ** 29))
  padded.setUint32(padded.byteLength - 4, bytes.length * 8)
  const state = start.slice()
  const words = new Uint32Array(64)
  for (let from = 0; from < padded.byteLength; from += 64) {
    for (let at = 0; at < 16; at++) words[at] = padded.getUint32(from + at * 4)
    block(state, words)
  }
  return [...state].map(word => word.toString(16).padStart(8, '0')).join('')
}
