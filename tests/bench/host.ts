import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import http2 from 'node:http2'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { Link, type Speed } from './link.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.webmanifest': 'application/manifest+json',
}

/** A file that was answered: its path and how many bytes its compressed body has. */
export interface Answered { path: string, status: number, bytes: number }

/** A key and certificate of this machine's own, and the pin by which Chromium trusts it. */
export function certificate(folder: string) {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  if (!existsSync(key)) {
    mkdirSync(folder, { recursive: true })
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '3650', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert], { stdio: 'ignore' })
  }
  const publicKey = execFileSync('openssl', ['x509', '-in', cert, '-pubkey', '-noout'])
  const der = execFileSync('openssl', ['pkey', '-pubin', '-outform', 'der'], { input: publicKey })
  return { key: readFileSync(key), cert: readFileSync(cert), pin: createHash('sha256').update(der).digest('base64') }
}

const compressed = new Map<string, Buffer>()

function brotli(body: Buffer): Buffer {
  const mark = createHash('sha1').update(body).digest('hex')
  const found = compressed.get(mark) ?? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
  compressed.set(mark, found)
  return found
}

const cacheOf = (path: string) => /^\/(assets|course)\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'

/** A static host as sites are served: HTTP/2, brotli, cache headers, behind a link that can be slowed and cut. */
export async function openHost(tls: { key: Buffer, cert: Buffer }) {
  let folder = ''
  let log: Answered[] = []
  const server = http2.createSecureServer({ ...tls, allowHTTP1: true }, (request, response) => {
    let path = decodeURIComponent(new URL(request.url, 'https://host').pathname)
    if (path.endsWith('/')) path += 'index.html'
    const file = join(folder, path)
    if (!existsSync(file)) {
      log.push({ path, status: 404, bytes: 0 })
      response.writeHead(404).end()
      return
    }
    const raw = readFileSync(file)
    const etag = `"${createHash('sha1').update(raw).digest('base64url').slice(0, 16)}"`
    const headers = { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'cache-control': cacheOf(path), etag, 'vary': 'accept-encoding' }
    if (request.headers['if-none-match'] === etag) {
      log.push({ path, status: 304, bytes: 0 })
      response.writeHead(304, headers).end()
      return
    }
    const body = extname(file) === '.png' ? raw : brotli(raw)
    log.push({ path, status: 200, bytes: body.length })
    response.writeHead(200, { ...headers, ...(body !== raw && { 'content-encoding': 'br' }), 'content-length': body.length }).end(body)
  })
  server.on('sessionError', () => undefined)
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready) })
  const link = new Link((server.address() as AddressInfo).port) // a server that listens on a port has one
  const port = await link.listen()
  return {
    url: `https://127.0.0.1:${port}`,
    serve: (from: string) => { folder = from },
    speed: (speed: Speed) => { link.speed = speed },
    cut: (down: boolean) => { link.down = down; if (down) link.reset() },
    reset: () => { link.reset(); log = [] },
    passed: () => ({ wire: link.passed.down, log: [...log] }),
    close: () => { link.close(); server.close() },
  }
}

/** See `openHost`. */
export type Host = Awaited<ReturnType<typeof openHost>>
