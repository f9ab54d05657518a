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

  /** Keep this language, unless the device asked to save data; then only look. */
  function begin(found: Offline | null, language: string, keepNow: boolean) {
    offline = found
    able.value = found !== null
    found?.hear(hear)
    found?.onUpdate((use) => {
      useIt = use
      update.value = true
    })
    found?.ask(keepNow ? 'keep' : 'ready', language)
  }
  const keep = (language: string) => { offline?.ask('keep', language) }
  const look = (language: string) => { offline?.ask('ready', language) }
  const useUpdate = () => { useIt?.() }
  return { kept, sizes, ready, update, able, begin, keep, look, useUpdate }
})
