import type { Attempt } from './attempt.ts'
import { hasPoints, type Question } from './question.ts'
import type { Verdict } from './questionType.ts'

/** A walk through questions, one after another. */
export interface Run { questions: readonly Question[], at: number, attempts: Readonly<Record<string, Attempt>> }

/** Points of an objective, or of a whole run. */
export interface Points { earned: number, possible: number }

/** Begin with the first question. */
export const beginRun = (questions: readonly Question[]): Run => ({ questions, at: 0, attempts: {} })

/** The question that is asked now; null once all were. */
export const current = (run: Run): Question | null => run.questions[run.at] ?? null

/** What somebody has done with the question that is asked now. */
export const withAttempt = (run: Run, attempt: Attempt): Run => {
  const question = current(run)
  return question ? { ...run, attempts: { ...run.attempts, [question.id]: attempt } } : run
}

/** On to the next question, answered or passed. */
export const advance = (run: Run): Run => ({ ...run, at: Math.min(run.at + 1, run.questions.length) })

/** The first verdict of a question in this run; a question that was passed has none. */
const verdictOf = (run: Run, id: string): Verdict => {
  const attempt = run.attempts[id]
  return attempt && attempt.phase !== 'replying' ? attempt.verdict : { kind: 'unanswered' }
}

/** Points so far, of the questions that have them; what was passed earns nothing. */
export function pointsOf(run: Run, questions: readonly Question[] = run.questions): Points {
  const scored = questions.filter(hasPoints)
  const earned = scored.reduce((sum, { id }) => {
    const verdict = verdictOf(run, id)
    return sum + (verdict.kind === 'points' ? verdict.earned : 0)
  }, 0)
  return { earned: Math.round(earned * 100) / 100, possible: scored.length }
}

/** Points by objective, in the order the objectives are first asked about. */
export function pointsByObjective(run: Run): { objective: string, points: Points }[] {
  const objectives = [...new Set(run.questions.flatMap(({ objective }) => objective ?? []))]
  return objectives.map(objective => ({ objective, points: pointsOf(run, run.questions.filter(question => question.objective === objective)) }))
}

/** The same walk, its questions as these ask them: in another language. */
export const asAskedBy = (run: Run, questions: readonly Question[]): Run =>
  ({ ...run, questions: run.questions.map(question => questions.find(({ id }) => id === question.id) ?? question) })

/** Questions that did not earn all their points. */
export const missed = (run: Run): Question[] => run.questions.filter((question) => {
  const verdict = verdictOf(run, question.id)
  return hasPoints(question) && !(verdict.kind === 'points' && verdict.earned === verdict.possible)
})
