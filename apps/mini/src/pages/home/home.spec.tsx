import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { householdKeys } from '@/api/households';
import { sessionKeys } from '@/api/session';
import type { MyHousehold, Session } from '@/api/wire';
import HomePage from './index';

const { visited } = Taro as unknown as { visited: string[] };
const home = (stairwellCode: string, roomNo: string) =>
  ({ stairwellCode, roomNo, bindingId: roomNo, relation: 'owner', mayVote: true, round: null }) as MyHousehold;

describe('The first page', () => {
  let root: Root;
  let host: HTMLElement;
  const broughtIntoView: string[] = [];

  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    globalThis.fetch = () => new Promise(() => {});
    Element.prototype.scrollIntoView = function () {
      broughtIntoView.push(this.textContent ?? '');
    };
    broughtIntoView.length = 0;
    visited.length = 0;
    host = document.body.appendChild(document.createElement('div'));
    root = createRoot(host);
  });

  afterEach(async () => {
    await act(async () => root.unmount());
    host.remove();
  });

  async function openedBy(homes: MyHousehold[]): Promise<void> {
    const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
    const session = { account: { role: 'resident' }, helper: null } as unknown as Session;
    cache.setQueryData(sessionKeys.session, homes.length > 0 ? session : null);
    cache.setQueryData(householdKeys.mine, homes);
    await act(async () => {
      root.render(
        <QueryClientProvider client={cache}>
          <HomePage />
        </QueryClientProvider>,
      );
    });
  }
  const button = (words: string) =>
    [...host.querySelectorAll('button')].find((each) => each.textContent?.startsWith(words));
  const press = (words: string) => act(async () => button(words)!.click());

  it('opens the stairwell of the one home at one press', async () => {
    await openedBy([home('CX03', '302')]);
    await press('打开我家门洞的页面');
    expect(visited).toEqual(['/pages/stairwell/index?code=CX03']);
  });

  it('leaves the choice to whoever has several homes', async () => {
    await openedBy([home('CX03', '302'), home('CX09', '101')]);
    expect(button('打开我家门洞的页面')).toBeUndefined();
    expect(host.textContent).toContain('302室');
    expect(host.textContent).toContain('101室');
  });

  it('asks whoever comes without a poster for the code, and shows what is missing', async () => {
    await openedBy([]);
    await press('打开门洞的页面');
    expect(visited).toEqual([]);
    expect(broughtIntoView).toEqual(['请输入门洞编号。']);
  });
});
