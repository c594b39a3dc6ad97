import { startTestApi, type TestApi } from './harness';

describe('the platform', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.stop());

  it('is alive and ready', async () => {
    expect((await api.http().get('/api/health/live')).body).toEqual({ state: 'ok' });
    expect((await api.http().get('/api/health/ready')).status).toBe(200);
  });
});
