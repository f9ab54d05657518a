import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import type { Fault } from './versions.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.webmanifest': 'application/manifest+json',
}

/** A static host on this machine; what `read` throws for is answered 404, as such hosts do, and `fault` says what goes wrong with an answer. */
export async function serve(read: (path: string) => Buffer, { port = 0, base = '/', fault = (): Fault => 'none' }: { port?: number, base?: string, fault?: (path: string) => Fault } = {}): Promise<{ url: string, port: number, close: () => Promise<void>, server: Server }> {
  const server = createServer((request, response) => {
    let path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
    if (!path.startsWith(base)) { response.writeHead(404).end(); return }
    path = path.slice(base.length - 1)
    if (path.endsWith('/')) path += 'index.html'
    const wrong = fault(path)
    if (wrong === 'abort') { request.socket.destroy(); return }
    if (wrong === 'error') { response.writeHead(500).end('broken'); return }
    if (wrong === 'html') { response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Please log in</title>'); return }
    try {
      const body = read(path)
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'cache-control': 'no-store' })
      response.end(wrong === 'truncate' ? body.subarray(0, Math.floor(body.length / 2)) : body)
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here')
    }
  })
  await new Promise<void>((ready) => { server.listen(port, '127.0.0.1', ready) })
  const { port: bound } = server.address() as AddressInfo // a server that listens on a port has one
  return {
    url: `http://127.0.0.1:${bound}${base.slice(0, -1)}`, port: bound, server,
    close: () => new Promise<void>((done) => { server.close(() => { done() }); server.closeAllConnections() }),
  }
}
