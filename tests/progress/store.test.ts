// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { settle } from '../platform/fakes.ts'
import { answerTo, makeDevice } from './tabs.ts'

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'requestIdleCallback'] }) })
afterEach(() => { vi.useRealTimers() })

type Progress = Awaited<ReturnType<ReturnType<typeof makeDevice>['tab']>>
const questions = ({ state }: Progress) => Object.keys(state.answers).sort()
const fileOf = (text: string) => new Blob([text])
const opened = async (tab: Progress, text: string) => {
  const found = await tab.look(fileOf(text))
  if (!found.ok) throw new Error(found.problem)
  return found.value
}

describe('what is done is kept', () => {
  it('and is there the next time, with and without a checkpoint', async () => {
    const { tab, rest, database } = makeDevice()
    const first = await tab()
    for (let nth = 0; nth < 60; nth++) expect(await first.record('answered', answerTo(`q${nth}`))).toBe('both')
    expect((await tab()).state).toEqual(first.state)
    await rest()
    expect(await database.noted(`checkpoint.2.${first.profile}`)).toBeTruthy()
    const read = vi.spyOn(database, 'read')
    const later = await tab()
    expect(read.mock.calls).toEqual([[60]])
    await later.record('read', { lesson: 'words/six', part: 'a' })
    expect((await tab()).state).toEqual(later.state)
    expect(later.state.count).toBe(61)
  })
  it('also what was done before anything was read, and it counts as the latest', async () => {
    const { tab } = makeDevice()
    const first = await tab()
    for (const text of ['one', 'two', 'three']) await first.record('wrote', { question: 'words.open', text })
    const early = await tab({ open: false })
    const recording = early.record('wrote', { question: 'words.open', text: 'four, before it was open' })
    expect(early.state.texts['words.open']?.text).toBe('four, before it was open')
    await early.begin()
    await recording
    expect(early.state.texts['words.open']?.text).toBe('four, before it was open')
    expect((await tab()).state.texts['words.open']?.text).toBe('four, before it was open')
  })
  it('a reply that the page still watches is kept as plain data', async () => {
    const { tab } = makeDevice()
    const { reactive } = await import('vue')
    const first = await tab()
    expect(await first.record('answered', { ...answerTo('q'), reply: reactive({ a: ['b'] }) })).toBe('both')
  })
  it('a clock set back changes neither order nor what is kept', async () => {
    const { tab } = makeDevice()
    vi.setSystemTime(new Date('2100-01-01'))
    const first = await tab()
    await first.record('wrote', { question: 'words.open', text: 'in the future' })
    vi.setSystemTime(new Date('1970-01-01'))
    const second = await tab()
    await second.record('wrote', { question: 'words.open', text: 'after the clock was set back' })
    expect((await tab()).state.texts['words.open']?.text).toBe('after the clock was set back')
    expect((await tab()).state.count).toBe(2)
  })
  it('the last row was kept, whoever learned, even when the settings are gone', async () => {
    const { tab, storage } = makeDevice()
    const first = await tab()
    await first.record('answered', answerTo('q'))
    storage.held.clear()
    expect(questions(await tab())).toEqual(['words.q'])
  })
  it('also when first the one store was lost, mended, and then the other', async () => {
    const { tab, rest, storage, database } = makeDevice()
    const first = await tab()
    await first.record('answered', answerTo('q'))
    database.wipe()
    await tab()
    await rest()
    storage.held.clear()
    const last = await tab()
    expect([last.profile, questions(last)]).toEqual([first.profile, ['words.q']])
  })
  it('where several people learn and the settings are gone, nobody sees another’s before saying who they are', async () => {
    const { tab, storage } = makeDevice()
    const first = await tab()
    await first.record('profile', { name: 'Heron', picture: 'bird' })
    await first.enter('benbenben')
    await first.record('profile', { name: 'Boat', picture: 'boat' })
    storage.held.clear()
    const later = await tab()
    expect([later.mode, later.profile, later.state.count]).toEqual(['shared', '', 0])
    expect(later.people.size).toBe(2)
  })
})

describe('tabs', () => {
  it('hear each other, and agree in the end', async () => {
    const { tab } = makeDevice()
    const tabs = [await tab(), await tab(), await tab()]
    await Promise.all(tabs.flatMap((each, nth) => Array.from({ length: 30 }, (_, at) => each.record('answered', answerTo(`t${nth}-${at}`)))))
    for (const each of tabs) expect(questions(each)).toHaveLength(90)
    expect(questions(await tab())).toHaveLength(90)
    expect(tabs[0]?.state).toEqual((await tab()).state)
  })
  it('one that slept reads what it missed when somebody comes back to it', async () => {
    const { tab, database } = makeDevice()
    const asleep = await tab()
    await database.add([{ id: 'other000.1', p: asleep.profile, t: 'answered', v: 1, lam: 9, at: 1, d: answerTo('missed') } as { id: string }])
    document.dispatchEvent(new Event('visibilitychange'))
    await settle()
    expect(questions(asleep)).toEqual(['words.missed'])
  })
})

describe('erasing', () => {
  it('does not come back from an old tab, an old backup or the other store', async () => {
    const { tab, rest, storage, database, texts } = makeDevice()
    const first = await tab()
    await first.record('wrote', { question: 'words.open', text: 'a secret' })
    await first.record('answered', answerTo('kept'))
    const { text: oldBackup } = await first.backup('Exercises', true)
    const rows = await first.keeper.readAll()
    const secret = rows.find(row => row.t === 'wrote')
    await rest()
    const oldTab = await tab()
    expect(await first.erase({ ids: [secret?.id ?? ''] })).toBe(true)
    await settle()
    expect(oldTab.state.texts).toEqual({})
    expect(texts()).not.toContain('a secret')

    await oldTab.keeper.add(rows) // an old tab that has not heard
    await first.restore((await opened(first, oldBackup)).backup) // an old backup
    storage.held.set(`peace.${secret?.p}.e.${secret?.id}`, JSON.stringify(secret)) // the other store
    await rest()
    const again = await tab()
    await rest()
    expect([again.state.texts, first.state.texts]).toEqual([{}, {}])
    expect(questions(again)).toEqual(['words.kept'])
    expect(texts()).not.toContain('a secret')
    expect(JSON.stringify((await database.read(0)).rows)).not.toContain('a secret')
  })
  it('a whole profile: the others stay, and a new one begins', async () => {
    const { tab, texts } = makeDevice()
    const first = await tab()
    const gone = first.profile
    await first.record('answered', answerTo('private'))
    await first.enter('benbenben')
    await first.record('answered', answerTo('of-ben'))
    expect(await first.eraseProfile(gone)).toBe(true)
    expect(questions(first)).toEqual(['words.of-ben'])
    expect([...first.people.keys()]).toEqual(['benbenben'])
    expect(texts()).not.toContain('private')
    await first.eraseProfile('benbenben')
    expect(first.state.count).toBe(0)
    await first.record('answered', answerTo('new'))
    expect(questions(await tab())).toEqual(['words.new'])
  })
  it('everything: nothing is left, no tab writes any more, the next start is the first', async () => {
    const { tab, pace, storage, database } = makeDevice()
    const [first, other] = [await tab(), await tab()]
    await first.record('answered', answerTo('private'))
    await first.backup('x', false)
    const wiping = first.eraseAll()
    for (let turn = 0; turn < 5; turn++) await pace.pass(300)
    expect(await wiping).toBe(true)
    expect(await other.record('answered', answerTo('late'))).toBe('none')
    expect([other.wiped, first.wiped]).toEqual([true, true])
    await settle()
    expect([...storage.held.keys()]).toEqual([])
    expect((await database.read(0)).rows).toEqual([])
    expect((await tab()).state.count).toBe(0)
  })
})

describe('backups', () => {
  it('bring progress to another device of one’s own, and back', async () => {
    const [phone, laptop] = [makeDevice(), makeDevice()]
    const onPhone = await phone.tab()
    await onPhone.record('answered', answerTo('phone'))
    const onLaptop = await laptop.tab()
    const { name, text } = await onPhone.backup('Peace & Solidarity', false)
    expect(name).toMatch(/^Peace-Solidarity-\d{8}\.peace\.json$/)
    const { backup, brings } = await opened(onLaptop, text)
    expect(brings).toMatchObject({ known: 0, erased: 0, counts: { answered: 1 } })
    await onLaptop.restore(backup)
    expect(onLaptop.profile).toBe(onPhone.profile)
    await onLaptop.record('answered', answerTo('laptop'))
    await onPhone.restore((await opened(onPhone, (await onLaptop.backup('x', false)).text)).backup)
    expect(questions(onPhone)).toEqual(['words.laptop', 'words.phone'])
    expect(questions(await phone.tab())).toEqual(['words.laptop', 'words.phone'])
  })
  it('join what was done under two names, on a device of one’s own', async () => {
    const [school, home] = [makeDevice(), makeDevice()]
    const atSchool = await school.tab()
    await atSchool.record('answered', answerTo('school'))
    const { text } = await atSchool.backup('x', false)
    const atHome = await home.tab()
    await atHome.record('answered', answerTo('home'))
    await atHome.restore((await opened(atHome, text)).backup)
    expect(questions(atHome)).toEqual(['words.home', 'words.school'])
    expect(questions(await home.tab())).toEqual(['words.home', 'words.school'])
    expect((await opened(atHome, (await atHome.backup('x', false)).text)).backup.events).toHaveLength(3)
  })
  it('do not mix people on a device that is shared', async () => {
    const [home, school] = [makeDevice(), makeDevice()]
    const atHome = await home.tab()
    await atHome.record('answered', answerTo('home'))
    const { text } = await atHome.backup('x', false)
    const atSchool = await school.tab()
    atSchool.mode = 'shared'
    await atSchool.record('answered', answerTo('of-ben'))
    await atSchool.restore((await opened(atSchool, text)).backup)
    expect(questions(atSchool)).toEqual(['words.of-ben'])
    await atSchool.enter(atHome.profile)
    expect(questions(atSchool)).toEqual(['words.home'])
  })
  it('are asked for, and no longer once one was saved', async () => {
    const { tab } = makeDevice()
    const first = await tab()
    for (let nth = 0; nth < 10; nth++) await first.record('answered', answerTo(`q${nth}`))
    expect(first.wantsBackup).toBe(true)
    await first.backup('x', false)
    expect(first.wantsBackup).toBe(false)
    expect((await tab()).wantsBackup).toBe(false)
  })
  it('that are none change nothing', async () => {
    const { tab } = makeDevice()
    const first = await tab()
    expect(await first.look(fileOf('{"__proto__":{}}'))).toEqual({ ok: false, problem: 'hostile-keys' })
    expect(await first.look(fileOf('{}'))).toEqual({ ok: false, problem: 'not-ours' })
    expect(first.state.count).toBe(0)
  })
})

describe('a start in trouble', () => {
  it('without a database everything is there, in one place', async () => {
    const { tab, database } = makeDevice()
    await (await tab()).record('answered', answerTo('q'))
    database.fails = true
    const second = await tab()
    expect(questions(second)).toEqual(['words.q'])
    expect(second.safety).toBe('one')
    expect(await second.record('answered', answerTo('r'))).toBe('one')
  })
  it('when the database comes back, both hold everything again', async () => {
    const { tab, database, pace, rest } = makeDevice()
    database.fails = true
    const first = await tab()
    await first.record('answered', answerTo('q'))
    database.fails = false
    await pace.pass(10_000)
    await rest()
    expect(first.safety).toBe('both')
    expect((await database.read(0)).rows).toHaveLength(1)
  })
  it('with neither store the page still works, and says that nothing is safe', async () => {
    const { tab, database, storage } = makeDevice()
    database.fails = storage.refuses = true
    const first = await tab()
    storage.refuses = first.own.refuses = true
    expect(await first.record('answered', answerTo('q'))).toBe('none')
    expect(questions(first)).toEqual(['words.q'])
    expect(first.safety).toBe('none')
  })
})
