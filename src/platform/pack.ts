/** Rows as short text: deflated, in base64, with a sum that tells whether they are whole. */
const FORM = '1'

const sums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  return sum
})

/** The CRC-32 of these bytes, in eight hex digits. */
export function crc32(bytes: Uint8Array): string {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (sum >>> 8) ^ (sums[(sum ^ byte) & 255] ?? 0)
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0')
}

/** All bytes of a stream; null as soon as they are more than `most`. Rejects where the stream is broken. */
export async function drain(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > most) {
      await reader.cancel().catch(() => undefined)
      return null
    }
    parts.push(value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const through = (bytes: BlobPart, stream: CompressionStream | DecompressionStream) => new Blob([bytes]).stream().pipeThrough(stream)

/** Bytes let out of their deflated form, up to `most`; null where they are more. Rejects where they are broken. */
export const inflate = (bytes: Uint8Array<ArrayBuffer>, most: number) => drain(through(bytes, new DecompressionStream('deflate-raw')), most)

/** The text of these rows. Rejects where the browser cannot deflate. */
export async function packRows(rows: readonly unknown[]): Promise<string> {
  const packed = await drain(through(JSON.stringify(rows), new CompressionStream('deflate-raw')), Infinity) ?? new Uint8Array() // no limit, so never null
  let letters = ''
  for (let at = 0; at < packed.length; at += 8192) letters += String.fromCharCode(...packed.subarray(at, at + 8192))
  return `${FORM}.${crc32(packed)}.${btoa(letters)}`
}

/** The rows of a text; null where it is torn or grown beyond reason. */
export async function unpackRows(text: string): Promise<unknown[] | null> {
  try {
    const [form, sum, packed = ''] = text.split('.')
    if (form !== FORM) return null
    const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0))
    if (crc32(bytes) !== sum) return null
    const whole = await inflate(bytes, 8_000_000)
    const rows: unknown = whole && JSON.parse(new TextDecoder().decode(whole))
    return Array.isArray(rows) ? rows : null
  } catch {
    return null
  }
}

/** Whether a text that cannot be read was ours and is torn, rather than written by a newer app in a form of its own. */
export const isTorn = (text: string): boolean => text.startsWith(`${FORM}.`) || text === ''
