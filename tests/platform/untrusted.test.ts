import fc from 'fast-check'
import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { crc32, inflate, isTorn, packRows, unpackRows } from '#platform/pack.ts'
import { measure, readUntrusted } from '#platform/untrusted.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const deflated = (from: string | Buffer) => new Uint8Array(deflateRawSync(from))
const limits = { maxPacked: 10_000, maxText: 100_000, maxDepth: 32 }
const problem = async (from: Blob | Uint8Array<ArrayBuffer>, packed = false) => {
  const read = await readUntrusted(from, { ...limits, packed })
  return read.ok ? 'let in' : read.problem
}

it.each([
  ['what is whole is let in', '{"a":[1,{"b":"}]"}]}', 'let in'],
  ['a mark of byte order is no harm', '\uFEFF{"a":1}', 'let in'],
  ['nothing at all', '', 'not-json'],
  ['words that are no JSON', 'hello', 'not-json'],
  ['half of a file', '{"a":[1,2', 'not-json'],
  ['more after the end', '{"a":1}{"b":2}', 'not-json'],
  ['more bytes than allowed', JSON.stringify('x'.repeat(10_000)), 'too-big'],
  ['nested a little too deep', `${'['.repeat(33)}${']'.repeat(33)}`, 'too-deep'],
  ['nested as deep as allowed', `${'['.repeat(32)}${']'.repeat(32)}`, 'let in'],
  ['thousands of open brackets', '['.repeat(9_000), 'too-deep'],
  ['brackets inside a text do not count', JSON.stringify('[{'.repeat(4_000)), 'let in'],
  ['a key that reaches the prototype', '{"__proto__":{"isTeacher":true}}', 'hostile-keys'],
  ['the same key, written in another way', '{"\\u005f_proto__":{"isTeacher":true}}', 'hostile-keys'],
  ['a constructor deep inside', '{"a":[{"b":{"constructor":{"prototype":{"x":1}}}}]}', 'hostile-keys'],
  ['a word that only looks like one', '{"a":"__proto__","proto":1}', 'let in'],
])('%s', async (_, text, expected) => {
  expect(await problem(bytes(text))).toBe(expected)
  expect(await problem(new Blob([text]))).toBe(expected)
  expect(({} as { isTeacher?: boolean }).isTeacher).toBe(undefined)
})

it('bytes that are no text are damaged', async () => {
  expect(await problem(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]))).toBe('damaged')
})

it('a packed text is let out, and a broken one is damaged', async () => {
  expect(await problem(deflated('{"a":1}'), true)).toBe('let in')
  expect(await problem(new Uint8Array([1, 2, 3, 4, 5]), true)).toBe('damaged')
})

/** Nobody waits longer than this, on a machine that does much else; a shape that takes the square of its length takes minutes. */
const HANG = 5_000

/** The fastest of three goes: this machine may be busy with other tests. */
async function fastest(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let go = 0; go < 3; go++) {
    const before = performance.now()
    await work()
    times.push(performance.now() - before)
  }
  return Math.min(...times)
}

it('a bomb of 300 megabytes is stopped before it is let out', async () => {
  const bomb = deflated(Buffer.alloc(300_000_000, 0x20))
  const open = () => readUntrusted(bomb, { maxPacked: 1_000_000, maxText: 1_000_000, maxDepth: 32, packed: true })
  expect(await open()).toEqual({ ok: false, problem: 'too-big' })
  expect(await fastest(open)).toBeLessThan(HANG)
})

it('ten megabytes of any shape are judged without a hang', async () => {
  const wide = { maxPacked: 10_000_000, maxText: 10_000_000, maxDepth: 32 }
  const shapes = [`[${'1,'.repeat(4_999_998)}1]`, '['.repeat(9_999_999), `"${'\\"'.repeat(4_999_998)}"`, `[${'{},'.repeat(3_333_331)}{}]`, `{${'"a":1,'.repeat(1_666_665)}"a":1}`, '"'.repeat(9_999_999), '\\'.repeat(9_999_999)]
  for (const shape of shapes) {
    const from = new Blob([shape])
    expect(await fastest(() => readUntrusted(from, wide)), shape.slice(0, 20)).toBeLessThan(HANG)
  }
})

it('depth is read as a parser would read it', () => {
  const depth = (value: unknown): number => typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => { expect(measure(JSON.stringify(value), 100).depth).toBe(depth(value)) }), { numRuns: 2000 })
})

it('a pack reads back as it was, and any flipped letter is noticed', async () => {
  const rows = Array.from({ length: 40 }, (_, nth) => ({ id: `a.${nth}`, text: 'سلام 和平 мир', nth }))
  const text = await packRows(rows)
  expect(await unpackRows(text)).toEqual(rows)
  for (let at = 2; at < text.length; at++) {
    const other = text[at] === 'A' ? 'B' : 'A'
    const flipped = text.slice(0, at) + other + text.slice(at + 1)
    const read = await unpackRows(flipped)
    if (read) expect(read, `letter ${at}`).toEqual(rows) // the last letter of base64 may have bits to spare
  }
  expect(await unpackRows(text.slice(0, -9))).toBe(null)
  expect(isTorn(text.slice(0, -9))).toBe(true)
  expect(isTorn('2.later')).toBe(false)
})

it('sums are those of everybody else', () => {
  expect(crc32(bytes('123456789'))).toBe('cbf43926')
})

it('what is let out is never more than allowed', async () => {
  expect(await inflate(deflated('x'.repeat(1001)), 1000)).toBe(null)
  expect((await inflate(deflated('x'.repeat(1000)), 1000))?.length).toBe(1000)
})
