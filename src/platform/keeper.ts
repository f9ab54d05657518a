import type { Channel } from './channel.ts'
import type { Database } from './database.ts'
import type { Entry, Ledger } from './ledger.ts'

/** How well a row is kept: in both stores, in one, or only as long as the tab lives. */
export type Safety = 'both' | 'one' | 'none'

/** Rows kept in two stores at once, united as sets; either one may fail. */
export interface Keeper {
  /** In local storage before it returns, in the database when it resolves. */
  add: (entry: Entry) => Promise<Safety>
  /** Everything either store holds; each is mended with what only the other had. */
  readAll: () => Promise<{ entries: Entry[], safety: Safety }>
  remove: (ids: readonly string[]) => Promise<void>
  /** Rows that other tabs add. */
  hear: (listen: (entry: Entry) => void) => void
}

/** A keeper over a ledger, a database and a channel. */
export function makeKeeper(ledger: Ledger, database: Database, channel: Channel): Keeper {
  const inDatabase = (rows: readonly Entry[]) => database.add(rows).then(() => true, () => false)
  const inLedger = (rows: readonly Entry[]) => {
    try {
      for (const row of rows) ledger.add(row)
      return true
    } catch {
      return false
    }
  }
  const safety = (one: boolean, other: boolean): Safety => one && other ? 'both' : one || other ? 'one' : 'none'
  return {
    async add(entry) {
      const noted = inLedger([entry])
      channel.say({ entry })
      return safety(noted, await inDatabase([entry]))
    },
    async readAll() {
      const noted = ledger.read()
      const stored = await database.read(0).then(({ rows }) => rows as Entry[], () => null) // the store checks their shape
      const inNoted = new Set(noted.map(entry => entry.id))
      const inStored = new Set(stored?.map(entry => entry.id))
      const missing = noted.filter(entry => !inStored.has(entry.id))
      const lost = (stored ?? []).filter(entry => !inNoted.has(entry.id))
      const mended = stored !== null && (missing.length === 0 || await inDatabase(missing))
      const healed = lost.length === 0 || inLedger(lost)
      return { entries: [...noted, ...lost], safety: safety(mended, healed) }
    },
    async remove(ids) {
      ledger.remove(new Set(ids))
      await database.remove(ids)
    },
    hear(listen) {
      channel.hear((message) => {
        if (typeof message === 'object' && message !== null && 'entry' in message) listen(message.entry as Entry) // the store checks its shape
      })
    },
  }
}
