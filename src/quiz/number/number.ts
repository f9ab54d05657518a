import { check, finite, minValue, nonEmpty, nullable, number as numeric, optional, pipe, strictObject, string, transform } from 'valibot'
import { points, type Mark, type Verdict } from '../questionType.ts'

const text = pipe(string(), nonEmpty())
const some = pipe(numeric(), finite())

/** A value to be estimated, how far off is still right, and the range that is offered. A `figure` in the block has become `value` before it comes here. */
export const written = pipe(
  strictObject({
    'value': some, 'tolerance': pipe(some, minValue(0)), 'min': some, 'max': some, 'step': optional(pipe(some, minValue(0)), 1), 'unit': optional(string(), ''),
    'why': text, 'why-low': text, 'why-high': text,
  }),
  check(({ value, min, max }) => min < max && min <= value && value <= max, '`value` lies between `min` and `max`'),
  transform(({ value, tolerance, min, max, step, unit, why, ...whys }) => ({
    ask: { min, max, step, unit }, key: { value, tolerance }, why: { right: why, low: whys['why-low'], high: whys['why-high'] },
  })),
)

/** The words of an author's block. */
export const words = ['unit', 'why', 'why-low', 'why-high'] as const

/** The estimate; null while none is given. */
export const reply = nullable(some)

/** No estimate. */
export const blank = (): number | null => null

interface Key { value: number, tolerance: number }

/** One within the tolerance, then less in a straight line, nothing from three times the tolerance on. Source of the rule: product.md, row 9. */
export function score({ value, tolerance }: Key, given: number | null): Verdict {
  if (given === null) return { kind: 'unanswered' }
  const off = Math.abs(given - value)
  const earned = off <= tolerance ? 1 : Math.max(0, 1 - (off - tolerance) / (2 * tolerance || 1))
  const mark: Mark = earned === 1 ? 'right' : earned > 0 ? 'near' : 'wrong'
  return points(tolerance || earned === 1 ? earned : 0, { number: tolerance || earned === 1 ? mark : 'wrong', ...(off > tolerance && { [given < value ? 'low' : 'high']: mark }) })
}

/** The value itself. */
export const answer = ({ value }: Key): number | null => value

/** Whether it was too low or too high, or right. */
export const tells = (_given: number | null, verdict: Verdict): string[] =>
  verdict.kind === 'points' ? verdict.earned === 1 ? ['right'] : Object.keys(verdict.parts).filter(id => id !== 'number') : []
