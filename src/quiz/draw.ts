import { hasPoints, type Question } from './question.ts'

/** The same things in another order; `chance` gives numbers from 0 up to 1. */
export function shuffled<Each>(list: readonly Each[], chance: () => number): Each[] {
  const out = [...list]
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1))
    const held = out[at]! // both within the list
    out[at] = out[other]! // as above
    out[other] = held
  }
  return out
}

/** Questions for a quiz: with points, objectives in turn so that each has its share, those in `first` before the others of their objective. */
export function draw(bank: readonly Question[], count: number, first: ReadonlySet<string> = new Set()): Question[] {
  const open = bank.filter(question => hasPoints(question) && !question.check)
  const spare = bank.filter(question => hasPoints(question) && question.check)
  const ordered = [...open, ...spare].sort((one, other) => Number(first.has(other.id)) - Number(first.has(one.id)))
  const byObjective = new Map<string, Question[]>()
  for (const question of ordered) byObjective.set(question.objective ?? '', [...byObjective.get(question.objective ?? '') ?? [], question])
  const drawn: Question[] = []
  while (drawn.length < count && [...byObjective.values()].some(list => list.length)) {
    for (const list of byObjective.values()) {
      const next = list.shift()
      if (next && drawn.length < count) drawn.push(next)
    }
  }
  return drawn
}

/** The questions of a check: before the module, or after it. */
export const drawCheck = (bank: readonly Question[], check: 'pre' | 'post'): Question[] => {
  const seen = new Set<string>()
  return bank.filter((question) => {
    if (question.check !== check || seen.has(question.objective ?? '')) return false
    seen.add(question.objective ?? '')
    return true
  })
}
