import type { Channel } from './channel.ts'
import { pace as ownPace, type Pace } from './clock.ts'
import type { Database } from './database.ts'
import type { Entry, Ledger } from './ledger.ts'
import { makeReader } from './reader.ts'
import { clearRest } from './storage.ts'
import { makeWriter, timely, type Safety } from './writer.ts'

/** See `writer.ts`. */
export type { Safety } from './writer.ts'

/** What another tab did: it added rows, or wiped this device. */
export type News = { entries: unknown[] } | 'wiped'

/** A checkpoint that was understood, and the number of the last row it has heeded. */
export interface Sum<Kept> { sum: Kept, last: number }

/** Rows on their way: of the database up to a number, or of the ledger. */
export interface Passing { rows: Entry[], last: number | null }

/** Rows kept in two stores at once, united as sets; either one may fail. */
export interface Keeper {
  /** What is there at the start: the checkpoint of this name, as far as `open` understands it, and every row that may have come since. */
  begin: <Kept>(name: string, open: (note: unknown) => Sum<Kept> | null) => Promise<{ sum: Kept | null, last: number, rows: Entry[] }>
  /** In local storage before it returns, in the database when it resolves. */
  add: (entries: readonly Entry[]) => Promise<Safety>
  /** Every row that is kept anywhere. */
  readAll: () => Promise<Entry[]>
  /** Compare both stores, a little at a time, and mend each with what only the other has. `whole`: the database was read to its end; `narrow`: local storage has no room for all. */
  unite: (visit: (passing: Passing) => void, isGone: (entry: Entry) => boolean) => Promise<{ whole: boolean, narrow: boolean }>
  /** Delete every row of which this is true, and all checkpoints; true when a second look finds none. */
  remove: (isGone: (entry: Entry) => boolean) => Promise<boolean>
  note: (name: string, value: unknown) => Promise<void>
  /** The word that the first tab of this device chose under this name. */
  claim: (name: string, word: string) => Promise<string>
  /** Delete everything; true when a second look finds nothing. From then on no tab keeps anything until it is loaded anew. */
  wipe: () => Promise<boolean>
  hear: (listen: (news: News) => void) => void
  /** How well rows are kept, once that is known and whenever it changes. */
  watch: (listen: (safety: Safety) => void) => void
}

/** So many at once come from a file, and are packed at once. */
const MANY = 100

/** A keeper over a ledger, a database and a channel. */
export function makeKeeper(ledger: Ledger, database: Database, channel: Channel, pace: Pace = ownPace): Keeper {
  const writer = makeWriter(ledger, database, pace)
  const { noted, stored, tryLedger } = makeReader(ledger, database, writer, pace)
  const answers = <Value>(work: Promise<Value>) => timely(work, pace)

  async function remove(isGone: (entry: Entry) => boolean): Promise<boolean> {
    await tryLedger(() => ledger.remove(isGone), undefined)
    const ids = (await stored()).rows.filter(isGone).map(row => row.id)
    try {
      if (ids.length) await database.remove(ids)
      await database.forget('checkpoint')
    } catch {
      return false
    }
    const { rows, whole } = await stored()
    return whole && !rows.some(isGone) && !(await noted()).some(isGone)
  }

  return {
    async begin(name, open) {
      try {
        const found = open(await answers(database.noted(name)))
        const { rows } = await answers(database.read(found?.last ?? 0))
        const alone = found ? await tryLedger<Entry[]>(() => ledger.singles(), []) : await noted()
        writer.tell()
        return { sum: found?.sum ?? null, last: found?.last ?? 0, rows: [...rows as Entry[], ...alone] } // the store checks their shape
      } catch {
        writer.failed('database')
        return { sum: null, last: 0, rows: await noted() }
      }
    },
    async add(entries) {
      channel.say({ entries })
      if (entries.length < MANY) return writer.write(entries)
      await tryLedger(() => ledger.take(entries), false)
      return writer.store(entries)
    },
    readAll: async () => [...await noted(), ...(await stored()).rows, ...writer.held()],
    async unite(visit, isGone) {
      const inLedger = await noted(true)
      visit({ rows: inLedger, last: null })
      const { rows, whole } = await stored((passing, last) => { visit({ rows: passing, last }) }, true)
      if ([...inLedger, ...rows].some(isGone)) await remove(isGone)
      const known = new Set(rows.map(row => row.id))
      if (whole) await writer.store(inLedger.filter(entry => !known.has(entry.id) && !isGone(entry)))
      const fits = await tryLedger(async () => {
        const there = new Set([...inLedger, ...ledger.singles()].map(entry => entry.id)) // other tabs have not waited
        const all = await ledger.take(rows.filter(row => !there.has(row.id) && !isGone(row)))
        await ledger.pack()
        if (whole) await ledger.sweep()
        return all
      }, false)
      return { whole, narrow: !fits }
    },
    remove,
    note: (name, value) => database.note(name, value),
    async claim(name, word) {
      const claimed = await answers(database.claim(name, word)).catch(() => word)
      return typeof claimed === 'string' ? claimed : word
    },
    async wipe() {
      writer.end()
      channel.say('wiped')
      const clearLedger = () => tryLedger(() => ledger.clear(), 0)
      for (let tries = 0; tries < 5; tries++) {
        await clearLedger()
        await answers(database.clear()).catch(() => undefined)
        await new Promise<void>((done) => { pace.after(200, done) }) // another tab may be in the middle of a word
        const clean = (await stored()).rows.length === 0 && await clearRest().catch(() => false) && await clearLedger() === 0
        if (!clean) continue
        await answers(database.discard()).catch(() => undefined) // another tab may hold it open: it is empty
        return true
      }
      return false
    },
    hear(listen) {
      const wiped = () => {
        writer.end()
        listen('wiped')
      }
      channel.hear((message) => {
        if (message === 'wiped') wiped()
        else if (typeof message === 'object' && message !== null && 'entries' in message && Array.isArray(message.entries)) listen({ entries: message.entries })
      })
      ledger.hear((news) => { if (news === 'wiped') wiped(); else listen({ entries: [news] }) })
    },
    watch: writer.watch,
  }
}
