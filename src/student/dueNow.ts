import { clock } from '#platform/clock.ts'
import type { State } from '#progress/fold.ts'
import type { Due } from '#review/schedule.ts'

/** What is due for review; the scheduler is loaded only here. */
export async function dueNow(state: State): Promise<{ due: Due[], next: number | null }> {
  const { due } = await import('#review/schedule.ts')
  const past = Object.entries(state.answers).map(([question, answers]) => [question, answers.flatMap(({ at, earned, hints, sure }) =>
    earned === undefined ? [] : [{ at, earned, hints, ...(sure && { sure }) }])] as const)
  return due(Object.fromEntries(past.filter(([, list]) => list.length)), clock())
}
