/** A module as the cloth sees it: its dye, its lessons, and how many are woven in. */
export interface Warp { dye: string, lessons: number, done: number }

/** The cloth as paths: warp threads waiting, and the weft of each module. */
export interface Cloth { width: number, height: number, warp: string, weft: { dye: string, picks: string, ground: string }[] }

const COLUMNS = 72
const CELL = 6
const PICKS = 3

/** Where the weft lies over the warp: one pattern a module, from real weaves. */
const weaves: ((column: number, pick: number) => boolean)[] = [
  (i, j) => (i + j) % 4 < 2, // right twill
  (i, j) => (i - j + 400) % 4 < 2, // left twill
  (i, j) => (Math.abs((i % 12) - 6) + j) % 4 < 2, // chevron
  (i, j) => Math.abs((i % 12) - 6) + Math.abs((j % 9) - 4) < 6, // diamond
  (i, j) => ((i >> 1) + (j >> 1)) % 2 === 0, // basket
  (i, j) => (Math.abs((i % 8) - 4) - j + 400) % 4 < 2, // herringbone
]

/** Draw the learner's cloth: a band a lesson, woven in once it is finished. */
export function clothOf(modules: readonly Warp[]): Cloth {
  let top = 0
  const weft = modules.map(({ dye, lessons, done }, nth) => {
    const over = weaves[nth % weaves.length] ?? (() => true)
    const from = top
    top += lessons * PICKS * CELL
    const rows = Array.from({ length: done * PICKS }, (_, pick) => ({ pick, y: from + pick * CELL + CELL / 2 }))
    return {
      dye,
      picks: rows.map(({ pick, y }) => floats(column => over(column, pick), y)).join(''),
      ground: rows.map(({ y }) => `M0 ${y}H${COLUMNS * CELL}`).join(''),
    }
  })
  const warp = Array.from({ length: COLUMNS }, (_, i) => `M${i * CELL + CELL / 2} 0V${top}`).join('')
  return { width: COLUMNS * CELL, height: top, warp, weft }
}

/** The stretches of one pick that lie on top, as lines with round ends. */
function floats(over: (column: number) => boolean, y: number): string {
  let path = ''
  for (let i = 0; i < COLUMNS; i++) {
    if (!over(i)) continue
    const from = i
    while (i + 1 < COLUMNS && over(i + 1)) i++
    path += `M${from * CELL + 2.6} ${y}H${(i + 1) * CELL - 2.6}`
  }
  return path
}
