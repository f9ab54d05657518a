/** Whether a kept reply has the shape of a blank one of its kind, all the way down; the exact schema stays behind, so that a page need not load it. */
export function fits(blank: unknown, reply: unknown): boolean {
  if (blank === null) return reply === null || Number.isFinite(reply)
  if (typeof blank !== 'object') return typeof reply === typeof blank
  if (typeof reply !== 'object' || reply === null || Array.isArray(reply) !== Array.isArray(blank)) return false
  if (Array.isArray(reply)) return reply.every(isWord)
  const shape = Object.entries(blank)
  if (shape.length) return shape.every(([key, each]) => key in reply && fits(each, (reply as Record<string, unknown>)[key])) // it has the key
  return Object.values(reply).every(each => isWord(each) || (Array.isArray(each) && each.every(isWord)))
}

const isWord = (each: unknown) => typeof each === 'string'
