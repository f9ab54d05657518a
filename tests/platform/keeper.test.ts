import { describe, expect, it } from 'vitest'
import { makeKeeper, type Keeper } from '#platform/keeper.ts'
import { ledgerIn, type Entry } from '#platform/ledger.ts'
import { fakeAir, fakeDatabase, fakePace, fakeStorage, settle } from './fakes.ts'

const row = (nth: number, more: object = {}): Entry => ({ id: `here.${nth}`, p: 'anna', t: 'read', d: { nth }, ...more }) as Entry
const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => row(from + at))
const ids = (entries: readonly Entry[]) => [...new Set(entries.map(entry => entry.id))].sort()
const nobodyGone = () => false

/** A device: its stores live on while tabs and browsers come and go. */
function device() {
  const storage = fakeStorage()
  const database = fakeDatabase()
  const air = fakeAir()
  const pace = fakePace()
  const tab = (own = storage): Keeper => makeKeeper(ledgerIn(own), database, air(), pace)
  return { storage, database, pace, tab }
}
const start = async (keeper: Keeper) => (await keeper.begin('checkpoint.1', () => null)).rows
const unite = (keeper: Keeper) => keeper.unite(() => undefined, nobodyGone)

describe('a row that was added', () => {
  it('is in both stores, and is found by the next browser', async () => {
    const { tab, storage } = device()
    expect(await tab().add([row(1)])).toBe('both')
    expect(storage.held.has('peace.anna.e.here.1')).toBe(true)
    expect(await start(tab())).toContainEqual(row(1))
  })
  it('is in local storage before the database has answered', () => {
    const { tab, storage, database } = device()
    database.hangs = true
    void tab().add([row(1)])
    expect(storage.held.get('peace.anna.e.here.1')).toBe(JSON.stringify(row(1)))
  })
  it('keeps fields that this app does not know, in both stores and through packing', async () => {
    const { tab, database, storage } = device()
    const odd = rows(1, 150).map(each => ({ ...each, later: { deep: [each.id, null] }, t: 'from-the-future' }))
    await tab().add(odd)
    await unite(tab())
    expect([...storage.held.keys()].some(key => key.includes('.pack.'))).toBe(true)
    const byId = (list: Entry[]) => [...list].sort((one, other) => one.id < other.id ? -1 : 1)
    database.wipe()
    expect(byId(await start(tab()))).toEqual(byId(odd))
  })
  it('comes to the other tabs, over the channel and over local storage', async () => {
    const { tab, storage } = device()
    const heard: unknown[] = []
    tab(storage.another()).hear(news => heard.push(news))
    await tab().add([row(1)])
    expect(heard).toEqual([{ entries: [row(1)] }, { entries: [row(1)] }])
  })
})

describe('a store that fails', () => {
  it('database refuses: rows are kept in one place, and in both once it is back', async () => {
    const { tab, database, pace } = device()
    const keeper = tab()
    const said: string[] = []
    keeper.watch(safety => said.push(safety))
    await start(keeper)
    database.fails = true
    expect(await keeper.add([row(1)])).toBe('one')
    database.fails = false
    await pace.pass(10_000)
    expect(said).toEqual(['both', 'one', 'both'])
    expect((await database.read(0)).rows).toEqual([row(1)])
  })
  it('database never answers: after a while it counts as failing', async () => {
    const { tab, database, pace } = device()
    const keeper = tab()
    database.hangs = true
    const added = keeper.add([row(1)])
    await pace.pass(5_000)
    expect(await added).toBe('one')
    database.hangs = false
    await pace.pass(10_000)
    expect((await database.read(0)).rows).toEqual([row(1)])
  })
  it('local storage full: the row is in the database, and in both once there is room', async () => {
    const { tab, storage, database, pace } = device()
    const keeper = tab()
    storage.room = 10
    expect(await keeper.add([row(1)])).toBe('one')
    expect((await database.read(0)).rows).toEqual([row(1)])
    storage.room = Infinity
    await pace.pass(10_000)
    expect(storage.held.has('peace.anna.e.here.1')).toBe(true)
  })
  it('both refuse: nothing is claimed, the row is held, and kept once either is back', async () => {
    const { tab, storage, database, pace } = device()
    const keeper = tab()
    storage.refuses = database.fails = true
    expect(await keeper.add([row(1)])).toBe('none')
    expect(await keeper.readAll()).toContainEqual(row(1))
    storage.refuses = database.fails = false
    await pace.pass(10_000)
    expect(ids(await start(tab()))).toEqual(['here.1'])
  })
  it('it asks again every ten seconds and not more often', async () => {
    const { tab, database, pace } = device()
    database.fails = true
    const keeper = tab()
    await keeper.add([row(1)])
    await keeper.add([row(2)])
    expect(pace.waits()).toBe(1)
    await pace.pass(10_000)
    expect(pace.waits()).toBe(1)
  })
  it('local storage throws at any step: what was kept stays, nothing is torn', async () => {
    for (let step = 0; step < 12; step++) {
      const { tab, storage, database } = device()
      await tab().add(rows(1, 99))
      await tab().add(rows(100, 140))
      let left = step
      const flaky = { ...storage, set: (key: string, text: string) => { if (left-- === 0) throw new DOMException('full', 'QuotaExceededError'); storage.set(key, text) } }
      const keeper = makeKeeper(ledgerIn(flaky), database, { say: () => undefined, hear: () => undefined }, fakePace())
      await unite(keeper)
      database.wipe()
      expect(ids(await start(tab())), `step ${step}`).toEqual(ids(rows(1, 140)))
    }
  })
})

describe('one store lost', () => {
  it('the database is wiped: everything comes back from local storage, and is written again', async () => {
    const { tab, database } = device()
    await tab().add(rows(1, 60))
    await unite(tab())
    await tab().add(rows(61, 70))
    database.wipe()
    const keeper = tab()
    expect(ids(await start(keeper))).toEqual(ids(rows(1, 70)))
    await unite(keeper)
    expect(ids((await database.read(0)).rows as Entry[])).toEqual(ids(rows(1, 70)))
  })
  it('local storage is wiped: everything comes back from the database, as packs', async () => {
    const { tab, storage, database } = device()
    await tab().add(rows(1, 1200))
    storage.held.clear()
    await unite(tab())
    expect([...storage.held.keys()].filter(key => key.includes('.pack.'))).toHaveLength(3)
    database.wipe()
    expect(ids(await start(tab()))).toEqual(ids(rows(1, 1200)))
  })
  it('a torn key or pack loses itself only, and is mended from the database', async () => {
    const { tab, storage, database } = device()
    await tab().add(rows(1, 500))
    await tab().add(rows(501, 1000))
    await tab().add(rows(1001, 1010))
    await unite(tab())
    const pack = [...storage.held.keys()].find(key => key.includes('.pack.')) ?? ''
    storage.held.set(pack, (storage.held.get(pack) ?? '').replace(/.{5}$/, 'AAAAA'))
    storage.held.set('peace.anna.e.here.1001', '{"id":"here.1001","p":"an')
    const alone = ledgerIn(storage)
    expect((await alone.read(() => Promise.resolve())).length).toBe(1010 - 500 - 1)
    await unite(tab())
    database.wipe()
    expect(ids(await start(tab()))).toEqual(ids(rows(1, 1010)))
  })
  it('a pack in a form of a later app is left alone', async () => {
    const { tab, storage } = device()
    storage.held.set('peace.anna.pack.7-abc', '2.something')
    await tab().add([row(1)])
    await unite(tab())
    expect(storage.held.get('peace.anna.pack.7-abc')).toBe('2.something')
  })
})

describe('packing', () => {
  it('a thousand rows take a fraction of their room, and the single keys go', async () => {
    const { tab, storage } = device()
    for (const each of rows(1, 250)) await tab().add([each])
    const before = [...storage.held].reduce((sum, [key, text]) => sum + key.length + text.length, 0)
    await unite(tab())
    const after = [...storage.held].reduce((sum, [key, text]) => sum + key.length + text.length, 0)
    expect([...storage.held.keys()].filter(key => key.includes('.e.'))).toHaveLength(0)
    expect(after * 5).toBeLessThan(before)
  })
  it('past the budget the oldest packs stay in the database only, and that is told', async () => {
    const storage = fakeStorage()
    const database = fakeDatabase()
    const keeper = makeKeeper(ledgerIn(storage, entry => entry.t === 'erased', 9_000), database, fakeAir()(), fakePace())
    await keeper.add([row(0, { t: 'erased' })])
    for (let from = 1; from < 4000; from += 500) {
      await keeper.add(rows(from, from + 499))
      await unite(keeper)
    }
    const { narrow } = await unite(keeper)
    expect(narrow).toBe(true)
    expect([...storage.held].reduce((sum, [key, text]) => sum + (key.includes('.pack.') ? text.length : 0), 0)).toBeLessThan(13_000)
    expect(storage.held.has('peace.anna.e.here.0'), 'what erases stays').toBe(true)
    expect(ids(await start(keeper))).toHaveLength(4001)
  })
  it('what does not read back whole is not packed', async () => {
    const { storage, database } = device()
    const torn = { ...storage, set: (key: string, text: string) => { storage.set(key, key.includes('.pack.') ? text.slice(0, -10) : text) } }
    const keeper = makeKeeper(ledgerIn(torn), database, fakeAir()(), fakePace())
    for (const each of rows(1, 120)) await keeper.add([each])
    await unite(keeper)
    expect([...storage.held.keys()].filter(key => key.includes('.e.'))).toHaveLength(120)
    expect([...storage.held.keys()].filter(key => key.includes('.pack.'))).toEqual([])
  })
  it('two tabs that pack at once lose nothing', async () => {
    const { tab, database } = device()
    for (const each of rows(1, 120)) await tab().add([each])
    await Promise.all([unite(tab()), unite(tab())])
    database.wipe()
    expect(ids(await start(tab()))).toEqual(ids(rows(1, 120)))
  })
})

describe('deleting', () => {
  const gone = (entry: Entry) => Number(entry.id.split('.')[1]) % 2 === 1
  it('reaches singles, packs, the database and the checkpoints, and looks again', async () => {
    const { tab, storage, database } = device()
    for (const each of rows(1, 130)) await tab().add([each])
    await unite(tab())
    await tab().add(rows(131, 140))
    await database.note('checkpoint.1', { secret: true })
    expect(await tab().remove(gone)).toBe(true)
    expect((await database.read(0)).rows).toHaveLength(70)
    expect(await database.noted('checkpoint.1')).toBe(undefined)
    expect(await ledgerIn(storage).read(() => Promise.resolve())).toHaveLength(70)
  })
  it('does not come back when one store still has it', async () => {
    const { tab, storage, database } = device()
    await tab().add(rows(1, 10))
    await tab().remove(gone)
    storage.held.set('peace.anna.e.here.3', JSON.stringify(row(3)))
    await database.add([row(5)])
    await tab().unite(() => undefined, gone)
    expect(storage.held.has('peace.anna.e.here.3')).toBe(false)
    expect(ids((await database.read(0)).rows as Entry[]).filter(id => gone(row(Number(id.split('.')[1]))))).toEqual([])
  })
  it('everything: both stores are empty, other tabs stop writing, and nothing comes back', async () => {
    const { tab, storage, database, pace } = device()
    const other = tab(storage.another())
    const heard: unknown[] = []
    other.hear(news => heard.push(news))
    await tab().add(rows(1, 20))
    storage.held.set('peace.reading', '{}')
    storage.held.set('somebody.else', 'stays')
    const wiper = tab()
    const wiping = wiper.wipe()
    for (let turn = 0; turn < 5; turn++) await pace.pass(300)
    expect(await wiping).toBe(true)
    expect(heard).toContain('wiped')
    expect(await other.add([row(21)])).toBe('none')
    expect([...storage.held.keys()]).toEqual(['somebody.else'])
    await settle()
    expect(await start(tab())).toEqual([])
    expect((await database.read(0)).rows).toEqual([])
  })
})

it('the first tab to choose a word chooses it for all', async () => {
  const { tab } = device()
  expect(await Promise.all([tab().claim('profile', 'one'), tab().claim('profile', 'two')])).toEqual(['one', 'one'])
})

it('a database made by a newer app is read and added to', async () => {
  const { database, tab } = device()
  await tab().add([row(1)])
  await new Promise<void>((done, fail) => {
    const request = database.factory().open('peace', 7)
    request.onupgradeneeded = () => { request.result.createObjectStore('of-the-future') }
    request.onsuccess = () => { request.result.close(); done() }
    request.onerror = () => { fail(new Error('not upgraded')) }
  })
  expect(await tab().add([row(2)])).toBe('both')
  expect(ids((await database.read(0)).rows as Entry[])).toEqual(['here.1', 'here.2'])
})
