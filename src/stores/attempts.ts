import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Attempt } from '#quiz/attempt.ts'

/** Questions that are being answered in this tab, by id: they outlive a change of language. */
export const useAttempts = defineStore('attempts', () => {
  const open = ref<Record<string, Attempt>>({})
  return {
    of: (id: string): Attempt | undefined => open.value[id],
    keep: (id: string, attempt: Attempt | undefined) => { if (attempt) open.value[id] = attempt },
  }
})
