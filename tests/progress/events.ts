import fc from 'fast-check'
import type { Kept } from '#progress/event.ts'

/** How often a law is tried: more in the long run, which says so in `RUNS`. The seed is said, so that a failure can be repeated. */
export const runs = (() => {
  const numRuns = Number(process.env.RUNS ?? 2_000)
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
  console.log(`laws: ${numRuns} runs, SEED=${seed}`)
  return { seed, numRuns }
})()

const origins = ['aaaa', 'bbbb', 'cccc']
const profiles = ['anna', 'ben', 'chen']
const id = fc.tuple(fc.constantFrom(...origins), fc.integer({ min: 1, max: 12 })).map(([origin, seq]) => `${origin}.${seq}`)
const word = fc.constantFrom('words.one', 'words.two', 'words.three')

/** What an event says, by its type; some of it is of no known type, or of none that fits. */
const said = fc.oneof(
  { weight: 5, arbitrary: fc.record({ t: fc.constant('answered'), d: fc.record({ question: word, asked: fc.constantFrom('x', 'y'), earned: fc.constantFrom(0, 0.5, 1), possible: fc.constant(1), hints: fc.nat(3), in: fc.constantFrom('lesson', 'quiz', 'review'), run: fc.constantFrom('r', 's'), sure: fc.constantFrom('guess', 'sure') }, { requiredKeys: ['question', 'asked', 'hints', 'in', 'run'] }) }) },
  { weight: 3, arbitrary: fc.record({ t: fc.constant('read'), d: fc.record({ lesson: fc.constantFrom('words/six', 'peace/one'), part: fc.constantFrom('a', 'b', 'c') }) }) },
  { weight: 2, arbitrary: fc.record({ t: fc.constant('finished'), d: fc.record({ of: fc.constantFrom('lesson', 'quiz', 'pre'), id: fc.constantFrom('words', 'peace'), earned: fc.nat(10) }, { requiredKeys: ['of', 'id'] }) }) },
  { weight: 3, arbitrary: fc.record({ t: fc.constant('wrote'), d: fc.record({ question: word, text: fc.string({ maxLength: 5 }) }) }) },
  { weight: 2, arbitrary: fc.record({ t: fc.constant('profile'), d: fc.record({ name: fc.constantFrom('Heron', 'Boat'), picture: fc.constant('bird'), also: fc.subarray(profiles) }, { requiredKeys: ['name', 'picture'] }) }) },
  { weight: 2, arbitrary: fc.record({ t: fc.constant('erased'), d: fc.oneof(fc.record({ ids: fc.array(id, { maxLength: 4 }) }), fc.record({ profile: fc.boolean() })) }) },
  { weight: 1, arbitrary: fc.record({ t: fc.constantFrom('from-the-future', 'answered'), d: fc.dictionary(fc.constantFrom('a', 'b'), fc.jsonValue({ maxDepth: 2 })) }) },
)

/** An event of one of three tabs, for one of three profiles. */
const event = fc.record({ id, p: fc.constantFrom(...profiles), v: fc.constantFrom(1, 2), lam: fc.nat(6), at: fc.integer({ min: -1e12, max: 4e12 }), said })
  .map(({ said: { t, d }, ...rest }): Kept => ({ ...rest, t, d: d as Record<string, unknown> }))

/** Events of which each has its own id, in any order. */
export const someEvents = (maxLength = 25) => fc.uniqueArray(event, { maxLength, selector: each => each.id })

/** Events of one profile that answered many questions over many days. */
export const manyEvents = (count: number, p = 'anna'): Kept[] => Array.from({ length: count }, (_, nth) => ({
  id: `origin${Math.floor(nth / 20)}x.${nth % 20 + 1}`, p, t: 'answered', v: 1, lam: nth + 1, at: 1.7e12 + nth * 60_000,
  d: { question: `words.q${nth % 300}`, asked: 'k2j4', reply: 'likelihood', earned: nth % 3 / 2, possible: 1, hints: nth % 2, in: 'lesson', run: 'words/six' },
}))
