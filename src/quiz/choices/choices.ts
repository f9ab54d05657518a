import { array, check, literal, nonEmpty, optional, pipe, strictObject, string, transform } from 'valibot'
import { scoreSet } from '../scoreSet.ts'

const Option = strictObject({ id: string(), text: pipe(string(), nonEmpty()), why: pipe(string(), nonEmpty()), right: optional(literal(true)) })

/** Options of which some are right and some are not, each with its own explanation. */
export const written = pipe(
  strictObject({
    options: pipe(
      array(Option),
      check(options => options.some(option => option.right) && options.some(option => !option.right), 'at least one option has `right: true` and at least one has not'),
    ),
  }),
  transform(({ options }) => ({
    ask: { options: options.map(({ id, text }) => ({ id, text })) },
    key: { right: options.filter(option => option.right).map(option => option.id), wrong: options.filter(option => !option.right).map(option => option.id) },
    why: Object.fromEntries(options.map(({ id, why }) => [id, why])),
  })),
)

/** The words of an author's block. */
export const words = ['options.*.text', 'options.*.why'] as const

/** Ids of the options picked. */
export const reply = array(string())

/** Nothing picked. */
export const blank = (): string[] => []

/** Pick every option that is right, and none that is wrong. Source of the rule: product.md, row 2. */
export const score = (key: { right: string[], wrong: string[] }, picked: string[]) => scoreSet(key, picked)

/** All that are right. */
export const answer = (key: { right: string[] }): string[] => [...key.right]
