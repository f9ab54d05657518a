import type { Pace } from './clock.ts'
import type { Database } from './database.ts'
import type { Entry, Ledger } from './ledger.ts'
import { timely, type Writer } from './writer.ts'

/** The eye that reads both stores; where one refuses, it reads what there is and says so to the writer. */
export interface Reader {
  /** The ledger's rows. With `calm`, a little at a time, whenever the page is at rest. */
  noted: (calm?: boolean) => Promise<Entry[]>
  /** The database's rows, all of them if `whole`; `visit` sees them as they pass, with the number of the last. */
  stored: (visit?: (rows: Entry[], last: number) => void, calm?: boolean) => Promise<{ rows: Entry[], whole: boolean }>
  /** What this does with the ledger, or `otherwise` where it refuses. */
  tryLedger: <Value>(work: () => Value | Promise<Value>, otherwise: Value) => Promise<Value>
}

const CHUNK = 500

/** A reader of this ledger and this database. */
export function makeReader(ledger: Ledger, database: Database, writer: Writer, pace: Pace): Reader {
  const rest = (calm: boolean) => calm ? pace.rest : () => Promise.resolve()

  async function tryLedger<Value>(work: () => Value | Promise<Value>, otherwise: Value): Promise<Value> {
    try {
      return await work()
    } catch {
      writer.failed('ledger')
      return otherwise
    }
  }
  return {
    tryLedger,
    noted: (calm = false) => tryLedger<Entry[]>(() => ledger.read(rest(calm)), []),
    async stored(visit = () => undefined, calm = false) {
      const all: Entry[] = []
      try {
        for (let last = 0; ;) {
          const chunk = await timely(database.read(last, CHUNK), pace)
          const rows = chunk.rows as Entry[] // the store checks their shape
          if (!rows.length) return { rows: all, whole: true }
          last = chunk.last
          for (const row of rows) all.push(row)
          visit(rows, last)
          await rest(calm)()
        }
      } catch {
        writer.failed('database')
        return { rows: all, whole: false }
      }
    },
  }
}
