import { array, check, literal, maxValue, minLength, minValue, nonEmpty, number, optional, picklist, pipe, strictObject, string, transform } from 'valibot'
import { scoreSet } from '../scoreSet.ts'

const text = pipe(string(), nonEmpty())
const longitude = optional(pipe(number(), minValue(-180), maxValue(180)))
const latitude = optional(pipe(number(), minValue(-90), maxValue(90)))
const percent = optional(pipe(number(), minValue(0), maxValue(100)))
const Point = strictObject({ id: string(), text, why: text, right: optional(literal(true)), lon: longitude, lat: latitude, x: percent, y: percent })

/** Points on the land of the world, by longitude and latitude, or on a drawing, in per cent of it; of which some are right. */
export const written = pipe(
  strictObject({ map: optional(literal('world')), picture: optional(picklist(['triangle'])), alt: text, points: pipe(array(Point), minLength(2)) }),
  check(({ map, picture }) => Boolean(map) !== Boolean(picture), 'either `map: world` or a `picture`'),
  check(({ points }) => points.some(each => each.right) && points.some(each => !each.right), 'at least one point has `right: true` and at least one has not'),
  check(({ map, points }) => points.every(each => map ? each.lon !== undefined && each.lat !== undefined : each.x !== undefined && each.y !== undefined), 'points of a map have `lon` and `lat`, points of a picture `x` and `y`'),
  transform(({ map, picture, alt, points }) => ({
    ask: {
      on: map ? 'world' as const : picture ?? 'triangle', alt, several: points.filter(each => each.right).length > 1,
      points: points.map(({ id, text, lon = 0, lat = 0, x = 0, y = 0 }) => ({ id, text, ...(map ? { x: (lon + 180) / 3.6, y: (90 - lat) / 1.8 } : { x, y }) })),
    },
    key: { right: points.filter(each => each.right).map(each => each.id), wrong: points.filter(each => !each.right).map(each => each.id) },
    why: Object.fromEntries(points.map(({ id, why }) => [id, why])),
  })),
)

/** The words of an author's block. */
export const words = ['alt', 'points.*.text', 'points.*.why'] as const

/** Ids of the points chosen. */
export const reply = array(string())

/** Nothing chosen. */
export const blank = (): string[] => []

/** As choosing several. Source of the rule: product.md, row 11. */
export const score = (key: { right: string[], wrong: string[] }, chosen: string[]) => scoreSet(key, chosen)

/** The right points. */
export const answer = (key: { right: string[] }): string[] => [...key.right]
