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
  choices: async () => {
    const face = import('./choices/Choices.vue')
    const { blank, score, answer } = await import('./choices/choices.ts')
    return { blank, score, answer, face: (await face).default }
  },
  claim: async () => {
    const face = import('./claim/Claim.vue')
    const { blank, score, answer } = await import('./claim/claim.ts')
    return { blank, score, answer, face: (await face).default }
  },
  match: async () => {
    const face = import('./match/Match.vue')
    const { blank, score, answer } = await import('./match/match.ts')
    return { blank, score, answer, face: (await face).default }
  },
  order: async () => {
    const face = import('./order/Order.vue')
    const { blank, score, answer, tells } = await import('./order/order.ts')
    return { blank, score, answer, tells, face: (await face).default }
  },
  sort: async () => {
    const face = import('./sort/Sort.vue')
    const { blank, score, answer } = await import('./sort/sort.ts')
    return { blank, score, answer, face: (await face).default }
  },
  gap: async () => {
    const face = import('./gap/Gap.vue')
    const { blank, score, answer, tells } = await import('./gap/gap.ts')
    return { blank, score, answer, tells, face: (await face).default }
  },
  text: async () => {
    const face = import('./text/Text.vue')
    const { blank, score, answer, tells } = await import('./text/text.ts')
    return { blank, score, answer, tells, face: (await face).default }
  },
  number: async () => {
    const face = import('./number/Number.vue')
    const { blank, score, answer, tells } = await import('./number/number.ts')
    return { blank, score, answer, tells, face: (await face).default }
  },
  highlight: async () => {
    const face = import('./highlight/Highlight.vue')
    const { blank, score, answer } = await import('./highlight/highlight.ts')
    return { blank, score, answer, face: (await face).default }
  },
  place: async () => {
    const face = import('./place/Place.vue')
    const { blank, score, answer } = await import('./place/place.ts')
    return { blank, score, answer, face: (await face).default }
  },
  scale: async () => {
    const face = import('./scale/Scale.vue')
    const { blank, score, answer, tells } = await import('./scale/scale.ts')
    return { blank, score, answer, tells, face: (await face).default }
  },
  scenario: async () => {
    const face = import('./scenario/Scenario.vue')
    const { blank, score, answer, tells } = await import('./scenario/scenario.ts')
    return { blank, score, answer, tells, face: (await face).default }
  },
  weigh: async () => {
    const face = import('./weigh/Weigh.vue')
    const { blank, score, answer, tells } = await import('./weigh/weigh.ts')
    return { blank, score, answer, tells, face: (await face).default }
  },
  reflection: async () => {
    const face = import('./reflection/Reflection.vue')
    const { blank, score, answer, tells } = await import('./reflection/reflection.ts')
    return { blank, score, answer, tells, face: (await face).default }
  },
}

const loaded = new Map<Kind, View>()

/** Load the faces of these kinds; afterwards `viewOf` has them. */
export async function loadViews(kinds: readonly Kind[]): Promise<void> {
  await Promise.all(kinds.map(async (kind) => { if (!loaded.has(kind)) loaded.set(kind, await views[kind]()) }))
}

/** Whether the view of a kind is loaded. */
export const hasView = (kind: Kind): boolean => loaded.has(kind)

/** The view of a kind that was loaded before; one that was not is a bug, and throws. */
export function viewOf(kind: Kind): View {
  const view = loaded.get(kind)
  if (!view) throw new Error(`quiz: the face of ${kind} was not loaded`)
  return view
}
