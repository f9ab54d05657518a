import { array, minLength, nonEmpty, pipe, record, strictObject, string, transform } from 'valibot'
import type { Verdict } from '../questionType.ts'

const text = pipe(string(), nonEmpty())
const list = pipe(array(strictObject({ id: string(), text })), minLength(1))

/** Rows that are judged on one scale; there is nothing to get right. */
export const written = pipe(
  strictObject({ steps: pipe(list, minLength(2)), rows: list, after: text }),
  transform(({ steps, rows, after }) => ({ ask: { steps, rows }, key: { rows: rows.map(({ id }) => id) }, why: { after } })),
)

/** The words of an author's block. */
export const words = ['steps.*.text', 'rows.*.text', 'after'] as const

/** For each row, the id of a step. */
export const reply = record(string(), string())

/** No row judged. */
export const blank = (): Record<string, string> => ({})

/** Open once every row was judged; never points. Source of the rule: product.md, row 12. */
export const score = (key: { rows: string[] }, given: Record<string, string>): Verdict => ({ kind: key.rows.every(id => given[id]) ? 'open' : 'unanswered' })

/** There is no right answer. */
export const answer = (): null => null

/** A closing thought. */
export const tells = (): string[] => ['after']
