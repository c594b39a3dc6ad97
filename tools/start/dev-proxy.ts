import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';

/**
 * One port in front of several development servers, web sockets included, so that the session cookie and the links
 * work as in production. Keys are path prefixes, values ports on this machine; the longest prefix wins.
 * Returns the function that closes it.
 */
export async function startProxy(port: number, routes: Record<string, number>): Promise<() => Promise<void>> {
  const prefixes = Object.keys(routes).sort((one, other) => other.length - one.length);
  const portFor = (url = '/') => routes[prefixes.find((prefix) => url.startsWith(prefix)) ?? '/'] ?? port;

  const server = createServer((incoming, outgoing) => forward(incoming, outgoing, portFor(incoming.url)));
  server.on('upgrade', (incoming, socket, head) => {
    const upstream = connect(portFor(incoming.url), '127.0.0.1', () => {
      const headers = incoming.rawHeaders.reduce(
        (text, word, index) => text + word + (index % 2 === 0 ? ': ' : '\r\n'),
        '',
      );
      upstream.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${headers}\r\n`);
      upstream.write(head);
      socket.pipe(upstream).pipe(socket);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const { method, url: path, headers } = incoming;
  const upstream = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  upstream.on('error', () => {
    if (!outgoing.headersSent)
      outgoing.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' });
    outgoing.end('这一部分还在启动，请稍候刷新。');
  });
  incoming.pipe(upstream);
}
