import { chance } from './chance.ts'
import type { Row } from './database.ts'
import { isTorn, packRows, unpackRows } from './pack.ts'
import type { Storage } from './storage.ts'

/** A row, the profile it belongs to, and its type. */
export type Entry = Row & { p: string, t?: unknown }

/** Rows in local storage: one key each as they are written, packed later; a torn key loses itself only. */
export interface Ledger {
  /** Written before this returns; throws where the browser refuses. */
  add: (entry: Entry) => void
  /** Rows that still stand alone. */
  singles: () => Entry[]
  /** All rows, pack by pack. */
  read: (rest: () => Promise<void>) => Promise<Entry[]>
  /** Rows of a profile that stand alone become a pack once there are many; past the budget the oldest packs go. */
  pack: () => Promise<void>
  /** Take these in, many of them as packs, the last ones first, as far as the budget goes; true if all went in. */
  take: (entries: readonly Entry[]) => Promise<boolean>
  /** Drop every row of which this is true. */
  remove: (isGone: (entry: Entry) => boolean) => Promise<void>
  /** Drop what was ours and cannot be read any more. */
  sweep: () => Promise<void>
  /** Drop all that is ours, settings too, and let other tabs know; how many keys are left. */
  clear: () => number
  /** Rows that other tabs write, or that they wiped this device. */
  hear: (listen: (news: Entry | 'wiped') => void) => void
}

const SINGLE = /^peace\.[0-9a-z]+\.e\..+$/
const PACK = /^peace\.[0-9a-z]+\.pack\.(\d+)-[0-9a-z]+$/
const WIPED = 'peace.wiped'
/** Rows in a pack at most, rows that stand alone before they are packed, and characters of all packs together. */
const FULL = 500
const MANY = 100
const BUDGET = 1_500_000

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'p' in value && typeof value.p === 'string'

function readEntry(text: string | null): Entry | null {
  try {
    const entry: unknown = JSON.parse(text ?? '')
    return isEntry(entry) ? entry : null
  } catch {
    return null
  }
}

const singleKey = ({ p, id }: Entry) => `peace.${p}.e.${id}`
const numberOf = (key = '') => Number(PACK.exec(key)?.[1] ?? 0)

/** The ledger in this storage. A row that `stays` is never packed, so no budget sends it away. */
export function ledgerIn(storage: Storage, stays: (entry: Entry) => boolean = () => false, budget = BUDGET): Ledger {
  const singleKeys = () => storage.keys().filter(key => SINGLE.test(key))
  const singles = () => singleKeys().flatMap(key => readEntry(storage.get(key)) ?? [])
  const packKeys = () => storage.keys().filter(key => PACK.test(key)).sort((one, other) => numberOf(one) - numberOf(other))
  const unpack = async (key: string) => (await unpackRows(storage.get(key) ?? ''))?.filter(isEntry) ?? null
  const room = () => budget - packKeys().reduce((sum, key) => sum + (storage.get(key)?.length ?? 0), 0)

  /** A new pack; true once it has been read back whole. Two tabs may pack the same rows: each under a name of its own. */
  async function write(entries: readonly Entry[], number = numberOf(packKeys().at(-1)) + 1): Promise<boolean> {
    const [first] = entries
    if (!first) return true
    const text = await packRows(entries)
    const key = `peace.${first.p}.pack.${number}-${chance.id(6)}`
    storage.set(key, text)
    if ((await unpack(key))?.length === entries.length) return true
    storage.remove(key)
    return false
  }

  function trim() {
    const keys = packKeys()
    while (keys.length > 1 && room() < 0) storage.remove(keys.shift() ?? '')
  }

  return {
    singles,
    add(entry) { storage.set(singleKey(entry), JSON.stringify(entry)) },
    async read(rest) {
      const found = singles()
      for (const key of packKeys()) {
        for (const entry of await unpack(key) ?? []) found.push(entry)
        await rest()
      }
      return found
    },
    async pack() {
      const byProfile = new Map<string, Entry[]>()
      for (const entry of singles()) if (!stays(entry)) byProfile.set(entry.p, [...byProfile.get(entry.p) ?? [], entry])
      for (const entries of byProfile.values()) {
        for (let rest = entries; rest.length >= MANY; rest = rest.slice(FULL)) {
          const packed = rest.slice(0, FULL)
          if (await write(packed)) for (const entry of packed) storage.remove(singleKey(entry))
        }
      }
      trim()
    },
    async take(entries) {
      const alone = (entry: Entry) => entries.length < MANY || stays(entry)
      for (const entry of entries) if (alone(entry)) storage.set(singleKey(entry), JSON.stringify(entry))
      const others = entries.filter(entry => !alone(entry))
      const newest = numberOf(packKeys().at(-1)) + Math.ceil(others.length / FULL)
      let whole = true
      for (let to = others.length, number = newest; to > 0 && whole; to -= FULL, number--) {
        whole = room() > 0 && await write(others.slice(Math.max(0, to - FULL), to), number)
      }
      return whole && room() >= 0
    },
    async remove(isGone) {
      for (const entry of singles()) if (isGone(entry)) storage.remove(singleKey(entry))
      for (const key of packKeys()) {
        const held = await unpack(key)
        const left = held?.filter(entry => !isGone(entry))
        if (left?.length === held?.length) continue
        storage.remove(key) // first, so that the smaller pack has its place even on a full device
        await write(left ?? [], numberOf(key)).catch(() => false) // the database has them
      }
    },
    async sweep() {
      for (const key of singleKeys()) if (!readEntry(storage.get(key))) storage.remove(key)
      for (const key of packKeys()) if (isTorn(storage.get(key) ?? '') && !await unpack(key)) storage.remove(key)
    },
    clear() {
      storage.set(WIPED, chance.id(6)) // removed with the others: only its passing is heard
      for (const key of storage.keys()) storage.remove(key)
      return storage.keys().length
    },
    hear(listen) {
      storage.hear((key, text) => {
        const entry = SINGLE.test(key) ? readEntry(text) : null
        if (entry) listen(entry)
        if (key === WIPED && text) listen('wiped')
      })
    },
  }
}
