import { vi } from 'vitest'

// The laws of the fold and the lives of a device, as in the short run, but ten thousand times each.
vi.stubEnv('RUNS', '10000')
await import('../progress/history.test.ts')
await import('../platform/model.test.ts')
