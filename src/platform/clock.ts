/** The time now, in milliseconds since 1970. */
export type Clock = () => number

/** The device's own clock. It may be wrong, and may go back: nothing is ordered by it. */
export const clock: Clock = () => Date.now()
