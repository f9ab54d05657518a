import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeKeeper, type Keeper } from '#platform/keeper.ts'
import { ledgerIn, type Entry } from '#platform/ledger.ts'
import { fakeAir, fakeDatabase, fakePace, fakeStorage } from './fakes.ts'

const numRuns = Number(process.env.RUNS ?? 400)
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))

/** What may happen to a device between two looks at it. */
const happening = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('add' as const), count: fc.constantFrom(1, 1, 3, 40, 130) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('unite', 'new-tab', 'database-down', 'database-up', 'full', 'room', 'time') }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('lose-database', 'lose-ledger', 'tear') }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('erase' as const), nth: fc.nat() }) },
)
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never

/** Live through these on one device, and say what had to be there in the end, what must not, and what was found. */
async function live(happenings: readonly Happening[]): Promise<{ due: string[], banned: Set<string>, found: Set<string> }> {
  const storage = fakeStorage()
  const database = fakeDatabase()
  const air = fakeAir()
  const pace = fakePace()
  const ledger = () => ledgerIn(storage, entry => entry.t === 'erased')
  let keeper: Keeper = makeKeeper(ledger(), database, air(), pace)
  let made = 0
  const due = new Set<string>()
  const banned = new Set<string>()
  const isGone = ({ id }: Entry) => banned.has(id)
  const unite = async () => { await keeper.unite(() => undefined, isGone) }
  /** Both stores hold what they can, as after any start that was left in peace. */
  async function mend() {
    database.fails = false
    storage.room = Infinity
    await pace.pass(10_000)
    await unite()
  }
  const steps: Record<Happening['does'], (happening: Happening) => unknown> = {
    'add': async (happening) => {
      const rows = Array.from({ length: 'count' in happening ? happening.count : 1 }, (): Entry => ({ id: `here.${++made}`, p: 'anna', t: 'read' }))
      if (await keeper.add(rows) !== 'none') for (const { id } of rows) due.add(id)
    },
    'unite': unite,
    'time': () => pace.pass(10_000),
    'new-tab': async () => {
      await mend()
      keeper = makeKeeper(ledger(), database, air(), pace)
    },
    'database-down': () => { database.fails = true },
    'database-up': () => { database.fails = false },
    'full': () => { storage.room = 3000 },
    'room': () => { storage.room = Infinity },
    'lose-database': async () => {
      await mend()
      database.wipe()
    },
    'lose-ledger': async () => {
      await mend()
      storage.held.clear()
    },
    'tear': async () => {
      await mend()
      const [key = ''] = [...storage.held.keys()]
      storage.held.set(key, (storage.held.get(key) ?? '').slice(0, 20))
    },
    'erase': async (happening) => {
      const id = [...due][('nth' in happening ? happening.nth : 0) % Math.max(1, due.size)]
      if (!id) return
      banned.add(id)
      due.delete(id)
      await keeper.remove(isGone)
    },
  }
  for (const each of happenings) await steps[each.does](each)
  await mend()
  const later = makeKeeper(ledger(), database, air(), pace)
  await later.unite(() => undefined, isGone)
  return { due: [...due], banned, found: new Set((await later.readAll()).map(entry => entry.id)) }
}

it(`whatever happens to one store at a time, nothing that was kept is lost, and nothing erased is back (${numRuns} lives, SEED=${seed})`, async () => {
  await fc.assert(fc.asyncProperty(fc.array(happening, { maxLength: 14 }), async (happenings) => {
    const { due, banned, found } = await live(happenings)
    expect(due.filter(id => !found.has(id))).toEqual([])
    expect([...banned].filter(id => found.has(id))).toEqual([])
  }), { numRuns, seed })
}, 1_200_000)
