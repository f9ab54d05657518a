import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkpointName, makeSum, readCheckpoint, SHAPE, writeCheckpoint } from '#progress/checkpoint.ts'
import { inOrder, nextLam, type Kept } from '#progress/event.ts'
import { begin, historyOf, isGone, withIncoming, type History } from '#progress/history.ts'
import { hash } from '#course/hash.ts'
import { countOf, knows, withIds } from '#progress/vector.ts'
import { manyEvents, runs, someEvents } from './events.ts'
import kept from '../fixtures/events-v1.json'

/** What a history says, without the list of what it has seen. */
const says = ({ state, people, gone }: History) => ({ state, people, gone })
/** What a store holds once it has deleted what was erased. */
const settled = (events: readonly Kept[]) => {
  const { gone } = historyOf('anna', events)
  return events.filter(each => !isGone(gone, each))
}
const united = (...sets: (readonly Kept[])[]) => settled([...new Map(sets.flat().map(each => [each.id, each])).values()])
const byId = (events: readonly Kept[]) => [...events].sort((one, other) => one.id < other.id ? -1 : 1)
const shuffled = (events: Kept[], order: number[]) => events.map((each, at) => ({ each, at: order[at] ?? 0 })).sort((one, other) => one.at - other.at).map(({ each }) => each)
const orders = fc.array(fc.nat(), { minLength: 25, maxLength: 25 })

/** Take events in small lots, folding anew where that is asked for, as a tab does. */
function lotByLot(whose: string, events: readonly Kept[], size: number): History {
  let history = begin(whose)
  for (let from = 0; from < events.length; from += size) {
    const step = withIncoming(history, events.slice(from, from + size))
    history = step.anew ? historyOf(whose, events.slice(0, from + size)) : step.history
  }
  return history
}

describe('the laws of the fold', () => {
  it('the order in which events come does not matter, nor how often', () => {
    fc.assert(fc.property(someEvents(), orders, (events, order) => {
      expect(historyOf('anna', [...shuffled(events, order), ...events])).toEqual(historyOf('anna', events))
    }), runs)
  })
  it('one after the other says the same as all at once', () => {
    fc.assert(fc.property(someEvents(), fc.integer({ min: 1, max: 5 }), (events, size) => {
      expect(lotByLot('anna', events, size)).toEqual(historyOf('anna', events))
    }), runs)
  })
  it('uniting is commutative, associative and idempotent, with stores that delete', () => {
    fc.assert(fc.property(someEvents(), fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 25, maxLength: 25 }), (events, where) => {
      const [a = [], b = [], c = []] = [1, 2, 4].map(bit => settled(events.filter((_, at) => (where[at] ?? 0) & bit)))
      expect(byId(united(a, b))).toEqual(byId(united(b, a)))
      expect(byId(united(united(a, b), c))).toEqual(byId(united(a, united(b, c))))
      expect(byId(united(a, a))).toEqual(byId(a))
      expect(says(historyOf('anna', united(a, b, c)))).toEqual(says(historyOf('anna', events.filter((_, at) => (where[at] ?? 0) & 7))))
    }), runs)
  })
  it('what was erased never returns, from any old copy and in any order', () => {
    fc.assert(fc.property(someEvents(), someEvents(), orders, (older, newer, order) => {
      const all = [...new Map([...newer, ...older].map(each => [each.id, each])).values()]
      const { gone, state } = historyOf('anna', all)
      let store = settled(newer)
      for (const late of shuffled(all, order)) store = united(store, [late])
      expect(store.filter(each => isGone(gone, each))).toEqual([])
      const ids = new Set(Object.values(state.answers).flat().map(answer => answer.id))
      for (const each of all) if (isGone(gone, each)) expect(ids.has(each.id)).toBe(false)
    }), runs)
  })
  it('a checkpoint and the events after it say the same as all events', () => {
    fc.assert(fc.property(someEvents(), fc.nat(25), (events, cut) => {
      const note = structuredClone(writeCheckpoint(historyOf('anna', events.slice(0, cut)), cut))
      const { sum = begin('anna'), last = 0 } = readCheckpoint(note) ?? {}
      expect(sum).toEqual(historyOf('anna', events.slice(0, cut)))
      const step = withIncoming(sum, events.slice(last))
      expect(step.anew ? historyOf('anna', events) : step.history).toEqual(historyOf('anna', events))
    }), runs)
  })
  it('a vector knows what it was given, however it came', () => {
    const ids = fc.array(fc.tuple(fc.constantFrom('aaaa', 'bbbb'), fc.nat(40)).map(([origin, seq]) => `${origin}.${seq}`), { maxLength: 60 })
    fc.assert(fc.property(ids, ids, (one, other) => {
      const vector = withIds(withIds(new Map(), one), other)
      const given = new Set([...one, ...other])
      for (const origin of ['aaaa', 'bbbb']) for (let seq = 0; seq <= 41; seq++) expect(knows(vector, `${origin}.${seq}`)).toBe(given.has(`${origin}.${seq}`))
      expect(countOf(vector)).toBe(given.size)
      expect(withIds(withIds(new Map(), other), one)).toEqual(vector)
    }), runs)
  })
  it('a vector is one run as long as nothing is missing', () => {
    const ids = Array.from({ length: 500 }, (_, nth) => `aaaa.${nth + 1}`)
    expect([...ids.reduceRight((vector, id) => withIds(vector, [id]), withIds(new Map(), []))]).toEqual([['aaaa', [[1, 500]]]])
  })
})

const answer = (id: string, more: Partial<Kept> = {}): Kept => ({ id, p: 'anna', t: 'answered', v: 1, lam: 1, at: 1000, d: { question: 'words.one', asked: 'x', hints: 0, in: 'lesson', run: 'r', earned: 1, possible: 1 }, ...more })

describe('what the fold says', () => {
  it('the latest words stand, whatever the clock said', () => {
    const wrote = (id: string, lam: number, at: number, text: string): Kept => answer(id, { t: 'wrote', lam, at, d: { question: 'words.one', text } })
    const { state } = historyOf('anna', [wrote('aaaa.1', 1, 9e12, 'first, by a clock far ahead'), wrote('aaaa.2', 2, -5, 'second, by a clock set back')])
    expect(state.texts['words.one']?.text).toBe('second, by a clock set back')
  })
  it('counting goes on from the highest number seen, of anybody, and stops at the edge', () => {
    const { lam } = historyOf('anna', [answer('aaaa.1', { lam: 7 }), answer('bbbb.1', { lam: 30, p: 'ben' })])
    expect(nextLam(lam)).toBe(31)
    expect(nextLam(Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER)
    expect([answer('aaaa.10'), answer('aaaa.9')].sort(inOrder).map(each => each.id)).toEqual(['aaaa.9', 'aaaa.10'])
  })
  it('what others did is not mine, unless I brought it along', () => {
    const others = [answer('bbbb.1', { p: 'ben' }), answer('bbbb.2', { p: 'ben', t: 'profile', d: { name: 'Ben', picture: 'boat' } })]
    expect(historyOf('anna', others).state.count).toBe(0)
    const joined = historyOf('anna', [...others, answer('aaaa.1', { t: 'profile', d: { name: 'Anna', picture: 'bird', also: ['ben'] } })])
    expect(joined.state.answers['words.one']).toHaveLength(1)
    expect(joined.state.profile?.name).toBe('Anna')
    expect(joined.people.get('ben')?.name).toBe('Ben')
  })
  it('an erased text gives way to the one before it', () => {
    const wrote = (id: string, lam: number, text: string): Kept => answer(id, { t: 'wrote', lam, d: { question: 'words.one', text } })
    const both = [wrote('aaaa.1', 1, 'before'), wrote('aaaa.2', 2, 'after')]
    expect(historyOf('anna', [...both, answer('aaaa.3', { t: 'erased', d: { ids: ['aaaa.2'] } })]).state.texts['words.one']?.text).toBe('before')
  })
  it('a name that every object has from birth is nobody’s lesson', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const odd = names.flatMap((name, nth) => [answer(`aaaa.${nth}`, { t: 'read', d: { lesson: name, part: 'a' } }), answer(`bbbb.${nth}`, { t: 'wrote', d: { question: name, text: 'x' } }), answer(`cccc.${nth}`, { d: { ...answer('x').d, question: name } })])
    const { state } = historyOf('anna', odd)
    expect([state.parts, state.texts, state.answers]).toEqual([{}, {}, {}])
    expect(({} as { text?: string }).text).toBe(undefined)
  })
  it('what is no event is passed over', () => {
    const odd = [null, 3, 'x', [], {}, { id: 3 }, { ...answer('aaaa.1'), lam: -1 }, { ...answer('aaaa.01') }, { ...answer('aaaa.1'), lam: NaN }, { ...answer('aaaa.1'), at: Infinity }, { ...answer('A.1') }, { ...answer('aaaa.1'), d: [] }, { ...answer('aaaa.1'), p: '../x' }]
    expect(historyOf('anna', odd)).toEqual({ ...begin('anna') })
  })
  it('after ten thousand events, one more costs a small part of what all of them cost', () => {
    const events = manyEvents(10_000)
    const fastest = (work: () => unknown) => Math.min(...Array.from({ length: 7 }, () => { // this machine may be busy with other tests
      const before = performance.now()
      work()
      return performance.now() - before
    }))
    const history = historyOf('anna', events)
    const note = structuredClone(writeCheckpoint(history, 10_000))
    const all = fastest(() => historyOf('anna', events))
    const read = fastest(() => readCheckpoint(note))
    const one = fastest(() => withIncoming(history, [answer('newnew.1')]))
    console.log(`10,000 events: fold ${all.toFixed(0)} ms, checkpoint ${read.toFixed(1)} ms, one more ${one.toFixed(2)} ms`)
    expect(one * 10).toBeLessThan(all)
    expect(read).toBeLessThan(all)
  })
})

describe('a checkpoint in the making', () => {
  it('is not worth it for a few rows, and leaves out what was erased elsewhere', () => {
    const events = manyEvents(120)
    const sum = makeSum('anna')
    sum.heed(events, 120)
    const { gone } = historyOf('anna', [...events, answer('zzzz.1', { t: 'erased', d: { ids: [events[0]?.id] } })])
    expect(sum.note(gone, 100)).toBe(null)
    const note = sum.note(gone, 0)
    expect(note?.last).toBe(120)
    expect(readCheckpoint(note)?.sum.state.count).toBe(119)
  })
  it('of another shape is passed over', () => {
    expect(checkpointName('anna')).toContain(String(SHAPE))
    for (const note of [undefined, null, 7, {}, [], 'x']) expect(readCheckpoint(note)).toBe(null)
  })
})

describe('events of the first day', () => {
  it('are read by this build as they were then', () => {
    const { events, says: said } = kept
    const { state, people, gone } = historyOf('anna', events)
    expect({ state, people: [...people.keys()].sort(), erased: [...gone.profiles] }).toEqual(said)
  })
  it('when the fold says something else of them, the checkpoint needs a new shape', () => {
    expect({ shape: SHAPE, mark: hash(JSON.stringify(kept.says)) }).toEqual({ shape: 2, mark: kept.mark })
  })
})
