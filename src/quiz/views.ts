import type { Component } from 'vue'
import type { Verdict } from './questionType.ts'
import type { Kind } from './types.ts'

/** What a page needs of a kind: its face, and how a reply is scored and shown right. */
export interface View {
  face: Component
  blank: () => unknown
  score: (key: never, reply: never) => Verdict
  answer: (key: never) => unknown
  tells?: (reply: never, verdict: Verdict) => string[]
}

/** Which face belongs to which kind, each loaded only where it is shown. */
const views: Record<Kind, () => Promise<View>> = {
  choice: async () => {
    const face = import('./choice/Choice.vue')
    const { blank, score, answer } = await import('./choice/choice.ts')
    return { blank, score, answer, face: (await face).default }
  },
}

const loaded = new Map<Kind, View>()

/** Load the faces of these kinds; afterwards `viewOf` has them. */
export async function loadViews(kinds: readonly Kind[]): Promise<void> {
  await Promise.all(kinds.map(async (kind) => { if (!loaded.has(kind)) loaded.set(kind, await views[kind]()) }))
}

/** The view of a kind that was loaded before; one that was not is a bug, and throws. */
export function viewOf(kind: Kind): View {
  const view = loaded.get(kind)
  if (!view) throw new Error(`quiz: the face of ${kind} was not loaded`)
  return view
}
