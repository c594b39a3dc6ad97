import { ApiProblem, createTypedClient, type TransportRequest } from './index.ts';

interface Paths {
  '/api/rounds/{id}/ballots': {
    get: {
      parameters: { path: { id: string }; query?: { state?: string; page?: number } };
      responses: { 200: { content: { 'application/json': { id: string }[] } } };
    };
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { 'application/json': { choice: 'for' } } };
      responses: { 201: { content: { 'application/json': { receiptCode: string } } } };
    };
  };
}

function clientAnswering(status: number, body: unknown) {
  const sent: TransportRequest[] = [];
  const api = createTypedClient<Paths>({
    client: 'weapp',
    baseUrl: 'https://lift.example',
    token: () => 'secret',
    transport: async (request) => {
      sent.push(request);
      return { status, body };
    },
  });
  return { api, sent };
}

describe('the client', () => {
  it('fills the path, writes the query, and says who is speaking', async () => {
    const { api, sent } = clientAnswering(200, []);
    await api.get('/api/rounds/{id}/ballots', { path: { id: 'a/b' }, query: { state: '等待', page: undefined } });
    expect(sent[0]).toEqual({
      method: 'GET',
      url: 'https://lift.example/api/rounds/a%2Fb/ballots?state=%E7%AD%89%E5%BE%85',
      headers: { accept: 'application/json', 'x-jiati-client': 'weapp', authorization: 'Bearer secret' },
    });
  });

  it('sends JSON and gives back the answer', async () => {
    const { api, sent } = clientAnswering(201, { receiptCode: '7KQ2' });
    const answer = await api.post('/api/rounds/{id}/ballots', { path: { id: '1' }, body: { choice: 'for' } });
    expect(answer.receiptCode).toBe('7KQ2');
    expect(sent[0]?.body).toBe('{"choice":"for"}');
    expect(sent[0]?.headers['content-type']).toBe('application/json');
  });

  it('turns a refusal into a problem whose message is the sentence for people', async () => {
    const body = {
      type: 'x',
      status: 409,
      title: '征询已经截止。',
      code: 'round_closed',
      requestId: 'r1',
      closedAt: 'then',
    };
    const { api } = clientAnswering(409, body);
    const refused = api.get('/api/rounds/{id}/ballots', { path: { id: '1' } });
    await expect(refused).rejects.toBeInstanceOf(ApiProblem);
    await expect(refused).rejects.toMatchObject({
      status: 409,
      code: 'round_closed',
      message: '征询已经截止。',
      requestId: 'r1',
      members: { closedAt: 'then' },
    });
  });

  it('says that nothing is lost when there is no answer', async () => {
    const api = createTypedClient<Paths>({ client: 'h5', transport: () => Promise.reject(new Error('offline')) });
    const refused = api.get('/api/rounds/{id}/ballots', { path: { id: '1' } });
    await expect(refused).rejects.toMatchObject({ status: 0, code: 'no_answer' });
  });
});
