import { example as choice } from './choice/example.ts'
import type { Example } from './questionType.ts'
import type { Kind } from './types.ts'

/** The worked example of each kind. */
export const examples: Record<Kind, Example<never>> = { choice } as Record<Kind, Example<never>> // whoever reads a reply hands it to its own kind
