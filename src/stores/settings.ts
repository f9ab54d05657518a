import { array, boolean, fallback, maxLength, object, optional, picklist, pipe, string, type InferOutput } from 'valibot'
import { defineStore } from 'pinia'
import { watch } from 'vue'
import { keptRef } from './kept.ts'

const short = pipe(string(), maxLength(60))

/** How somebody likes to read on this device. */
export const Reading = object({
  size: fallback(picklist(['0', '1', '2', '3']), '0'),
  contrast: fallback(picklist(['normal', 'more']), 'normal'),
  spacing: fallback(picklist(['normal', 'wide']), 'normal'),
  theme: fallback(picklist(['auto', 'light', 'dark']), 'auto'),
  motion: fallback(picklist(['normal', 'less']), 'normal'),
  keys: fallback(picklist(['on', 'off']), 'on'),
})
/** See `Reading`. */
export type Reading = InferOutput<typeof Reading>

/** Somebody to turn to, entered on this device. */
export const Contact = object({ name: short, number: short, hours: optional(short, ''), languages: optional(short, ''), checked: optional(short, '') })
/** See `Contact`. */
export type Contact = InferOutput<typeof Contact>

/** Settings of this device: they are not events and travel nowhere. */
export const useSettings = defineStore('settings', () => {
  const reading = keptRef('reading', Reading, { size: '0', contrast: 'normal', spacing: 'normal', theme: 'auto', motion: 'normal', keys: 'on' })
  const contacts = keptRef('contacts', pipe(array(Contact), maxLength(5)), [])
  const offlineAsked = keptRef('offline', object({ keep: boolean() }), { keep: true })

  /** Show the page as the settings say, now and whenever they change. */
  function apply(root: HTMLElement) {
    watch(reading, (now) => {
      for (const name of ['theme', 'contrast', 'size', 'spacing', 'motion', 'keys'] as const) root.dataset[name] = now[name]
    }, { immediate: true, deep: true })
  }
  return { reading, contacts, offlineAsked, apply }
})
