import { points, type Mark, type Verdict } from './questionType.ts'

/** Points for things put in places: the share of right ones, less `cost` for each share of wrong ones, never below zero. */
export function scorePlaces(key: Readonly<Record<string, readonly string[]>>, given: Readonly<Record<string, string>>, cost: number): Verdict {
  const ids = Object.keys(key)
  if (!ids.some(id => given[id])) return { kind: 'unanswered' }
  const marks = ids.map((id): [string, Mark] => {
    const place = given[id]
    return [id, !place ? 'missed' : key[id]?.includes(place) ? 'right' : 'wrong']
  })
  const count = (mark: Mark) => marks.filter(([, each]) => each === mark).length
  return points((count('right') - cost * count('wrong')) / ids.length, Object.fromEntries(marks))
}
