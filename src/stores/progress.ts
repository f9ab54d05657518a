import { defineStore } from 'pinia'
import { literal, picklist, union } from 'valibot'
import { computed, shallowRef, watch } from 'vue'
import { chance } from '#platform/chance.ts'
import { clock, pace } from '#platform/clock.ts'
import type { Keeper, Safety } from '#platform/keeper.ts'
import type { Problem } from '#platform/untrusted.ts'
import type { Backup, BackupProblem, Brings } from '#progress/backup.ts'
import { ProfileId, type Fact, type FactType } from '#progress/event.ts'
import { ownEvents } from '#progress/history.ts'
import { Saved, wantsFile } from '#progress/saved.ts'
import { makeDiary } from './diary.ts'
import { keepNothing, keptRef } from './kept.ts'

/** A backup file that was opened, and what it would bring; or why it was not. */
export type Opened = { ok: true, value: { backup: Backup, brings: Brings } } | { ok: false, problem: BackupProblem | Problem }

/** No backup file is bigger, and none nests deeper. */
const limits = { maxPacked: 10_000_000, maxText: 10_000_000, maxDepth: 32 }

/** What this learner has done. Events are only ever added; all else is worked out from them. */
export const useProgress = defineStore('progress', () => {
  const mode = keptRef('mode', picklist(['own', 'shared', 'nothing']), 'own')
  const profile = keptRef('profile', union([ProfileId, literal('')]), '')
  const saved = keptRef('saved', Saved, {})
  const wiped = shallowRef(false)
  const diary = makeDiary()
  const state = computed(() => diary.history.value.state)
  let keeper: Keeper | null = null
  let isOpen: () => void = () => undefined
  const opened = new Promise<void>((done) => { isOpen = done })

  /** Somebody learns from now on; what was done while nobody was named is theirs. */
  async function enter(whose: string) {
    profile.value = whose
    await diary.enter(whose)
  }
  /** The next learner may come: nothing of the last one is on screen any more. */
  function leave() {
    profile.value = ''
    diary.leave()
  }
  watch(profile, (now) => { // chosen in another tab
    if (!keeper || now === diary.history.value.whose) return
    if (now) void diary.enter(now)
    else diary.leave()
  })

  function forget() {
    keeper = null
    wiped.value = true
    keepNothing(true)
    diary.forget()
  }

  /** Settings were lost, or there were none yet: what is kept says who learns here. */
  async function findOut() {
    const people = [...diary.history.value.people]
    const [only] = people
    if (people.filter(([, who]) => who?.name).length > 1) {
      mode.value = 'shared'
      leave()
    } else if (mode.value === 'own' && only && people.length === 1) await enter(only[0])
  }

  /** Begin to keep, for whoever learned here last; what was done before is kept too. */
  async function open(next: Keeper) {
    keeper = next
    diary.use(next, forget, mode.value === 'nothing')
    const isKnown = profile.value !== '' || mode.value === 'shared'
    try {
      if (!isKnown) profile.value = await next.claim('profile', chance.id(12))
      await diary.enter(profile.value)
      if (diary.history.value.gone.profiles.has(profile.value)) {
        await enter(chance.id(12))
        await next.note('profile', profile.value).catch(() => undefined)
      }
      if (!isKnown) await findOut()
    } finally {
      isOpen()
    }
    pace.onReturn(() => { if (keeper === next) void diary.catchUp() })
    pace.after(3_000, () => {
      if (keeper === next && profile.value) void next.claim('profile', profile.value) // should the settings be lost one day
      void pace.rest().then(diary.unite)
    })
  }

  /** Note a fact; resolves when it is kept as well as this device can. */
  const record = <Type extends FactType>(type: Type, fact: Fact<Type>): Promise<Safety> => diary.add([diary.write(type, fact)])

  /** A backup file of what this learner did: its name and its text. */
  async function backup(title: string, withWords: boolean): Promise<{ name: string, text: string }> {
    const { fileName, writeBackup } = await import('#progress/backup.ts')
    const now = new Date(clock())
    const { whose } = diary.history.value
    const text = writeBackup(ownEvents(diary.history.value, await diary.all()), { version: __BUILD__, made: now.toISOString(), profile: whose, withWords })
    saved.value = { ...saved.value, [whose]: { count: state.value.count, at: clock() } }
    return { name: fileName(title, now), text }
  }

  /** Open a backup file and say what it would bring; nothing is added yet. */
  async function look(file: Blob): Promise<Opened> {
    const [{ readUntrusted }, { openBackup, brings }] = await Promise.all([import('#platform/untrusted.ts'), import('#progress/backup.ts')])
    const read = await readUntrusted(file, limits)
    const found = read.ok ? openBackup(read.value) : read
    return found.ok ? { ok: true, value: { backup: found.value, brings: brings(diary.history.value, found.value) } } : found
  }

  /** Add what a backup holds: a union, which never takes anything away. On a device of one's own it is all one's own, whatever profile it was done under. */
  async function restore(file: Backup): Promise<Safety> {
    const { brings, joined } = await import('#progress/backup.ts')
    const isEmpty = state.value.count === 0
    const safety = await diary.add(brings(diary.history.value, file).fresh)
    if (mode.value === 'shared' || file.profile === profile.value) return safety
    if (!isEmpty) return record('profile', joined(state.value.profile, file.profile))
    await enter(file.profile)
    return safety
  }

  /** Erase these events for good, or a whole profile; true when a second look finds none of them. */
  async function erase(fact: Fact<'erased'>, whose = diary.history.value.whose): Promise<boolean> {
    await diary.add([diary.write('erased', fact, whose)])
    return diary.removeErased()
  }
  async function eraseProfile(whose: string): Promise<boolean> {
    const done = await erase({ profile: true }, whose)
    if (whose === profile.value && mode.value === 'shared') leave()
    else if (whose === profile.value) await enter(chance.id(12))
    return done
  }

  /** Delete all that this course keeps on this device; true when a second look finds nothing. */
  async function eraseAll(): Promise<boolean> {
    const last = keeper
    forget()
    return await last?.wipe() ?? false
  }

  return {
    state, whenOpen: () => opened, open, record, enter, leave, backup, look, restore, erase, eraseProfile, eraseAll, mode, profile, wiped: computed(() => wiped.value),
    safety: computed(() => diary.safety.value), people: computed(() => diary.history.value.people),
    wantsBackup: computed(() => mode.value !== 'nothing' && wantsFile(state.value, saved.value[diary.history.value.whose], clock(), diary.narrow.value)),
  }
})
