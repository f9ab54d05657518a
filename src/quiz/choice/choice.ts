import { array, check, literal, minLength, nonEmpty, optional, pipe, strictObject, string, transform } from 'valibot'
import { points, type Verdict } from '../questionType.ts'

const Option = strictObject({ id: string(), text: pipe(string(), nonEmpty()), why: pipe(string(), nonEmpty()), right: optional(literal(true)) })

/** Options of which exactly one is right, each with its own explanation. */
export const written = pipe(
  strictObject({
    options: pipe(
      array(Option),
      minLength(2),
      check(options => options.filter(option => option.right).length === 1, 'exactly one option has `right: true`'),
    ),
  }),
  transform(({ options }) => ({
    ask: { options: options.map(({ id, text }) => ({ id, text })) },
    key: { right: options.find(option => option.right)!.id }, // the check above has counted it
    why: Object.fromEntries(options.map(({ id, why }) => [id, why])),
  })),
)

/** The words of an author's block. */
export const words = ['options.*.text', 'options.*.why'] as const

/** The id of the option picked; empty while none is. */
export const reply = string()

/** Nothing picked. */
export const blank = () => ''

/** One for the right option, nothing for another. Source of the rule: product.md, row 1. */
export function score(key: { right: string }, picked: string): Verdict {
  if (!picked) return { kind: 'unanswered' }
  if (picked === key.right) return points(1, { [picked]: 'right' })
  return points(0, { [picked]: 'wrong', [key.right]: 'missed' })
}

/** The right option. */
export const answer = (key: { right: string }) => key.right
