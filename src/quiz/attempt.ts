import type { Verdict } from './questionType.ts'

/** How sure somebody says they are; it never changes the points. */
export type Sureness = 'guess' | 'fairly' | 'sure'

/** What somebody has done with a question so far, whatever stage it is at. */
interface Given { reply: unknown, tries: number, hints: number, sure?: Sureness }

/** One person's go at one question. `judged` may be tried again; `settled` is the end, with the right answer in sight or no longer needed. */
export type Attempt =
  | Given & { phase: 'replying' }
  | Given & { phase: 'judged', verdict: Verdict }
  | Given & { phase: 'settled', verdict: Verdict }

/** A go that has not begun. */
export const beginAttempt = (blank: unknown): Attempt => ({ phase: 'replying', reply: blank, tries: 0, hints: 0 })

/** Another reply, as long as the go is open. */
export const withReply = (attempt: Attempt, reply: unknown): Attempt =>
  attempt.phase === 'replying' ? { ...attempt, reply } : attempt

/** How sure one is, until the reply is judged. */
export const withSureness = (attempt: Attempt, sure: Sureness | undefined): Attempt =>
  sure && attempt.phase === 'replying' ? { ...attempt, sure } : attempt

/** One hint more. */
export const withHint = (attempt: Attempt): Attempt => ({ ...attempt, hints: attempt.hints + 1 })

/** Whether nothing is left to find: all points, or a question without right and wrong. */
export const isWhole = (verdict: Verdict): boolean =>
  verdict.kind === 'open' || (verdict.kind === 'points' && verdict.earned === verdict.possible)

/** The reply is judged; it settles when it is whole or was the last of `allowed` tries. */
export function judge(attempt: Attempt, verdict: Verdict, allowed: number): Attempt {
  if (attempt.phase !== 'replying' || verdict.kind === 'unanswered') return attempt
  const tries = attempt.tries + 1
  return { ...attempt, tries, verdict, phase: isWhole(verdict) || tries >= allowed ? 'settled' : 'judged' }
}

/** Once more, from the reply that was given. */
export function tryAgain({ reply, tries, hints, sure }: Attempt): Attempt {
  return { phase: 'replying', reply, tries, hints, ...(sure && { sure }) }
}

/** What was kept of a go: the reply as it came from where it was kept, of whatever shape. A draft may be gone on with. */
export interface KeptReply { reply: unknown, hints: number, sure?: Sureness | undefined, isDraft?: boolean }

/** A kept go, taken up again: settled if it was whole, else open to another try. */
export function takenUp({ reply, hints, sure, isDraft }: KeptReply, verdict: Verdict): Attempt {
  if (isDraft) return { ...beginAttempt(reply), hints }
  return { phase: isWhole(verdict) ? 'settled' : 'judged', reply, tries: 1, hints, verdict, ...(sure && { sure }) }
}

/** From the beginning; what has no right answer is gone on with from the words there are. */
export function onceMore({ reply, ...attempt }: Attempt, blank: unknown): Attempt {
  return beginAttempt(attempt.phase !== 'replying' && attempt.verdict.kind === 'open' ? reply : blank)
}

/** The right answer was asked for. */
export const showAnswer = (attempt: Attempt): Attempt =>
  attempt.phase === 'judged' ? { ...attempt, phase: 'settled' } : attempt
