import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { brings, openBackup, writeBackup, type Backup } from '#progress/backup.ts'
import type { Kept } from '#progress/event.ts'
import { historyOf, ownEvents } from '#progress/history.ts'
import { friendLink, openFriendLink } from '#progress/link.ts'
import { wantsFile } from '#progress/saved.ts'
import { sha256 } from '#progress/sha256.ts'
import { manyEvents, runs } from './events.ts'
import { fuzzImports } from './fuzz.ts'
import { wholeFile } from './hostile.ts'
import kept from '../fixtures/events-v1.json'

const making = { version: 'test', made: '2026-11-24T00:00:00.000Z', profile: 'anna', withWords: false }
const open = (text: string): Backup => {
  const opened = openBackup(JSON.parse(text))
  if (!opened.ok) throw new Error(opened.problem)
  return opened.value
}

describe('sums', () => {
  it.each([ // RFC 6234, section 8.5
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
    ['0123456701234567012345670123456701234567012345670123456701234567'.repeat(10), '594847328451bdfa85056225462cc1d867d877fb388df0ce35f25ab5562bfbb5'],
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ])('are those of the standard (%#)', (message, sum) => { expect(sha256(message)).toBe(sum) })
  it('are those of everybody else, whatever the length', () => {
    for (let length = 0; length < 300; length++) {
      const bytes = Uint8Array.from({ length }, (_, at) => at * 7 + length)
      expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
  })
})

describe('a backup file', () => {
  const events = kept.events as Kept[]
  const history = historyOf('anna', events)
  const own = ownEvents(history, events)

  it('of the first day is read by this build', () => {
    const backup = open(wholeFile())
    expect(backup.events).toHaveLength(15)
    expect(historyOf('anna', backup.events).state).toEqual(history.state)
  })
  it('reads back as it was, with fields and types that nobody here knows', () => {
    const again = open(writeBackup(own, { ...making, withWords: true }))
    expect(again.events).toEqual(expect.arrayContaining(own))
    expect(again.events).toHaveLength(own.length)
  })
  it('leaves one’s own words at home unless they are wished for', () => {
    const text = writeBackup(own, making)
    expect(text).not.toContain('First thought')
    expect(open(text).events.some(event => event.t === 'wrote')).toBe(false)
    expect(writeBackup(own, { ...making, withWords: true })).toContain('First thought')
  })
  it('holds nothing of anybody else, and nothing that was erased', () => {
    expect(own.map(event => event.p)).toEqual(own.map(() => 'anna'))
    expect(own.map(event => event.id)).not.toContain('h7k2m9q4w8x3z.12')
  })
  it('can be read by a person: one event a line, a header first', () => {
    const lines = writeBackup(own, making).split('\n')
    expect(lines[1]).toBe('  "app": "peace-and-solidarity",')
    expect(lines.filter(line => line.startsWith('{"id"'))).toHaveLength(own.length - 2)
  })
  it('of ten thousand events is written and read whole', () => {
    const many = manyEvents(10_000)
    expect(open(writeBackup(many, making)).events).toHaveLength(10_000)
  })
  it.each([
    ['another app’s', { ...JSON.parse(wholeFile()), app: 'other' }, 'not-ours'],
    ['no object at all', [1, 2], 'not-ours'],
    ['from a newer app', { ...JSON.parse(wholeFile()), format: 2, events: 'packed' }, 'from-a-newer-app'],
    ['with one event missing', { ...JSON.parse(wholeFile()), events: JSON.parse(wholeFile()).events.slice(1) }, 'damaged'],
    ['without events', { ...JSON.parse(wholeFile()), events: undefined }, 'damaged'],
  ])('%s is not taken', (_, file, problem) => { expect(openBackup(file)).toEqual({ ok: false, problem }) })
})

describe('what a backup brings', () => {
  const own = manyEvents(20)
  const here = historyOf('anna', own)
  const evil = (t: string, d: object, more: object = {}): Kept => ({ id: 'evil0000.1', p: 'anna', t, v: 1, lam: 99, at: 0, d: d as Record<string, unknown>, ...more })
  const backup = (...events: Kept[]): Backup => ({ made: '', profile: 'anna', events })

  it('is told before it is added', () => {
    const more = manyEvents(45)
    expect(brings(here, backup(...more))).toMatchObject({ known: 20, erased: 0, counts: { answered: 25 } })
  })
  it('can never delete: an event that would erase something held here is left out', () => {
    for (const each of [evil('erased', { profile: true }), evil('erased', { ids: [own[3]?.id] }), evil('erased', { ids: [own[3]?.id, 'other000.1'] })]) expect(brings(here, backup(each)).fresh).toEqual([])
  })
  it('but what it erased itself stays erased', () => {
    const file = backup(evil('erased', { ids: ['other000.1'] }), { ...evil('read', { lesson: 'a', part: 'b' }), id: 'other000.1' })
    expect(brings(here, file).fresh.map(event => event.id)).toEqual(['evil0000.1'])
    expect(brings(here, file).erased).toBe(1)
  })
  it('what was erased here does not come back from it', () => {
    const erased = historyOf('anna', [...own.slice(1), evil('erased', { ids: [own[0]?.id] })])
    expect(brings(erased, backup(...own))).toMatchObject({ fresh: [], known: 19, erased: 1 })
    const gone = historyOf('anna', [evil('erased', { profile: true })])
    expect(brings(gone, backup(...own))).toMatchObject({ fresh: [], erased: 20 })
  })
})

describe('a link to a friend', () => {
  const page = 'https://example.org/en/friend/'
  it('of the first day is read by this build, and written the same', () => {
    for (const line of readFileSync('tests/fixtures/link-v1.txt', 'utf8').trim().split('\n')) {
      const [link = '', says = ''] = line.split('\t')
      const { question, reply } = JSON.parse(says) as { question: string, reply: unknown }
      expect(openFriendLink(new URL(link).hash)).toEqual({ ok: true, value: { question, reply } })
      expect(friendLink(page, question, reply)).toBe(link)
    }
  })
  it('is short, and holds no character that a messenger would cut at', () => {
    const link = friendLink(page, 'words.a-question-with-a-rather-long-name', { verdict: true, reason: 'another-rather-long-name' })
    expect(link.slice(page.length)).toMatch(/^#[\w./-]{1,299}$/)
  })
  it.each([['one’s own words', 'I think that …'], ['nothing', undefined], ['no reply', null], ['too much', Array.from({ length: 20 }, (_, nth) => `a-long-option-${nth}`)], ['a key of every object', { constructor: 'x' }], ['no number', NaN]])('%s does not fit in', (_, reply) => {
    expect(() => friendLink(page, 'words.one', reply)).toThrow('does not fit')
  })
  it('cut, changed or foreign, it is refused with a reason', () => {
    const { hash } = new URL(friendLink(page, 'words.one', ['a', 'b']))
    for (let at = 1; at < hash.length; at++) {
      expect(openFriendLink(hash.slice(0, at)).ok, hash.slice(0, at)).toBe(false)
      expect(openFriendLink(`${hash.slice(0, at)}~${hash.slice(at + 1)}`).ok).toBe(false)
    }
    expect(openFriendLink('#2/anything at all')).toEqual({ ok: false, problem: 'from-a-newer-app' })
    expect(openFriendLink('#part-three')).toEqual({ ok: false, problem: 'not-ours' })
    expect(openFriendLink(`#1/words.one/${'A'.repeat(5000)}/aaaaaa`)).toEqual({ ok: false, problem: 'not-ours' })
    expect(openFriendLink('#1/words.one/eyJfX3Byb3RvX18iOiJ4In0/aaaaaa').ok).toBe(false)
  })
})

it('a file is asked for after ten events, or after five days', () => {
  const day = 24 * 60 * 60 * 1000
  expect(wantsFile({ count: 0, since: null }, undefined, 100 * day, false)).toBe(false)
  expect(wantsFile({ count: 9, since: 0 }, undefined, day, false)).toBe(false)
  expect(wantsFile({ count: 10, since: 0 }, undefined, day, false)).toBe(true)
  expect(wantsFile({ count: 1, since: 0 }, undefined, 5 * day, false)).toBe(true)
  expect(wantsFile({ count: 30, since: 0 }, { count: 30, at: 0 }, 99 * day, true)).toBe(false)
  expect(wantsFile({ count: 31, since: 0 }, { count: 30, at: 90 * day }, 91 * day, false)).toBe(false)
  expect(wantsFile({ count: 31, since: 0 }, { count: 30, at: 90 * day }, 91 * day, true)).toBe(true)
})

it('two thousand hostile imports: none taken wrongly, none without an answer', async () => {
  const tally = await fuzzImports(2_000, runs.seed)
  for (const answer of ['taken', 'damaged', 'not-ours', 'not-json', 'hostile-keys', 'too-deep']) expect(tally[answer], answer).toBeGreaterThan(0)
}, 60_000)
