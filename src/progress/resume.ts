import type { Attempt } from '#quiz/attempt.ts'
import type { Run } from '#quiz/run.ts'
import type { State } from './fold.ts'

/** A run as far as it was answered under its name; what was passed stays passed, and it goes on behind the last answer. */
export function takenUpRun(run: Run, name: string, answers: State['answers']): Run {
  const attempts = run.questions.flatMap(({ id }): [string, Attempt][] => {
    const answer = answers[id]?.filter(each => each.run === name).at(-1)
    if (!answer) return []
    const verdict = answer.earned === undefined ? { kind: 'open' as const } : { kind: 'points' as const, earned: answer.earned, possible: 1 as const, parts: {} }
    return [[id, { phase: 'settled', reply: null, tries: 1, hints: answer.hints, verdict, ...(answer.sure && { sure: answer.sure }) }]]
  })
  const last = attempts.at(-1)?.[0]
  return { ...run, at: run.questions.findIndex(({ id }) => id === last) + 1, attempts: Object.fromEntries(attempts) }
}
