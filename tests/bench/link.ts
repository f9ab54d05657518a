import net from 'node:net'

/** A link in front of a server: bytes a millisecond each way (0: no limit), and the time there and back in milliseconds. */
export interface Speed { rtt: number, down: number, up: number }

/** Bytes that have passed. */
export interface Passed { down: number, up: number }

const SEGMENT = 1460
const now = () => performance.now()

/** Delivers in order, however timers run: a late one is never overtaken by a later chunk. */
function lane() {
  const queue: { at: number, run: () => void }[] = []
  let timer: NodeJS.Timeout | null = null
  const flush = () => {
    timer = null
    while (queue[0] && queue[0].at - now() <= 0.3) queue.shift()?.run()
    if (queue[0]) timer = setTimeout(flush, Math.max(1, queue[0].at - now()))
  }
  return (at: number, run: () => void) => {
    queue.push({ at, run })
    timer ??= setTimeout(flush, Math.max(0, at - now()))
  }
}

/** One access link shared by all connections: a handshake for each, and slow start from ten segments. Everything passes it, workers too. */
export class Link {
  speed: Speed = { rtt: 0, down: 0, up: 0 }
  down = false
  passed: Passed = { down: 0, up: 0 }
  #freeDown = 0
  #freeUp = 0
  readonly #ends = new Set<() => void>()
  readonly #server: net.Server

  constructor(private readonly behind: number) {
    this.#server = net.createServer({ noDelay: true }, (socket) => { this.#join(socket) })
  }

  listen(): Promise<number> {
    return new Promise((ready) => { this.#server.listen(0, '127.0.0.1', () => { ready((this.#server.address() as net.AddressInfo).port) }) }) // a server that listens on a port has one
  }

  /** Close every connection and count anew. */
  reset(): void {
    for (const end of [...this.#ends]) end()
    this.passed = { down: 0, up: 0 }
    this.#freeDown = this.#freeUp = 0
  }

  close(): void {
    this.reset()
    this.#server.close()
  }

  #join(client: net.Socket) {
    if (this.down) { client.destroy(); return }
    const origin = net.connect({ port: this.behind, host: '127.0.0.1', noDelay: true })
    let ended = false
    const end = () => {
      ended = true
      this.#ends.delete(end)
      client.destroy()
      origin.destroy()
    }
    this.#ends.add(end)
    for (const socket of [client, origin]) socket.on('error', end)
    this.#sendUp(client, origin, () => ended, end)
    this.#sendDown(client, origin, () => ended, end)
  }

  #sendUp(client: net.Socket, origin: net.Socket, isEnded: () => boolean, end: () => void) {
    const deliver = lane()
    const established = now() + this.speed.rtt
    let last = 0
    client.on('data', (chunk: Buffer) => {
      this.passed.up += chunk.length
      const sent = Math.max(now(), established, this.#freeUp) + (this.speed.up ? chunk.length / this.speed.up : 0)
      this.#freeUp = this.speed.up ? sent : this.#freeUp
      last = Math.max(sent + this.speed.rtt / 2, last)
      deliver(last, () => { if (!isEnded()) origin.write(chunk) })
    })
    client.on('end', () => { deliver(last, end) })
  }

  #sendDown(client: net.Socket, origin: net.Socket, isEnded: () => boolean, end: () => void) {
    const deliver = lane()
    const acknowledge = lane()
    const waiting: Buffer[] = []
    let flying = 0
    let window = 10 * SEGMENT
    let last = 0
    let over = false
    const pump = () => {
      while (waiting[0] && flying < window && !isEnded()) {
        const chunk = waiting[0].subarray(0, SEGMENT)
        if (waiting[0].length > SEGMENT) waiting[0] = waiting[0].subarray(SEGMENT)
        else waiting.shift()
        flying += chunk.length
        const sent = Math.max(now(), this.#freeDown) + (this.speed.down ? chunk.length / this.speed.down : 0)
        this.#freeDown = this.speed.down ? sent : this.#freeDown
        last = Math.max(sent + this.speed.rtt / 2, last)
        deliver(last, () => {
          if (isEnded()) return
          this.passed.down += chunk.length
          client.write(chunk)
          acknowledge(now() + this.speed.rtt / 2, () => {
            flying -= chunk.length
            window = Math.min(window + chunk.length, 1 << 20)
            pump()
          })
        })
      }
      if (over && !waiting.length) deliver(last + 1, end)
    }
    origin.on('data', (chunk: Buffer) => { waiting.push(chunk); pump() })
    origin.on('end', () => { over = true; pump() })
  }
}
