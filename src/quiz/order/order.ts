import { array, minLength, nonEmpty, pipe, strictObject, string, transform } from 'valibot'
import { points, type Mark, type Verdict } from '../questionType.ts'
import { stableShuffle } from '../stableShuffle.ts'

const text = pipe(string(), nonEmpty())

/** Things in the order that time, law or arithmetic gives them; the learner is shown another order. */
export const written = pipe(
  strictObject({
    items: pipe(array(strictObject({ id: string(), text, why: text })), minLength(3, 'an order needs three items or more')),
    ends: strictObject({ first: text, last: text }),
  }),
  transform(({ items, ends }) => ({
    ask: { items: stableShuffle(items).map(({ id, text }) => ({ id, text })), ends },
    key: { order: items.map(({ id }) => id) },
    why: Object.fromEntries(items.map(({ id, why }) => [id, why])),
  })),
)

/** The words of an author's block. */
export const words = ['items.*.text', 'items.*.why', 'ends.first', 'ends.last'] as const

/** All ids in the order given; none while nothing was moved. */
export const reply = array(string())

/** Nothing moved. */
export const blank = (): string[] => []

/** One less the share of pairs that stand the wrong way round (Kendall's tau distance). Source of the rule: product.md, row 5. */
export function score({ order }: { order: string[] }, given: string[]): Verdict {
  if (!given.length) return { kind: 'unanswered' }
  const places = given.map(id => order.indexOf(id))
  const pairs = places.flatMap((place, at) => places.slice(at + 1).map(later => place > later))
  const marks = order.map((id, at): [string, Mark] => [id, given[at] === id ? 'right' : 'wrong'])
  return points(1 - pairs.filter(Boolean).length / pairs.length, Object.fromEntries(marks))
}

/** The right order. */
export const answer = ({ order }: { order: string[] }): string[] => [...order]

/** What is said about things out of place; about all of them once the order is right. */
export const tells = (_given: string[], verdict: Verdict): string[] =>
  verdict.kind === 'points' ? Object.entries(verdict.parts).filter(([, mark]) => mark === 'wrong' || verdict.earned === 1).map(([id]) => id) : []
