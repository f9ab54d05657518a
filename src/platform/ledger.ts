import type { Row } from './database.ts'
import type { Storage } from './storage.ts'

/** A row and the profile it belongs to. */
export type Entry = Row & { p: string }

/** Rows in local storage: one key each as they are written, packed later; a torn key loses itself only. */
export interface Ledger {
  /** Written before this returns; throws where the browser refuses. */
  add: (entry: Entry) => void
  read: () => Entry[]
  remove: (ids: ReadonlySet<string>) => void
  /** Rows that still stand alone, oldest first. */
  single: () => Entry[]
  /** Keep these as one pack, and drop their single keys once it reads back whole. */
  pack: (entries: readonly Entry[], text: string) => void
}

const SINGLE = /^peace\.([0-9a-z]+)\.e\.(.+)$/
const PACK = /^peace\.([0-9a-z]+)\.pack\.(\d+)$/

/** A row from its text; null where it is torn. */
function readEntry(text: string | null): Entry | null {
  try {
    const entry: unknown = JSON.parse(text ?? '')
    return typeof entry === 'object' && entry !== null && 'id' in entry && 'p' in entry ? entry as Entry : null // the store checks the rest
  } catch {
    return null
  }
}

/** The ledger in this storage; `unpack` reads a pack's text, null where it is torn. */
export function ledgerIn(storage: Storage, unpack: (text: string) => unknown[] | null): Ledger {
  const singleKey = ({ p, id }: Entry) => `peace.${p}.e.${id}`
  const single = () => storage.keys().filter(key => SINGLE.test(key)).flatMap(key => readEntry(storage.get(key)) ?? []).sort((one, other) => one.id < other.id ? -1 : 1)
  const packs = () => storage.keys().filter(key => PACK.test(key))
  const inPack = (key: string) => (unpack(storage.get(key) ?? '') ?? []) as Entry[] // packed by us; the store checks the rest
  return {
    single,
    add(entry) { storage.set(singleKey(entry), JSON.stringify(entry)) },
    read() { return [...packs().flatMap(inPack), ...single()] },
    remove(ids) {
      for (const entry of single()) if (ids.has(entry.id)) storage.remove(singleKey(entry))
      for (const key of packs()) {
        const held = inPack(key)
        const left = held.filter(entry => !ids.has(entry.id))
        if (left.length === held.length) continue
        for (const entry of left) storage.set(singleKey(entry), JSON.stringify(entry))
        storage.remove(key)
      }
    },
    pack(entries, text) {
      const [first] = entries
      if (!first) return
      const numbers = packs().map(key => Number(PACK.exec(key)?.[2]))
      const key = `peace.${first.p}.pack.${Math.max(0, ...numbers) + 1}`
      storage.set(key, text)
      if (unpack(storage.get(key) ?? '')?.length !== entries.length) { storage.remove(key); return }
      for (const entry of entries) storage.remove(singleKey(entry))
    },
  }
}
