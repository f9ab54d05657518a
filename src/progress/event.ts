import { array, boolean, finite, integer, literal, looseObject, maxLength, maxValue, minValue, number, object, optional, picklist, pipe, record, regex, safeParse, string, unknown, type InferOutput } from 'valibot'

const name = pipe(string(), maxLength(200))
const count = pipe(number(), integer(), minValue(0), maxValue(Number.MAX_SAFE_INTEGER))

/**
 * A kept event, of whatever type and version: a fact that is only ever added.
 * `id` is its origin and a number counting up there; `p` the profile; order is by `lam`, then `id`; `at` (ms) is for showing only.
 */
export const Kept = looseObject({
  id: pipe(string(), regex(/^[0-9a-z]{4,40}\.[0-9]{1,9}$/)),
  p: pipe(string(), regex(/^[0-9a-z]{1,40}$/)),
  t: pipe(string(), regex(/^[a-z-]{1,40}$/)),
  v: pipe(count, minValue(1)),
  lam: count,
  at: pipe(number(), finite()),
  d: record(name, unknown()),
})
/** See `Kept`. */
export type Kept = InferOutput<typeof Kept>

/** Where a question was answered. */
export const places = ['lesson', 'quiz', 'pre', 'post', 'review', 'live', 'try'] as const

/** What is said by each type of event there has been so far; one that is not here is kept and passed over. */
export const Facts = {
  answered: object({
    question: name, asked: name, reply: optional(unknown()), earned: optional(pipe(number(), minValue(0), maxValue(1))), possible: optional(literal(1)),
    sure: optional(picklist(['guess', 'fairly', 'sure'])), hints: count, in: picklist(places), run: name,
  }),
  read: object({ lesson: name, part: name }),
  finished: object({ of: picklist(['lesson', 'quiz', 'pre', 'post']), id: name, run: optional(name), earned: optional(number()), possible: optional(number()) }),
  wrote: object({ question: name, text: pipe(string(), maxLength(20_000)), levels: optional(record(name, name)) }),
  reviewed: object({ question: name, rating: pipe(number(), integer(), minValue(1), maxValue(4)) }),
  profile: object({ name: pipe(string(), maxLength(80)), picture: name, latch: optional(name) }),
  erased: object({ ids: optional(array(name)), profile: optional(boolean()) }),
}

/** The types of event this build knows. */
export type FactType = keyof typeof Facts
/** What an event of this type says. */
export type Fact<Type extends FactType> = InferOutput<(typeof Facts)[Type]>

/** What an event says, if it is of this type and this build can read it. */
export function factOf<Type extends FactType>(event: Kept, type: Type): Fact<Type> | null {
  if (event.t !== type) return null
  const parsed = safeParse(Facts[type], event.d)
  return parsed.success ? parsed.output as Fact<Type> : null // the schema of this very type
}

/** The order of events: by `lam`, then by `id`; the clock has no say. */
export const inOrder = (one: Pick<Kept, 'lam' | 'id'>, other: Pick<Kept, 'lam' | 'id'>): number =>
  one.lam - other.lam || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
