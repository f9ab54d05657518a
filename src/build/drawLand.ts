import { readFileSync, writeFileSync } from 'node:fs'
import { feature } from 'topojson-client'

type Ring = [number, number][]

/** `node src/build/run.mjs drawLand`: the land of the world as one path, without any border, from the package world-atlas (Natural Earth, public domain). */
export function drawLand(): void {
  const atlas = JSON.parse(readFileSync('node_modules/world-atlas/land-110m.json', 'utf8')) as Parameters<typeof feature>[0] // the package's own file
  const land = feature(atlas, 'land') as unknown as { features: { geometry: { coordinates: Ring[][] } }[] } // one feature of many polygons
  const rings = land.features.flatMap(each => each.geometry.coordinates).map(polygon => polygon[0] ?? [])
  const path = rings.filter(ring => ring.length > 5 && spread(ring) > 3).map(draw).join('')
  writeFileSync('src/quiz/place/land.ts', `/** The land of the world in a box of 360 by 180, without any border; drawn by \`src/build/drawLand.ts\`. */\nexport const land = '${path}'\n`)
}

const spread = (ring: Ring) => Math.max(...ring.map(([lon]) => lon)) - Math.min(...ring.map(([lon]) => lon))

/** A ring with whole degrees, each point only where it differs from the one before. */
function draw(ring: Ring): string {
  const points = ring.map(([lon, lat]) => [Math.round(lon + 180), Math.round(90 - lat)] as const).filter(([x, y], at, all) => at === 0 || x !== all[at - 1]?.[0] || y !== all[at - 1]?.[1])
  const steps = points.slice(1).map(([x, y], at) => `${x - (points[at]?.[0] ?? 0)} ${y - (points[at]?.[1] ?? 0)}`)
  return `M${points[0]?.join(' ') ?? ''}l${steps.join(' ').replaceAll(' -', '-')}z`
}
