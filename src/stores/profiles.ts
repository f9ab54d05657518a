import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import { chance } from '#platform/chance.ts'
import { channelTo } from '#platform/channel.ts'
import { indexed } from '#platform/database.ts'
import { forgetful } from '#platform/forgetful.ts'
import { makeKeeper } from '#platform/keeper.ts'
import { ledgerIn } from '#platform/ledger.ts'
import { storage } from '#platform/storage.ts'
import { keepNothing, openKept } from './kept.ts'
import { useProgress } from './progress.ts'

/** How a device is used: by one learner, by several, or without keeping anything. */
export type Mode = 'own' | 'shared' | 'nothing'

/** Somebody who learns on this device. */
export interface Learner { id: string, name: string, picture: string, latched: boolean }

const kept = () => makeKeeper(ledgerIn(storage, entry => entry.t === 'erased'), indexed('peace'), channelTo('peace'))

/** Who learns on this device, and whether anything is kept. */
export const useProfiles = defineStore('profiles', () => {
  const progress = useProgress()
  const mode = computed(() => progress.mode)

  const openAs = async (now: Mode) => progress.open(now === 'nothing' ? forgetful(() => kept().wipe()) : kept())

  /** Read the settings, then begin to keep what is learnt, unless nothing is to be kept. */
  async function open() {
    openKept(storage)
    keepNothing(progress.mode === 'nothing')
    watch(mode, (now, before) => {
      keepNothing(now === 'nothing')
      if (now === 'nothing' || before === 'nothing' || (now === 'own' && !progress.profile)) void openAs(now)
    })
    await openAs(progress.mode)
  }

  /** Use this device so from now on. Once something is kept again, so is what was done in this tab while nothing was. */
  function choose(next: Mode) {
    keepNothing(false) // that nothing is kept must itself be remembered
    progress.mode = next
  }

  const list = computed((): Learner[] => [...progress.people].map(([id, who]) => ({ id, name: who?.name ?? '', picture: who?.picture ?? '', latched: Boolean(who?.latch) })))
  const current = computed(() => list.value.find(learner => learner.id === progress.profile) ?? null)

  /** Several digits as the profile keeps them. It is a latch, not a lock: whoever can read this device's files can open it. */
  async function latchOf(id: string, pin: string): Promise<string> {
    const { sha256 } = await import('#progress/sha256.ts')
    return sha256(`peace.latch.${id}.${pin}`)
  }

  /** Whoever learns now says who they are. */
  async function introduce(name: string, picture: string, pin = ''): Promise<void> {
    const also = progress.state.profile?.also
    await progress.record('profile', { name, picture, ...(also && { also }), ...(pin && { latch: await latchOf(progress.profile, pin) }) })
  }

  /** Somebody new, who learns from now on. */
  async function add(name: string, picture: string, pin = ''): Promise<void> {
    await progress.enter(chance.id(12))
    await introduce(name, picture, pin)
  }

  /** Somebody from the list learns from now on; false where the PIN is another one. */
  async function enter(id: string, pin = ''): Promise<boolean> {
    const latch = progress.people.get(id)?.latch
    if (latch && latch !== await latchOf(id, pin)) return false
    await progress.enter(id)
    return true
  }

  return { mode, open, choose, list, current, add, introduce, enter, next: progress.leave }
})
