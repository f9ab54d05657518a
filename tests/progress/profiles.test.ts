// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { createPinia } from 'pinia'
import { array, number, object, picklist, string } from 'valibot'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { inMemory } from '#platform/storage.ts'
import { fakeStorage, settle } from '../platform/fakes.ts'
import { answerTo } from './tabs.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('BroadcastChannel', undefined)
})

/** The stores of a page that is loaded anew, over the browser's own doors. */
async function load() {
  vi.resetModules()
  const [{ useProfiles }, { useProgress }, { useLearner }, { useAttempts }] = await Promise.all([import('#stores/profiles.ts'), import('#stores/progress.ts'), import('#stores/learner.ts'), import('#stores/attempts.ts')])
  const pinia = createPinia()
  const page = { profiles: useProfiles(pinia), progress: useProgress(pinia), attempts: useAttempts(pinia) }
  await page.profiles.open()
  useLearner(pinia).connect(page.progress, () => undefined)
  return page
}
const questions = ({ progress }: Awaited<ReturnType<typeof load>>) => Object.keys(progress.state.answers).sort()

describe('a device of one’s own', () => {
  it('keeps what is done from one load to the next', async () => {
    const first = await load()
    expect(await first.progress.record('answered', answerTo('q'))).toBe('both')
    expect(questions(await load())).toEqual(['words.q'])
  })
})

describe('a shared device', () => {
  it('shows each learner their own, and the next one nothing of the last', async () => {
    const page = await load()
    page.profiles.choose('shared')
    await page.profiles.add('Blue Heron', 'bird')
    await page.progress.record('answered', answerTo('heron'))
    page.profiles.next()
    expect([page.progress.state.count, page.profiles.current]).toEqual([0, null])
    await page.profiles.add('Red Boat', 'boat')
    await page.progress.record('answered', answerTo('boat'))
    expect(questions(page)).toEqual(['words.boat'])
    expect(page.profiles.list.map(learner => learner.name).sort()).toEqual(['Blue Heron', 'Red Boat'])
    const heron = page.profiles.list.find(learner => learner.name === 'Blue Heron')?.id ?? ''
    expect(await page.profiles.enter(heron)).toBe(true)
    expect(questions(page)).toEqual(['words.heron'])
    const later = await load()
    expect([later.profiles.mode, later.profiles.current?.name, questions(later)]).toEqual(['shared', 'Blue Heron', ['words.heron']])
  })
  it('shows the next learner no answer that the last one has in hand', async () => {
    const page = await load()
    page.profiles.choose('shared')
    await page.profiles.add('Blue Heron', 'bird')
    page.attempts.keep('words.q', { phase: 'replying', reply: 'a', tries: 0, hints: 0 })
    page.profiles.next()
    expect(page.attempts.of('words.q')).toBe(undefined)
    page.attempts.keep('words.q', { phase: 'replying', reply: 'b', tries: 0, hints: 0 })
    await page.profiles.add('Red Boat', 'boat')
    expect(page.attempts.of('words.q')).toMatchObject({ reply: 'b' })
  })
  it('lists who learns here when nobody is named yet, and keeps what is done meanwhile for whoever comes', async () => {
    const page = await load()
    page.profiles.choose('shared')
    await page.profiles.add('Blue Heron', 'bird')
    page.profiles.next()
    const later = await load()
    expect(later.profiles.list.map(learner => learner.name)).toEqual(['Blue Heron'])
    await later.progress.record('answered', answerTo('early'))
    await later.profiles.enter(later.profiles.list[0]?.id ?? '')
    expect(questions(later)).toEqual(['words.early'])
    expect(questions(await load())).toEqual(['words.early'])
  })
  it('who learned here alone until now says who they are, and keeps what they did', async () => {
    const page = await load()
    await page.progress.record('answered', answerTo('mine'))
    page.profiles.choose('shared')
    expect(page.profiles.current).toMatchObject({ name: '' })
    await page.profiles.introduce('Blue Heron', 'bird')
    expect([page.profiles.current?.name, questions(page)]).toEqual(['Blue Heron', ['words.mine']])
  })
  it('a latch opens with its PIN only, and the PIN itself is nowhere kept', async () => {
    const page = await load()
    page.profiles.choose('shared')
    await page.profiles.add('Blue Heron', 'bird', '83151')
    page.profiles.next()
    const [learner] = page.profiles.list
    expect(learner?.latched).toBe(true)
    expect(await page.profiles.enter(learner?.id ?? '', '1234')).toBe(false)
    expect(page.profiles.current).toBe(null)
    expect(await page.profiles.enter(learner?.id ?? '', '83151')).toBe(true)
    expect(JSON.stringify({ ...localStorage })).not.toContain('83151')
  })
})

describe('keeping nothing', () => {
  const everything = async () => ({ local: { ...localStorage }, session: { ...sessionStorage }, databases: (await indexedDB.databases()).map(database => database.name), windowName: window.name, cookie: document.cookie })

  it('everything works, and all storage is afterwards as it was before', async () => {
    const page = await load()
    page.profiles.choose('nothing')
    await settle()
    const before = await everything()
    for (let nth = 0; nth < 12; nth++) await page.progress.record('answered', answerTo(`q${nth}`))
    await page.progress.record('wrote', { question: 'words.open', text: 'for nobody' })
    const { text } = await page.progress.backup('x', true)
    const found = await page.progress.look(new Blob([text]))
    if (found.ok) await page.progress.restore(found.value.backup)
    await page.progress.erase({ ids: [Object.values(page.progress.state.answers)[0]?.[0]?.id ?? ''] })
    expect(questions(page)).toHaveLength(11)
    expect([page.progress.wantsBackup, page.progress.safety]).toEqual([false, 'unknown'])
    expect(await everything()).toEqual(before)
    const reloaded = await load()
    await reloaded.progress.record('answered', answerTo('again'))
    expect([reloaded.profiles.mode, questions(reloaded)]).toEqual(['nothing', ['words.again']])
    expect(await everything()).toEqual(before)
  })
  it('what was kept before is out of sight, stays, and is back afterwards', async () => {
    const page = await load()
    await page.progress.record('answered', answerTo('mine'))
    page.profiles.choose('nothing')
    await settle()
    expect(questions(page)).toEqual([])
    await page.progress.record('answered', answerTo('guest'))
    expect(questions(await load())).toEqual([])
    page.profiles.choose('own')
    await settle()
    expect(questions(page)).toEqual(['words.guest', 'words.mine'])
    expect(questions(await load())).toEqual(['words.guest', 'words.mine'])
  })
  it('deleting everything deletes what was kept before as well', async () => {
    const page = await load()
    await page.progress.record('answered', answerTo('mine'))
    page.profiles.choose('nothing')
    await settle()
    expect(await page.progress.eraseAll()).toBe(true)
    expect({ ...localStorage }).toEqual({})
    expect(await indexedDB.databases()).toEqual([])
  })
})

describe('a setting', () => {
  const fresh = async () => {
    vi.resetModules()
    return import('#stores/kept.ts')
  }
  const Size = object({ size: picklist(['0', '1']) })

  it('outlives the tab, and looks as it was prerendered until settings are read', async () => {
    const storage = fakeStorage()
    const one = await fresh()
    const size = one.keptRef('reading', Size, { size: '0' })
    one.openKept(storage)
    size.value.size = '1'
    expect(storage.held.get('peace.reading')).toBe('{"size":"1"}')
    const two = await fresh()
    const later = two.keptRef('reading', Size, { size: '0' })
    expect(later.value.size).toBe('0')
    two.openKept(storage)
    expect(later.value.size).toBe('1')
  })
  it.each(['', 'null', '{', '{"size":"9"}', '[]', '"x"', '{"__proto__":{"size":"1"}}'])('that is torn or odd falls back: %s', async (text) => {
    const storage = inMemory()
    storage.set('peace.reading', text)
    const one = await fresh()
    const size = one.keptRef('reading', Size, { size: '0' })
    one.openKept(storage)
    expect(size.value).toEqual({ size: '0' })
  })
  it('of an older version is brought on, once', async () => {
    const storage = inMemory()
    storage.set('peace.contacts', '"Anna, 123"')
    const upgrades = [(old: unknown) => [old], (old: unknown) => (old as string[]).map(name => ({ name, checked: 0 }))]
    const schema = array(object({ name: string(), checked: number() }))
    for (const checked of [0, 1]) {
      const one = await fresh()
      const contacts = one.keptRef('contacts', schema, [], ...upgrades)
      one.openKept(storage)
      expect(contacts.value).toEqual([{ name: 'Anna, 123', checked }])
      contacts.value = [{ name: 'Anna, 123', checked: 1 }]
    }
  })
  it('changes in all tabs, and is not written where nothing is kept or nothing can be', async () => {
    const storage = fakeStorage()
    const [one, two] = [await fresh(), await fresh()]
    const [here, there] = [one, two].map(each => each.keptRef('reading', Size, { size: '0' }))
    one.openKept(storage)
    two.openKept(storage.another())
    if (!here || !there) return
    here.value = { size: '1' }
    expect(there.value).toEqual({ size: '1' })
    one.keepNothing(true)
    here.value = { size: '0' }
    expect([here.value, there.value]).toEqual([{ size: '0' }, { size: '1' }])
    one.keepNothing(false)
    storage.refuses = true
    here.value = { size: '1' }
    expect(here.value).toEqual({ size: '1' })
  })
})
