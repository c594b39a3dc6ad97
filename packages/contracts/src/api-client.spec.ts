import { createClient, type MyHousehold, type PublicStairwell } from './index.ts';

describe('the client typed by the API', () => {
  it('knows paths, parameters, bodies and answers', async () => {
    const sent: string[] = [];
    const api = createClient({
      client: 'h5',
      transport: async ({ method, url, body }) => {
        sent.push([method, url, body].filter(Boolean).join(' '));
        return { status: 200, body: url.endsWith('households') ? [{ roomNo: '302' }] : { code: 'CXY3K9' } };
      },
    });
    const stairwell: PublicStairwell = await api.get('/api/public/stairwells/{code}', { path: { code: 'CXY3K9' } });
    const [home]: MyHousehold[] = await api.get('/api/my/households');
    await api.post('/api/session/codes', { body: { phone: '13800000000' } });
    // @ts-expect-error a body of another shape does not compile
    await api.post('/api/session/codes', { body: { telephone: '13800000000' } });
    // @ts-expect-error a path needs its parameters
    await api.get('/api/public/stairwells/{code}');
    expect([stairwell.code, home?.roomNo]).toEqual(['CXY3K9', '302']);
    expect(sent.slice(0, 3)).toEqual([
      'GET /api/public/stairwells/CXY3K9',
      'GET /api/my/households',
      'POST /api/session/codes {"phone":"13800000000"}',
    ]);
  });
});
