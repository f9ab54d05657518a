import { number, object, record, type InferOutput } from 'valibot'
import { ProfileId } from './event.ts'
import type { State } from './fold.ts'

/** For each profile, how many events its last backup file took along, and when. */
export const Saved = record(ProfileId, object({ count: number(), at: number() }))
/** See `Saved`. */
export type Saved = InferOutput<typeof Saved>

const MANY = 10
const LONG = 5 * 24 * 60 * 60 * 1000

/** Whether it is time for a backup file: much was done since the last one, or something long ago, or this device has no room to keep all of it twice. */
export function wantsFile({ count, since }: Pick<State, 'count' | 'since'>, saved: Saved[string] | undefined, now: number, narrow: boolean): boolean {
  const unsaved = count - (saved?.count ?? 0)
  return unsaved >= MANY || (unsaved > 0 && (narrow || now - (saved?.at ?? since ?? now) >= LONG))
}
