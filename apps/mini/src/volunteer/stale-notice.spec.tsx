import { ApiProblem } from '@/api/client';
import { onScreen } from '../../test/on-screen';
import { StaleNotice } from './stale-notice';

const eightTonight = Date.parse('2026-01-05T20:00:00+08:00');

describe('What was read earlier', () => {
  const told = async (error: unknown): Promise<string> => {
    const query = { isRefetchError: error !== null, error, dataUpdatedAt: eightTonight };
    const page = await onScreen(<StaleNotice query={query} />);
    const text = page.text();
    await page.close();
    return text;
  };

  it('needs no word while it can be read again', async () => expect(await told(null)).toBe(''));

  it('says from when it is, and that work goes on, once the network is silent', async () => {
    const text = await told(new ApiProblem(0, 'no_answer', ''));
    expect(text).toMatch(/^现在没有网络。这是.+看到的情况，照常记，连上以后自动送。$/);
    expect(text).toContain('1月5日');
  });

  it('says why, once the office has taken it away', async () => {
    expect(await told(new ApiProblem(403, 'not_assigned', '这个门洞没有分给您。'))).toBe('这个门洞没有分给您。');
  });
});
