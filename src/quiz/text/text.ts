import { array, maxLength, minLength, nonEmpty, optional, pipe, strictObject, string, transform } from 'valibot'
import { foldReply, slips } from '../foldReply.ts'
import { points, type Verdict } from '../questionType.ts'

const words_ = pipe(string(), nonEmpty())
const accepted = pipe(array(words_), minLength(1))
const Miss = strictObject({ id: string(), accept: accepted, why: words_ })

/** What is right when typed, and wrong replies that deserve an answer of their own. */
export const written = pipe(
  strictObject({ accept: accepted, why: words_, misses: optional(array(Miss), []) }),
  transform(({ accept, why, misses }) => ({
    ask: {},
    key: { accept, misses: misses.map(({ id, accept }) => ({ id, accept })) },
    why: { right: why, ...Object.fromEntries(misses.map(({ id, why }) => [id, why])) },
  })),
)

/** The words of an author's block; the accepted ones are each language's own. */
export const words = ['accept', 'why', 'misses.*.accept', 'misses.*.why'] as const

/** What was typed. */
export const reply = pipe(string(), maxLength(200))

/** Nothing typed. */
export const blank = () => ''

interface Key { accept: string[], misses: { id: string, accept: string[] }[] }

const isOne = (folded: string, of: readonly string[]) => of.some(each => foldReply(each) === folded)

/** One letter may slip in a word of five or more. */
const isNear = (folded: string, of: readonly string[]) => of.map(foldReply).some(each => each.length >= 5 && slips(folded, each) === 1)

/** One for an accepted reply, half for a slip of spelling. Source of the rule: product.md, row 8. */
export function score({ accept, misses }: Key, typed: string): Verdict {
  const folded = foldReply(typed)
  if (!folded) return { kind: 'unanswered' }
  if (isOne(folded, accept)) return points(1, { text: 'right' })
  const miss = misses.find(each => isOne(folded, each.accept))
  if (miss) return points(0, { text: 'wrong', [miss.id]: 'wrong' })
  return isNear(folded, accept) ? points(0.5, { text: 'near' }) : points(0, { text: 'wrong' })
}

/** The first accepted reply. */
export const answer = ({ accept }: Key): string | null => accept[0] ?? null

/** The miss that was made, or what is said of a right reply; of a slip, nothing that gives it away. */
export function tells(_typed: string, verdict: Verdict): string[] {
  if (verdict.kind !== 'points') return []
  return verdict.earned === 1 ? ['right'] : Object.keys(verdict.parts).filter(id => id !== 'text')
}
