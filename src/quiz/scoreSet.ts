import { points, type Mark, type Verdict } from './questionType.ts'

/** Points for a set of things picked: the share of right ones, less the share of wrong ones, never below zero. */
export function scoreSet({ right, wrong }: { right: readonly string[], wrong: readonly string[] }, picked: readonly string[]): Verdict {
  const chosen = new Set(picked)
  if (!chosen.size) return { kind: 'unanswered' }
  const hits = right.filter(id => chosen.has(id))
  const slips = wrong.filter(id => chosen.has(id))
  const marks: [string, Mark][] = [...right.map((id): [string, Mark] => [id, chosen.has(id) ? 'right' : 'missed']), ...slips.map((id): [string, Mark] => [id, 'wrong'])]
  return points(hits.length / right.length - (wrong.length ? slips.length / wrong.length : 0), Object.fromEntries(marks))
}
