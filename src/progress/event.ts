import { array, boolean, check, finite, integer, literal, looseObject, maxLength, maxValue, minValue, number, object, optional, picklist, pipe, record, regex, safeParse, string, unknown, type InferOutput } from 'valibot'

/** No name may be one that every object has from birth. */
const name = pipe(string(), maxLength(200), check(word => !(word in {})))
const count = pipe(number(), integer(), minValue(0), maxValue(Number.MAX_SAFE_INTEGER))

/** How an event is named: its origin, and its number there. */
export const EventId = /^[0-9a-z]{4,40}\.(?:0|[1-9][0-9]{0,8})$/

/** What a profile is called within. */
export const ProfileId = pipe(string(), regex(/^[0-9a-z]{1,40}$/))

/**
 * A kept event, of whatever type and version: a fact that is only ever added.
 * `id` is its origin and a number counting up there; `p` the profile; order is by `lam`, then `id`; `at` (ms) is for showing only.
 */
export const Kept = looseObject({
  id: pipe(string(), regex(EventId)),
  p: ProfileId,
  t: pipe(string(), regex(/^[a-z-]{1,40}$/)),
  v: pipe(count, minValue(1)),
  lam: count,
  at: pipe(number(), finite()),
  d: pipe(unknown(), check(said => !Array.isArray(said)), record(name, unknown())),
})
/** See `Kept`. */
export type Kept = InferOutput<typeof Kept>

/** Where a question was answered. */
export const places = ['lesson', 'quiz', 'pre', 'post', 'review', 'live', 'try'] as const

/** What is said by each type of event there has been so far; one that is not here is kept and passed over. Types whose name begins with `wrote` hold somebody's own words. */
export const Facts = {
  answered: object({
    question: name, asked: name, reply: optional(unknown()), earned: optional(pipe(number(), minValue(0), maxValue(1))), possible: optional(literal(1)),
    sure: optional(picklist(['guess', 'fairly', 'sure'])), hints: count, in: picklist(places), run: name,
  }),
  read: object({ lesson: name, part: name }),
  finished: object({ of: picklist(['lesson', 'quiz', 'pre', 'post']), id: name, run: optional(name), earned: optional(number()), possible: optional(number()) }),
  wrote: object({ question: name, text: pipe(string(), maxLength(20_000)), levels: optional(record(name, name)) }),
  reviewed: object({ question: name, rating: pipe(number(), integer(), minValue(1), maxValue(4)) }),
  /** `also`: other profiles whose events are this learner's too, brought along from another device. */
  profile: object({ name: pipe(string(), maxLength(80)), picture: name, latch: optional(name), also: optional(pipe(array(ProfileId), maxLength(50))) }),
  /** Removes the events it names, or with `profile` every event of its own profile. */
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

/** The origin of an event and its number there. */
export function split(id: string): [origin: string, seq: number] {
  const dot = id.lastIndexOf('.')
  return [id.slice(0, dot), Number(id.slice(dot + 1))]
}

/** The order of events: by `lam`, then by origin and number; the clock has no say. */
export function inOrder(one: Pick<Kept, 'lam' | 'id'>, other: Pick<Kept, 'lam' | 'id'>): number {
  if (one.lam !== other.lam) return one.lam - other.lam
  const [origin, seq] = split(one.id)
  const [otherOrigin, otherSeq] = split(other.id)
  return origin < otherOrigin ? -1 : origin > otherOrigin ? 1 : seq - otherSeq
}

/** The number of the next event, after the highest that was seen. */
export const nextLam = (highest: number): number => Math.min(highest, Number.MAX_SAFE_INTEGER - 1) + 1
