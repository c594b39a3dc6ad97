import { startTestApi, type TestApi } from '../../../test/harness';
import { AccountsModule } from '../accounts';
import { ContentModule } from '.';

describe('八问八答 and the open letter', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ features: [AccountsModule, ContentModule] });
  });
  afterAll(() => api.stop());

  it('has eight questions, each answered in two or three calm sentences and with what it rests on', async () => {
    const { status, body } = await api.http().get('/api/content/faqs');
    expect([status, body.length]).toEqual([200, 8]);
    for (const { id, answer, citations } of body as { id: string; answer: string; citations: unknown[] }[]) {
      const sentences = answer.split('。').filter((sentence) => sentence !== '');
      expect([id, sentences.length >= 2 && sentences.length <= 3]).toEqual([id, true]);
      expect(answer).not.toMatch(/[！!]|%|专有部分/);
      expect(citations.length).toBeGreaterThan(0);
    }
  });

  it('shows every notice of the city as not yet confirmed, and the laws as read in full', async () => {
    const { body } = await api.http().get('/api/content/faqs');
    const citations = (body as { citations: { label: string; verified: boolean }[] }[]).flatMap((faq) => faq.citations);
    const unconfirmed = [...new Set(citations.filter(({ verified }) => !verified).map(({ label }) => label))];
    expect(unconfirmed.sort()).toEqual(
      [
        '沪建房管联〔2020〕801号',
        '沪建房管联〔2019〕749号',
        '上海市房屋管理局答复（2025 年 6 月）',
        '上海市 2020 年加装电梯补贴通知',
        '上海市电梯安全管理办法',
      ].sort(),
    );
    expect(
      citations.filter(({ verified }) => verified).every(({ label }) => /法典|司法解释|条例|安全法|建设法/.test(label)),
    ).toBe(true);
  });

  it('is sent once: a phone that has it gets 304', async () => {
    for (const path of ['/api/content/faqs', '/api/content/open-letter']) {
      const first = await api.http().get(path);
      const again = await api.http().get(path, { 'if-none-match': String(first.headers.etag) });
      expect([first.status, again.status, again.bytes.length]).toEqual([200, 304, 0]);
    }
    const letter = await api.http().get('/api/content/open-letter');
    expect(letter.body).toMatchObject({
      title: '给邻居们的一封信',
      signedBy: expect.any(String),
      sources: expect.any(Array),
    });
  });
});
