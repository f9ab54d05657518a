import { array, boolean, check, literal, nonEmpty, optional, picklist, pipe, strictObject, string, transform } from 'valibot'
import { points, type Mark, type Verdict } from '../questionType.ts'

const text = pipe(string(), nonEmpty())
const Reason = strictObject({ id: string(), text, why: text, right: optional(literal(true)) })

/** A claim that is true or false, and reasons of which one is right. */
export const written = pipe(
  strictObject({
    'verdict': boolean(),
    'why-true': text,
    'why-false': text,
    'reasons': pipe(array(Reason), check(reasons => reasons.filter(reason => reason.right).length === 1, 'exactly one reason has `right: true`')),
  }),
  transform(({ verdict, reasons, ...whys }) => ({
    ask: { reasons: reasons.map(({ id, text }) => ({ id, text })) },
    key: { verdict: verdict ? 'true' : 'false', reason: reasons.find(reason => reason.right)!.id }, // the check above has counted it
    why: { true: whys['why-true'], false: whys['why-false'], ...Object.fromEntries(reasons.map(({ id, why }) => [id, why])) },
  })),
)

/** The words of an author's block. */
export const words = ['why-true', 'why-false', 'reasons.*.text', 'reasons.*.why'] as const

/** True or false, and the id of the reason; empty while not chosen. */
export const reply = strictObject({ verdict: picklist(['', 'true', 'false']), reason: string() })

interface Reply { verdict: '' | 'true' | 'false', reason: string }

/** Neither chosen. */
export const blank = (): Reply => ({ verdict: '', reason: '' })

/** Half for the verdict, half for the reason, which counts only with the right verdict. Source of the rule: product.md, row 3. */
export function score(key: { verdict: string, reason: string }, { verdict, reason }: Reply): Verdict {
  if (!verdict || !reason) return { kind: 'unanswered' }
  const isTrue = verdict === key.verdict
  const isReason = reason === key.reason
  const marks: [string, Mark][] = [[key.verdict, isTrue ? 'right' : 'missed'], [key.reason, isReason ? 'right' : 'missed']]
  if (!isTrue) marks.push([verdict, 'wrong'])
  if (!isReason) marks.push([reason, 'wrong'])
  return points(isTrue ? isReason ? 1 : 0.5 : 0, Object.fromEntries(marks))
}

/** The right verdict with its reason. */
export const answer = (key: { verdict: string, reason: string }): Reply => ({ verdict: key.verdict === 'true' ? 'true' : 'false', reason: key.reason })
