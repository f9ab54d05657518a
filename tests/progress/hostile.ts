import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { sha256 } from '#progress/sha256.ts'

/** A backup file as the first release wrote it. */
export const wholeFile = (): string => readFileSync('tests/fixtures/backup-v1.peace.json', 'utf8')

type Loose = Record<string, unknown>
type Where = { in: Loose | unknown[], key: string | number }

/** Every place inside a value. */
function places(value: unknown): Where[] {
  if (typeof value !== 'object' || value === null) return []
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return keys.flatMap(key => [{ in: value as Loose, key }, ...places((value as Loose)[key])])
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER, 2 ** 53, [], {}, '../..', 'constructor', '<script>alert(1)</script>', 'x'.repeat(300), '\u202Etxt', ' anna', 'a.1', 'aaaa.00', 'erased', 'wrote'),
  fc.jsonValue({ maxDepth: 3 }),
)

/** One way of spoiling a file: what is done to what was read from it, and whether its sum is then made anew, as somebody who means harm would do. */
const mutation = fc.record({
  at: fc.nat(), other: fc.nat(), odd, resigned: fc.boolean(),
  how: fc.constantFrom('replace', 'remove', 'copy', 'move', 'add', 'hostile', 'twice', 'erase-all', 'erase-ids', 'deep', 'none'),
})
type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never

function spoil(file: Loose & { events: Loose[] }, { at, other, odd: value, how }: Mutation): void {
  const all = places(file)
  const here = all[at % all.length]
  const there = all[other % all.length]
  if (!here || !there) return
  const target = here.in as Loose
  const drawn = file.events[other % Math.max(1, file.events.length)]
  const event = is(drawn) ? drawn : {}
  const spoils: Record<Mutation['how'], () => void> = {
    'none': () => undefined,
    'replace': () => { target[here.key] = value },
    'remove': () => { if (Array.isArray(here.in)) here.in.splice(Number(here.key), 1); else Reflect.deleteProperty(target, here.key) },
    'copy': () => { target[here.key] = structuredClone((there.in as Loose)[there.key]) },
    'move': () => { file.events.reverse() },
    'add': () => { target[Array.isArray(here.in) ? here.in.length : 'more'] = value },
    'hostile': () => { Object.defineProperty(target, other % 2 ? '__proto__' : 'constructor', { value: { isTeacher: true }, enumerable: true, configurable: true, writable: true }) },
    'twice': () => { file.events.push(structuredClone(event)) },
    'erase-all': () => { file.events.push({ ...event, id: 'evil0000.1', t: 'erased', d: { profile: true } }) },
    'erase-ids': () => { file.events.push({ ...event, id: 'evil0000.2', t: 'erased', d: { ids: file.events.map(each => is(each) ? each.id : each) } }) },
    'deep': () => { target[here.key] = JSON.parse('['.repeat(40) + ']'.repeat(40)) as unknown },
  }
  spoils[how]()
}

/** Files that came back from somewhere: spoilt in shape, in bytes, or not at all. */
export const hostileFiles = fc.oneof(
  { weight: 6, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 3 }).map((mutations) => {
    const file = JSON.parse(wholeFile()) as Loose & { events: Loose[] }
    for (const each of mutations) if (Array.isArray(file.events)) spoil(file, each)
    if (mutations.some(each => each.resigned)) file.sha256 = sha256(JSON.stringify(file.events ?? null))
    return new TextEncoder().encode(JSON.stringify(file))
  }) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(), fc.nat(255), fc.nat(3)).map(([at, byte, how]) => {
    const bytes = new TextEncoder().encode(wholeFile())
    if (how === 0) return bytes.slice(0, at % bytes.length)
    if (how === 1) return new Uint8Array([...bytes, byte])
    bytes[at % bytes.length] = byte
    return bytes
  }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map(bytes => new Uint8Array(bytes)) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 4 }).map(text => new TextEncoder().encode(text)) },
)

const is = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)
const whole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** Whether this event may be taken, said a second time and in other words than the schema. */
function isSound(event: unknown): boolean {
  return is(event) && typeof event.id === 'string' && /^[0-9a-z]{4,40}\.(0|[1-9]\d{0,8})$/.test(event.id) && typeof event.p === 'string' && /^[0-9a-z]{1,40}$/.test(event.p)
    && typeof event.t === 'string' && /^[a-z-]{1,40}$/.test(event.t) && whole(event.v) && event.v > 0 && whole(event.lam) && Number.isFinite(event.at)
    && is(event.d) && Object.keys(event.d).every(key => key.length <= 200 && !(key in {}))
}

/** Whether these bytes are a backup file that may be taken. */
export function mayBeTaken(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const hostile = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.entries(value).some(([key, each]) => ['__proto__', 'constructor', 'prototype'].includes(key) || hostile(each))
    const depth = (value: unknown): number => typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0
    const file = JSON.parse(text) as unknown
    if (!is(file) || hostile(file) || depth(file) > 32 || !Array.isArray(file.events)) return false
    const ids = new Set(file.events.map((event: Loose) => event?.id))
    return file.app === 'peace-and-solidarity' && file.format === 1 && typeof file.version === 'string' && file.version.length <= 100 && typeof file.made === 'string' && file.made.length <= 40
      && typeof file.profile === 'string' && /^[0-9a-z]{1,40}$/.test(file.profile) && is(file.counts) && Object.entries(file.counts).every(([key, count]) => key.length <= 40 && typeof count === 'number')
      && file.events.every(isSound) && ids.size === file.events.length && file.sha256 === sha256(JSON.stringify(file.events))
  } catch {
    return false
  }
}
