import { array, check, minLength, nonEmpty, pipe, record, strictObject, string, transform } from 'valibot'
import { scorePlaces } from '../scorePlaces.ts'

const text = pipe(string(), nonEmpty())

/** Things on the left, each with its match on the right, where more may stand. */
export const written = pipe(
  strictObject({
    left: pipe(array(strictObject({ id: string(), text, to: string(), why: text })), minLength(2)),
    right: pipe(array(strictObject({ id: string(), text })), minLength(2)),
  }),
  check(({ left, right }) => left.every(({ to }) => right.some(({ id }) => id === to)), 'each `to` names an id on the right'),
  transform(({ left, right }) => ({
    ask: { left: left.map(({ id, text }) => ({ id, text })), right },
    key: Object.fromEntries(left.map(({ id, to }) => [id, [to]])),
    why: Object.fromEntries(left.map(({ id, why }) => [id, why])),
  })),
)

/** The words of an author's block. */
export const words = ['left.*.text', 'left.*.why', 'right.*.text'] as const

/** For each thing on the left, the id of its match. */
export const reply = record(string(), string())

/** Nothing matched. */
export const blank = (): Record<string, string> => ({})

/** The share of right matches. Source of the rule: product.md, row 4. */
export const score = (key: Record<string, string[]>, given: Record<string, string>) => scorePlaces(key, given, 0)

/** Every thing with its match. */
export const answer = (key: Record<string, string[]>): Record<string, string> => Object.fromEntries(Object.entries(key).map(([id, [to]]) => [id, to ?? '']))
