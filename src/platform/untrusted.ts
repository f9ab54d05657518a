import { drain, inflate } from './pack.ts'

/** How much is let in: bytes as they come, bytes once let out, and levels of nesting. `packed`: the bytes are deflated. */
export interface Limits { maxPacked: number, maxText: number, maxDepth: number, packed?: boolean }

/** Why something from outside was not let in. */
export type Problem = 'too-big' | 'too-deep' | 'not-json' | 'hostile-keys' | 'damaged'

/** What came in, or why it did not. */
export type Read = { ok: true, value: unknown } | { ok: false, problem: Problem }

/** The one gate for files, links and codes from outside: measured before it is parsed, and with no key that could reach a prototype. Its shape is for a schema to check. */
export async function readUntrusted(from: Blob | Uint8Array<ArrayBuffer>, { maxPacked, maxText, maxDepth, packed = false }: Limits): Promise<Read> {
  const no = (problem: Problem): Read => ({ ok: false, problem })
  if ((from instanceof Blob ? from.size : from.length) > maxPacked) return no('too-big')
  let text: string
  try {
    const bytes = from instanceof Blob ? await drain(from.stream(), maxPacked) : from
    const whole = bytes && packed ? await inflate(bytes, maxText) : bytes
    if (!whole || whole.length > maxText) return no('too-big')
    text = new TextDecoder('utf-8', { fatal: true }).decode(whole)
  } catch {
    return no('damaged')
  }
  const { depth, parts } = measure(text, maxDepth)
  if (depth > maxDepth) return no('too-deep')
  if (parts > MOST_PARTS) return no('too-big')
  try {
    const value: unknown = JSON.parse(text)
    return hasHostileKey(value) ? no('hostile-keys') : { ok: true, value }
  } catch {
    return no('not-json')
  }
}

const QUOTE = 34
const COMMA = 44
const BACKSLASH = 92
const BRACKET = 91
const BRACE = 123
/** More than a text of ten megabytes needs in earnest: a parser takes seconds for more. */
const MOST_PARTS = 1_000_000

/** How deep a text nests and how many parts it has, read without parsing it; it stops as soon as either is too much. */
export function measure(text: string, enough: number): { depth: number, parts: number } {
  let level = 0
  let depth = 0
  let parts = 0
  for (let at = 0; at < text.length && depth <= enough && parts <= MOST_PARTS; at++) {
    const letter = text.charCodeAt(at)
    if (letter === QUOTE) at = endOfString(text, at)
    else if (letter === COMMA) parts++
    else if (letter === BRACKET || letter === BRACE) {
      depth = Math.max(depth, ++level)
      parts++
    } else if (letter === BRACKET + 2 || letter === BRACE + 2) level--
  }
  return { depth, parts }
}

function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++
    if (slashes % 2 === 0) return end
  }
  return text.length
}

const hostile = ['__proto__', 'constructor', 'prototype']

function hasHostileKey(value: unknown): boolean {
  const waiting = [value]
  while (waiting.length) {
    const next = waiting.pop()
    if (typeof next !== 'object' || next === null) continue
    if (Array.isArray(next)) {
      for (const each of next) if (typeof each === 'object') waiting.push(each)
      continue
    }
    for (const [key, each] of Object.entries(next)) {
      if (hostile.includes(key)) return true
      if (typeof each === 'object') waiting.push(each)
    }
  }
  return false
}
