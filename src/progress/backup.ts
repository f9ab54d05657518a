import { array, check, looseObject, literal, maxLength, minValue, number, object, pipe, record, regex, safeParse, string, unknown, type InferOutput } from 'valibot'
import { factOf, inOrder, Kept, ProfileId, type Fact } from './event.ts'
import type { Profile } from './fold.ts'
import { isGone, withIncoming, type History } from './history.ts'
import { sha256 } from './sha256.ts'
import { knows } from './vector.ts'

/** The newest form of the file that this build reads. */
const FORMAT = 1
/** More than anyone does in many years. */
const MOST = 100_000

const Header = looseObject({ app: literal('peace-and-solidarity'), format: pipe(number(), minValue(1)) })
const BackupFile = object({
  app: literal('peace-and-solidarity'), format: literal(FORMAT), version: pipe(string(), maxLength(100)), made: pipe(string(), maxLength(40)),
  profile: ProfileId, counts: pipe(unknown(), check(counted => !Array.isArray(counted)), record(pipe(string(), maxLength(40)), number())), sha256: pipe(string(), regex(/^[0-9a-f]{64}$/)),
  events: pipe(array(Kept), maxLength(MOST), check(events => new Set(events.map(event => event.id)).size === events.length)),
})

/** A backup that was opened and found whole: its events may be added. */
export type Backup = Pick<InferOutput<typeof BackupFile>, 'made' | 'profile' | 'events'>

/** Why a file is not taken as a backup. */
export type BackupProblem = 'not-ours' | 'from-a-newer-app' | 'damaged'

/** What a backup is made with: the build, the time in words, whose it is, and whether one's own words go along. */
export interface Making { version: string, made: string, profile: string, withWords: boolean }

const countTypes = (events: readonly Kept[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { t } of events) counts[t] = (counts[t] ?? 0) + 1
  return counts
}

/** The text of a backup file. One's own words stay out of it unless they are wished for. */
export function writeBackup(events: readonly Kept[], { version, made, profile, withWords }: Making): string {
  const kept = [...new Map(events.map(event => [event.id, event])).values()].filter(event => withWords || !event.t.startsWith('wrote')).sort(inOrder)
  const header = { app: 'peace-and-solidarity', format: FORMAT, version, made, profile, counts: countTypes(kept), sha256: sha256(JSON.stringify(kept)) }
  const lines = kept.map(event => JSON.stringify(event))
  return `${JSON.stringify(header, null, 2).slice(0, -2)},\n  "events": [\n${lines.join(',\n')}\n]}\n`
}

/** What a backup file is called: neutral enough to lie about on a shared stick. */
export function fileName(title: string, now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('')
  return `${title.replace(/[^\p{L}\p{N}]+/gu, '-')}-${day}.peace.json`
}

/** Open what was read from a file; nothing is added yet. */
export function openBackup(value: unknown): { ok: true, value: Backup } | { ok: false, problem: BackupProblem } {
  const header = safeParse(Header, value)
  if (!header.success) return { ok: false, problem: 'not-ours' }
  if (header.output.format > FORMAT) return { ok: false, problem: 'from-a-newer-app' }
  const file = safeParse(BackupFile, value)
  if (!file.success) return { ok: false, problem: 'damaged' }
  const { made, profile, events, sha256: sum } = file.output
  const whole = sha256(JSON.stringify((value as { events: unknown }).events)) === sum // the schema has seen them
  return whole ? { ok: true, value: { made, profile, events } } : { ok: false, problem: 'damaged' }
}

/** Who somebody is, once what was done under another profile is theirs too. */
export function joined(profile: Profile | null, other: string): Fact<'profile'> {
  const { name = '', picture = '', latch, also = [] } = profile ?? {}
  return { name, picture, also: [...new Set([...also, other])], ...(latch && { latch }) }
}

/** What a backup would bring: events that are new here, those known already, and those that were erased and stay away. */
export interface Brings { fresh: Kept[], known: number, erased: number, counts: Record<string, number> }

/** Compare a backup with what is here. A file only ever adds: one of its events that would erase something held here is left out. */
export function brings(history: History, { events }: Backup): Brings {
  const news = events.filter(event => !knows(history.known, event.id))
  const allowed = news.filter(event => !removes(history, event))
  const { gone } = withIncoming(history, allowed).history
  const alive = allowed.filter(event => !isGone(gone, event))
  return { fresh: alive, known: events.length - news.length, erased: allowed.length - alive.length, counts: countTypes(alive) }
}

function removes(history: History, event: Kept): boolean {
  if (event.t !== 'erased') return false
  const fact = factOf(event, 'erased')
  if (!fact) return true // of a newer kind: who knows what it would take
  const holds = (id: string) => knows(history.known, id) && !knows(history.gone.ids, id)
  return Boolean(fact.profile && (event.p === history.whose || history.people.has(event.p))) || Boolean(fact.ids?.some(holds))
}
