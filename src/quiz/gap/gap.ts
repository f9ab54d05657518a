import { array, check, literal, minLength, nonEmpty, optional, pipe, record, strictObject, string, transform } from 'valibot'
import { scorePlaces } from '../scorePlaces.ts'

const text = pipe(string(), nonEmpty())
const Option = strictObject({ id: string(), text, why: text, right: optional(literal(true)) })
const Gap = strictObject({ id: string(), options: pipe(array(Option), minLength(2), check(options => options.filter(option => option.right).length === 1, 'exactly one option of a gap has `right: true`')) })

/** Names of the gaps in a text, in reading order. */
const namesIn = (text: string) => [...text.matchAll(/\{([a-z0-9-]+)\}/g)].map(found => found[1] ?? '')

/** A text with gaps in braces, and what may be chosen for each. */
export const written = pipe(
  strictObject({ text, gaps: pipe(array(Gap), minLength(1)) }),
  check(({ text, gaps }) => namesIn(text).sort().join() === gaps.map(({ id }) => id).sort().join(), 'the names in braces and the ids of `gaps` are the same, each once'),
  transform(({ text, gaps }) => ({
    ask: {
      text: text.split(/\{([a-z0-9-]+)\}/).map((each, at) => at % 2 ? { gap: each } : { text: each }),
      gaps: Object.fromEntries(gaps.map(({ id, options }) => [id, options.map(({ id, text }) => ({ id, text }))])),
    },
    key: Object.fromEntries(gaps.map(({ id, options }) => [id, [options.find(option => option.right)!.id]])), // the check above has counted it
    why: Object.fromEntries(gaps.flatMap(({ id, options }) => options.map(option => [`${id}/${option.id}`, option.why]))),
  })),
)

/** The words of an author's block. */
export const words = ['text', 'gaps.*.options.*.text', 'gaps.*.options.*.why'] as const

/** For each gap, the id of the option chosen. */
export const reply = record(string(), string())

/** Nothing chosen. */
export const blank = (): Record<string, string> => ({})

/** The share of gaps filled right. Source of the rule: product.md, row 7. */
export const score = (key: Record<string, string[]>, given: Record<string, string>) => scorePlaces(key, given, 0)

/** Every gap filled right. */
export const answer = (key: Record<string, string[]>): Record<string, string> => Object.fromEntries(Object.entries(key).map(([id, [option]]) => [id, option ?? '']))

/** What is said about the options chosen. */
export const tells = (given: Record<string, string>): string[] => Object.entries(given).filter(([, option]) => option).map(([id, option]) => `${id}/${option}`)
