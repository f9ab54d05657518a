import { array, check, literal, minLength, nonEmpty, optional, pipe, strictObject, string, transform } from 'valibot'
import { scoreSet } from '../scoreSet.ts'

const text = pipe(string(), nonEmpty())
const Sentence = strictObject({ id: string(), text, why: text, right: optional(literal(true)) })

/** A passage in sentences, of which some show what is asked for. */
export const written = pipe(
  strictObject({
    passage: pipe(array(Sentence), minLength(2), check(sentences => sentences.some(each => each.right) && sentences.some(each => !each.right), 'at least one sentence has `right: true` and at least one has not')),
  }),
  transform(({ passage }) => ({
    ask: { passage: passage.map(({ id, text }) => ({ id, text })) },
    key: { right: passage.filter(each => each.right).map(each => each.id), wrong: passage.filter(each => !each.right).map(each => each.id) },
    why: Object.fromEntries(passage.map(({ id, why }) => [id, why])),
  })),
)

/** The words of an author's block. */
export const words = ['passage.*.text', 'passage.*.why'] as const

/** Ids of the sentences marked. */
export const reply = array(string())

/** Nothing marked. */
export const blank = (): string[] => []

/** As choosing several: right ones count, wrong ones cost. Source of the rule: product.md, row 10. */
export const score = (key: { right: string[], wrong: string[] }, marked: string[]) => scoreSet(key, marked)

/** The sentences that show it. */
export const answer = (key: { right: string[] }): string[] => [...key.right]
