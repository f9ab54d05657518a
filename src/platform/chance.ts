/** Chance, as letters for an id and as a number from 0 up to 1. */
export interface Chance { id: (length: number) => string, next: () => number }

/** Thirty-two, so that each byte falls on each of them equally often; none is mistaken for another. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** The device's own chance; works on plain http and from a file too. */
export const chance: Chance = {
  id: length => [...crypto.getRandomValues(new Uint8Array(length))].map(byte => LETTERS[byte % 32]).join(''),
  next: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
}
