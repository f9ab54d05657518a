import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Heard, Offline } from '#platform/offline.ts'

/** How far a language is kept on this device. */
export type Keeping = { state: 'keeping', done: number, all: number } | { state: 'ready' } | { state: 'not' }

/** What is kept for use without a network, and whether a newer version waits. */
export const useOffline = defineStore('offline', () => {
  const kept = ref<Record<string, Keeping>>({})
  /** Bytes each language takes, before compression. */
  const sizes = ref<Record<string, number>>({})
  const ready = shallowRef(false)
  const update = shallowRef(false)
  const able = shallowRef(false)
  let offline: Offline | null = null
  let useIt: (() => void) | null = null

  function hear({ language, ready: whole, done = 0, all = 0, bytes = 0 }: Heard) {
    sizes.value[language] = bytes
    kept.value[language] = whole === undefined ? { state: 'keeping', done, all } : { state: whole ? 'ready' : 'not' }
    if (whole) ready.value = true
  }

  async function begin() {
    const { beginOffline } = await import('#platform/offline.ts')
    const found = await beginOffline().catch(() => null)
    able.value = found !== null
    found?.hear(hear)
    found?.onUpdate((use) => {
      useIt = use
      update.value = true
    })
    return found
  }

  /** Keep this language. Where the device asked to save data nothing is fetched before somebody asks for it; what is kept already is only looked at. */
  async function offer(language: string, savesData: boolean) {
    const { canKeep, isKeeping } = await import('#platform/offline.ts')
    able.value = canKeep()
    if (savesData && !await isKeeping()) return
    offline = await begin()
    offline?.ask(savesData ? 'ready' : 'keep', language)
  }
  async function keep(language: string) {
    offline ??= await begin()
    offline?.ask('keep', language)
  }
  const look = (language: string) => { offline?.ask('ready', language) }
  const useUpdate = () => { useIt?.() }
  return { kept, sizes, ready, update, able, offer, keep, look, useUpdate }
})
