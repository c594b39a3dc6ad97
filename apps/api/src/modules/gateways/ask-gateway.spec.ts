import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askGateway } from './ask-gateway';

describe('a service outside', () => {
  const servers: Server[] = [];
  const serve = async (answer: RequestListener): Promise<string> => {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  };
  const ask = (url: string, timeoutMs = 2_000) =>
    askGateway({ method: 'POST', url: new URL(url), body: '{"secret":"s"}', timeoutMs });
  afterAll(() => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('cannot send us on to another one, with what we told it', async () => {
    let visits = 0;
    const elsewhere = await serve((_, response) => {
      visits += 1;
      response.end('{}');
    });
    for (const status of [301, 302, 303, 307, 308]) {
      const url = await serve((_, response) => response.writeHead(status, { location: elsewhere }).end());
      await expect(ask(url)).rejects.toMatchObject({ reason: 'unexpected_status' });
    }
    expect(visits).toBe(0);
  });

  it('cannot fill our memory or hold us', async () => {
    const endless = await serve((_, response) => {
      const more = () => void (response.writable && response.write('x'.repeat(16_384), more));
      more();
    });
    await expect(ask(endless)).rejects.toMatchObject({ reason: 'too_large' });
    const silent = await serve(() => undefined);
    await expect(ask(silent, 100)).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('is told nothing where its certificate is not one we trust', async () => {
    const plain = await serve((_, response) => response.end('{}'));
    await expect(ask(plain.replace('http:', 'https:'))).rejects.toMatchObject({ name: 'GatewayFailure' });
  });
});
