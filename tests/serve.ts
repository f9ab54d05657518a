import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.webmanifest': 'application/manifest+json',
}

/** A static host on this machine: what `read` throws for is answered 404, as such hosts do. */
export async function serve(read: (path: string) => Buffer, port = 0): Promise<{ url: string, port: number, close: () => Promise<void>, server: Server }> {
  const server = createServer((request, response) => {
    let path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
    if (path.endsWith('/')) path += 'index.html'
    try {
      const body = read(path)
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'cache-control': 'no-store' }).end(body)
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here')
    }
  })
  await new Promise<void>((ready) => { server.listen(port, '127.0.0.1', ready) })
  const { port: bound } = server.address() as AddressInfo // a server that listens on a port has one
  return {
    url: `http://127.0.0.1:${bound}`, port: bound, server,
    close: () => new Promise<void>((done) => { server.close(() => { done() }); server.closeAllConnections() }),
  }
}
