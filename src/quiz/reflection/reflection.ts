import { array, maxLength, nonEmpty, optional, pipe, record, strictObject, string, transform } from 'valibot'
import type { Verdict } from '../questionType.ts'

const text = pipe(string(), nonEmpty())
const named = array(strictObject({ id: string(), text }))

/** An open question for oneself, and a rubric to look at one's own words with. */
export const written = pipe(
  strictObject({ rubric: optional(array(strictObject({ id: string(), text, levels: named })), []) }),
  transform(({ rubric }) => ({ ask: { rubric }, key: {}, why: {} as Record<string, string> })), // nothing is said about one's own words
)

/** The words of an author's block. */
export const words = ['rubric.*.text', 'rubric.*.levels.*.text'] as const

/** One's own words, and a level for each row of the rubric. */
export const reply = strictObject({ text: pipe(string(), maxLength(20_000)), levels: record(string(), string()) })

interface Reply { text: string, levels: Record<string, string> }

/** Nothing written. */
export const blank = (): Reply => ({ text: '', levels: {} })

/** Open as soon as something is written; never points. Source of the rule: product.md, row 16. */
export const score = (_key: object, { text, levels }: Reply): Verdict => ({ kind: text.trim() || Object.keys(levels).length ? 'open' : 'unanswered' })

/** There is no right answer. */
export const answer = (): null => null

/** Nothing is said about one's own words. */
export const tells = (): string[] => []
