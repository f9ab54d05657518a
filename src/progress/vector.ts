/** Which events are known: for each origin, runs of numbers `[first, last]`, in order and apart. */
export type Vector = Record<string, [number, number][]>

/** The origin of an event and its number there. */
export function split(id: string): [origin: string, seq: number] {
  const dot = id.lastIndexOf('.')
  return [id.slice(0, dot), Number(id.slice(dot + 1))]
}

/** Whether this event is among those known. */
export function knows(vector: Vector, id: string): boolean {
  const [origin, seq] = split(id)
  return (Object.hasOwn(vector, origin) ? vector[origin] ?? [] : []).some(([first, last]) => first <= seq && seq <= last)
}

/** The same, with this event among them. */
export function withId(vector: Vector, id: string): Vector {
  if (knows(vector, id)) return vector
  const [origin, seq] = split(id)
  const runs = [...(vector[origin] ?? []), [seq, seq] as [number, number]].sort(([one], [other]) => one - other)
  const joined: [number, number][] = []
  for (const [first, last] of runs) {
    const before = joined.at(-1)
    if (before && before[1] + 1 >= first) before[1] = Math.max(before[1], last)
    else joined.push([first, last])
  }
  return { ...vector, [origin]: joined }
}
